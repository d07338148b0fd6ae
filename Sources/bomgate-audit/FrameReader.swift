import Engine
import Glibc

/// Reads messages of a run from a stream.
struct FrameReader {
  private let descriptor: Int32

  /// More parts, and longer ones, than any message has.
  private static let countLimit = 1 << 22
  private static let sizeLimit = 1 << 32

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// The next message; nil at the end, and where a message is broken off or is none.
  func next() -> KeptFrame? {
    guard let head = bytes(5), let kind = KeptFrame.Kind(rawValue: head[0]) else { return nil }
    let count = Int(Self.number(head[1...]))
    guard count <= Self.countLimit, let sizes = bytes(count * 8) else { return nil }
    var parts: [[UInt8]] = []
    for index in 0..<count {
      let size = Self.number(sizes[index * 8..<index * 8 + 8])
      guard size <= Self.sizeLimit, let part = bytes(Int(size)) else { return nil }
      parts.append(part)
    }
    return KeptFrame(kind, parts)
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// So many bytes at most are made room for before they are there: a message may say that it is of any size.
  private static let step = 1 << 20

  private func bytes(_ count: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count < count {
      let wanted = min(count - bytes.count, max(Self.step, bytes.count))
      let piece = piece(wanted)
      guard piece.count == wanted else { return nil }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
    }
    return bytes
  }

  private func piece(_ count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
      while done < count {
        let got = read(descriptor, buffer.baseAddress.map { $0 + done }, count - done)
        if got > 0 { done += got }
        if got == 0 || got < 0 && errno != EINTR { return }
      }
    }
  }
}
