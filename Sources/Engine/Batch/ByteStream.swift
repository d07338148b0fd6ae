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
    var none: [UInt8] = []
    return try bytes(at: offset, count: count, insteadOf: &none, room: count)
  }

  /// The same in the memory of bytes that nobody needs any longer, which the processor still has at hand; where that is
  /// too little, in memory with room for so many.
  func bytes(at offset: Int, count: Int, insteadOf spent: inout [UInt8], room: Int) throws(Problems) -> [UInt8] {
    var bytes: [UInt8] = []
    swap(&bytes, &spent)
    var fault: Int32 = 0
    // Memory for one very long line is not kept for the usual ones.
    if bytes.capacity < count || bytes.capacity / 4 > max(count, room) {
      bytes = [UInt8](unsafeUninitializedCapacity: max(count, room)) { memory, filled in
        fault = read(UnsafeMutableRawBufferPointer(memory), count, at: offset)
        filled = fault == 0 ? count : 0
      }
    } else {
      if bytes.count > count {
        bytes.removeLast(bytes.count - count)
      } else {
        bytes.append(contentsOf: repeatElement(0, count: count - bytes.count))
      }
      fault = bytes.withUnsafeMutableBytes { read($0, count, at: offset) }
    }
    if fault != 0 { throw InputFile.failure(SourceFile(name: name, bytes: []), fault) }
    return bytes
  }

  /// Fills memory from a file on a disk; the number of the system's error, or 0.
  private func read(_ memory: UnsafeMutableRawBufferPointer, _ count: Int, at offset: Int) -> Int32 {
    var filled = 0
    while filled < count {
      let got = pread(descriptor, memory.baseAddress.map { $0 + filled }, count - filled, offset + filled)
      if got < 0, errno == EINTR { continue }
      // A file that has become shorter meanwhile is no longer the one that was gone through.
      guard got > 0 else { return got < 0 ? errno : EIO }
      filled += got
    }
    return 0
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
