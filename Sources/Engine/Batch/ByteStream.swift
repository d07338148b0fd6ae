internal import Diagnostics
internal import Glibc

/// A file or a stream that is read piece by piece, however long it is.
final class ByteStream {
  /// What a message calls it.
  let name: String
  /// Whether it is a file on a disk, which can be read again from any byte.
  let isRegular: Bool
  private let descriptor: Int32
  private let isCancelled: @Sendable () -> Bool
  /// What it gives where it is neither a file nor a stream.
  private let content: [UInt8]?
  private var contentOffset = 0

  /// How a piece ended.
  enum End {
    /// There may be more.
    case open
    case finished
    /// Somebody wants the run to stop.
    case cancelled
  }

  /// Opens a path; `-` is standard input.
  init(_ path: String, isCancelled: @escaping @Sendable () -> Bool) throws(Problems) {
    name = path == "-" ? "<stdin>" : path
    self.isCancelled = isCancelled
    content = nil
    let file = SourceFile(name: name, bytes: [])
    descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputFile.failure(file, errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw InputFile.failure(file, errno) }
    if status.st_mode & S_IFMT == S_IFDIR { throw InputFile.failure(file, EISDIR) }
    isRegular = status.st_mode & S_IFMT == S_IFREG
  }

  /// Opens what somebody holds.
  init(_ content: BatchContent) {
    name = content.name
    self.content = content.bytes
    isCancelled = { false }
    descriptor = -1
    isRegular = false
  }

  deinit { if descriptor > 0 { close(descriptor) } }

  /// Goes to a byte of a file on a disk.
  func seek(to offset: Int) throws(Problems) {
    guard lseek(descriptor, offset, SEEK_SET) == offset else {
      throw InputFile.failure(SourceFile(name: name, bytes: []), errno)
    }
  }

  /// How many bytes a file on a disk has now.
  func size() throws(Problems) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw InputFile.failure(SourceFile(name: name, bytes: []), errno) }
    return Int(status.st_size)
  }

  /// Some bytes of a file on a disk; several threads may ask at once.
  func bytes(at offset: Int, count: Int) throws(Problems) -> [UInt8] {
    var fault: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { memory, filled in
      while filled < count {
        let got = pread(descriptor, memory.baseAddress.map { $0 + filled }, count - filled, offset + filled)
        if got < 0, errno == EINTR { continue }
        if got <= 0 {
          // A file that has become shorter meanwhile is no longer the one that was gone through.
          fault = got < 0 ? errno : EIO
          return
        }
        filled += got
      }
    }
    if fault != 0 { throw InputFile.failure(SourceFile(name: name, bytes: []), fault) }
    return bytes
  }

  /// Appends the next bytes until there are so many, or no more.
  func fill(_ buffer: inout [UInt8], upTo count: Int) throws(Problems) -> End {
    guard buffer.count < count else { return .open }
    if let content {
      let end = min(content.count, contentOffset + count - buffer.count)
      buffer += content[contentOffset..<end]
      contentOffset = end
      return buffer.count < count ? .finished : .open
    }
    var end = End.open
    var fault: Int32 = 0
    let old = buffer
    // What is read is put where it stays.
    buffer = [UInt8](unsafeUninitializedCapacity: count) { memory, filled in
      _ = memory.initialize(from: old)
      filled = old.count
      while filled < count, end == .open, fault == 0 {
        // A stream may keep a reader waiting for ever; a file does not.
        if !isRegular {
          var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
          while poll(&wait, 1, 100) == 0, !isCancelled() {}
          if isCancelled() {
            end = .cancelled
            break
          }
        }
        let got = Glibc.read(descriptor, memory.baseAddress.map { $0 + filled }, count - filled)
        if got > 0 {
          filled += got
        } else if got == 0 {
          end = .finished
        } else if errno != EINTR {
          fault = errno
        }
      }
    }
    if fault != 0 { throw InputFile.failure(SourceFile(name: name, bytes: []), fault) }
    return end
  }
}
