import ArgumentParser
import Glibc

/// Where a run writes: what was asked for to standard output, everything else to standard error.
enum Output {
  /// Writes what was asked for. A reader that closed the pipe has seen enough.
  static func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// The same of bytes.
  static func write(_ bytes: [UInt8]) throws {
    guard let failure = write(bytes, to: 1) else { return }
    if failure == EPIPE { throw ExitCode(0) }
    note("bomgate: 输出无法写入 · the output could not be written (error \(failure))\n")
    throw ExitCode(74)
  }

  /// Writes to standard error; nothing can be done where that fails.
  static func note(_ text: String) { _ = write(Array(text.utf8), to: 2) }

  /// The error number; nil when all was written.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    bytes.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
        if count > 0 { done += count }
        if count < 0, errno != EINTR { return errno }
      }
      return nil
    }
  }
}
