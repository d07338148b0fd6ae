import Engine
import Foundation

/// Messages that are read while those before them are written: whoever judges does not wait whenever the store waits for
/// its disk. Only some megabytes are held.
final class FrameQueue: @unchecked Sendable {
  private static let limit = 16 << 20

  private let condition = NSCondition()
  // Guarded by `condition`.
  private var frames: [KeptFrame] = []
  private var size = 0
  private var isOver = false

  /// Begins to read.
  init(_ reader: FrameReader) {
    Thread.detachNewThread { [self] in
      while let frame = reader.next() { add(frame) }
      condition.withLock {
        isOver = true
        condition.signal()
      }
    }
  }

  /// The messages since the last time, at least one; nil at the end, and where a message is broken off or is none.
  func take() -> [KeptFrame]? {
    condition.withLock {
      while frames.isEmpty, !isOver { condition.wait() }
      defer { (frames, size) = ([], 0) }
      condition.signal()
      return frames.isEmpty ? nil : frames
    }
  }

  private func add(_ frame: KeptFrame) {
    condition.withLock {
      while size > Self.limit { condition.wait() }
      frames.append(frame)
      size += frame.parts.reduce(0) { $0 + $1.count }
      condition.signal()
    }
  }
}
