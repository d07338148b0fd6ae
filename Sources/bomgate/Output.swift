import ArgumentParser
import Engine
import Glibc

/// Where a run writes: reports to standard output, everything else to standard error.
enum Output {
  /// Writes a report. A reader that closed the pipe has seen enough: the run ends without a complaint, with its status so far.
  static func write(_ text: String, status: Status = .compliant) throws {
    try write(Array(text.utf8), status: status)
  }

  /// The same of a text in UTF-8.
  static func write(_ text: [UInt8], status: Status = .compliant) throws {
    guard let failure = text.withUnsafeBufferPointer({ write($0, to: 1) }) else { return }
    if failure == EPIPE { throw ExitCode(status.rawValue) }
    note("bomgate: 输出无法写入 · the output could not be written (error \(failure))\n")
    throw Status.outputFailure
  }

  /// Writes a file as a whole, in place of any that is there.
  static func file(_ path: String, _ body: (_ write: ([UInt8]) throws -> Void) throws -> Void) throws {
    do {
      var file = try WholeFile(path)
      try body { try file.append($0) }
      try file.finish()
    } catch let error as WriteFailure {
      throw failure(error)
    }
  }

  /// Says that a file could not be written; the status that this gives.
  static func failure(_ failure: WriteFailure) -> ExitCode {
    note("bomgate: \(failure.path)：无法写入 · it could not be written (error \(failure.code))\n")
    return Status.outputFailure
  }

  /// Writes to standard error; nothing can be done where that fails.
  static func note(_ text: String) {
    var text = text
    _ = text.withUTF8 { write($0, to: 2) }
  }

  /// The error number, or nil when all was written.
  private static func write(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      rest = rest.dropFirst(count)
    }
    return nil
  }
}
