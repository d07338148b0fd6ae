internal import Glibc

/// A file that is there as a whole or not at all: it is written beside the one that it replaces, and takes its name when it
/// is finished. Until then, and for ever where something goes wrong, the old file is what it was, and nothing else
/// remains. What is no file on a disk is written to as it is.
public struct WholeFile: ~Copyable {
  private let path: String
  /// Where it is written; nil where nothing is replaced, and after it has its name.
  private var part: String?
  private var descriptor: Int32

  /// A file for a path. One that is there keeps its permissions, and a link leads to the new one.
  ///
  /// - Throws: `WriteFailure`.
  public init(_ path: String) throws(WriteFailure) {
    self.path = path
    guard PartFile.isReplaceable(path) else {
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw WriteFailure(path: path, code: errno) }
      return
    }
    // The name is short, whatever the other one is, and no other process that runs has it.
    let target = Self.target(of: path)
    let folder = target.lastIndex(of: "/").map { target[...$0] } ?? ""
    let part = "\(folder).bomgate-\(getpid()).part"
    unlink(part)
    descriptor = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw WriteFailure(path: path, code: errno) }
    self.part = part
    var status = stat()
    if stat(path, &status) == 0 { fchmod(descriptor, status.st_mode & 0o7777) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if let part { unlink(part) }
  }

  /// The file that a link leads to.
  private static func target(of path: String) -> String {
    guard let found = realpath(path, nil) else { return path }
    defer { free(found) }
    return String(cString: found)
  }

  /// Writes bytes at the end.
  ///
  /// - Throws: `WriteFailure`.
  public func append(_ bytes: [UInt8]) throws(WriteFailure) {
    if let code = PartFile.write(bytes, to: descriptor) { throw WriteFailure(path: path, code: code) }
  }

  /// Makes sure that all is on the disk, and gives the file its name.
  ///
  /// - Throws: `WriteFailure`.
  public mutating func finish() throws(WriteFailure) {
    if part != nil, fsync(descriptor) != 0 { throw WriteFailure(path: path, code: errno) }
    let written = descriptor
    descriptor = -1
    guard close(written) == 0 else { throw WriteFailure(path: path, code: errno) }
    guard let part else { return }
    guard rename(part, Self.target(of: path)) == 0 else { throw WriteFailure(path: path, code: errno) }
    self.part = nil
  }
}
