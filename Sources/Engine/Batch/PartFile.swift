internal import Diagnostics
internal import Glibc

/// A file that is written under a name of its own and renamed when it is whole.
struct PartFile: ~Copyable {
  private let path: String
  private let descriptor: Int32
  private let isDirect: Bool
  private let faults: WriteFaults
  /// How long it is.
  private(set) var length: Int

  /// Whether a path is a file on a disk, or none yet: anything else is written to as it is.
  static func isReplaceable(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
  }

  /// A file of which so many bytes hold; the others are cut off. One that is done has its name already, or gets it when it
  /// is finished.
  init(_ path: String, length: Int, isDone: Bool = false, _ faults: WriteFaults) throws {
    try faults.check("open")
    descriptor = isDone ? -1 : try Self.opened(path + ".part", length: length)
    self.path = path
    self.faults = faults
    self.length = length
    isDirect = false
  }

  private static func opened(_ path: String, length: Int) throws -> Int32 {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw WriteFailure(path: path, code: errno) }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_size >= length, ftruncate(descriptor, length) == 0,
      lseek(descriptor, length, SEEK_SET) == length
    {
      return descriptor
    }
    let code = errno
    close(descriptor)
    guard status.st_size >= length else {
      throw Problems(
        Diagnostic(
          .error, "part-missing",
          Localized(
            zh: "\(path) 比记录的短，不能接着运行", en: "\(path) is shorter than the journal says, so the run cannot go on"),
          help: Localized(zh: "去掉 --resume 从头运行", en: "leave out --resume to begin anew")))
    }
    throw WriteFailure(path: path, code: code)
  }

  /// Something that is no file on a disk.
  init(direct path: String, _ faults: WriteFaults) throws {
    descriptor = open(path, O_WRONLY | O_CLOEXEC)
    self.path = path
    self.faults = faults
    length = 0
    isDirect = true
    guard descriptor >= 0 else { throw WriteFailure(path: path, code: errno) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Writes bytes at the end.
  mutating func append(_ bytes: [UInt8]) throws {
    if let allowed = faults.interrupt("write") {
      _ = Self.write(Array(bytes.prefix(allowed)), to: descriptor)
      throw WriteFaults.Killed()
    }
    if let code = Self.write(bytes, to: descriptor) { throw WriteFailure(path: path, code: code) }
    length += bytes.count
  }

  /// Makes sure that all is on the disk.
  func sync() throws {
    guard !isDirect, descriptor >= 0 else { return }
    try faults.check("sync")
    guard fsync(descriptor) == 0 else { throw WriteFailure(path: path + ".part", code: errno) }
  }

  /// Makes sure that all is on the disk, and gives the file its name.
  mutating func finish() throws {
    if isDirect { return }
    let part = path + ".part"
    try sync()
    try faults.check("rename")
    // Of a run that was killed between two of its last steps the file has its name already.
    if rename(part, path) != 0, descriptor >= 0 || errno != ENOENT { throw WriteFailure(path: path, code: errno) }
  }

  /// The error number; nil when all was written.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    bytes.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
        if count < 0 {
          if errno == EINTR { continue }
          return errno
        }
        done += count
      }
      return nil
    }
  }
}
