internal import CLZ4

/// Bytes as they are kept: packed where that makes them fewer.
///
/// The first byte says how: 0 for bytes as they were; 1 for a block of LZ4 behind the number of bytes that it was made
/// from, in 8 bytes, the lowest first. The same bytes are always packed alike, so that what is kept by the digest of the
/// packed ones is kept once.
public struct PackedBytes: Sendable {
  /// What is kept.
  public let stored: [UInt8]

  private static let plain: UInt8 = 0
  private static let lz4: UInt8 = 1
  private static let headCount = 9
  /// No byte of a block of LZ4 stands for more than so many.
  private static let growth = 255

  /// What was kept once.
  public init(stored: [UInt8]) { self.stored = stored }

  /// Packs some bytes.
  public init(of bytes: [UInt8]) {
    // A block that would not be smaller is not finished.
    let room = bytes.count - Self.headCount
    guard room > 0, bytes.count <= Int(LZ4_MAX_INPUT_SIZE) else {
      stored = [Self.plain] + bytes
      return
    }
    let packed = [UInt8](unsafeUninitializedCapacity: bytes.count) { packed, count in
      let made = bytes.withUnsafeBytes { bytes in
        LZ4_compress_default(
          bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
          UnsafeMutableRawPointer(packed.baseAddress)?.advanced(by: Self.headCount)
            .assumingMemoryBound(to: CChar.self), Int32(bytes.count), Int32(room))
      }
      count = made > 0 ? Self.headCount + Int(made) : 0
      guard count > 0 else { return }
      packed[0] = Self.lz4
      for place in 1..<Self.headCount {
        packed[place] = UInt8(truncatingIfNeeded: bytes.count >> ((place - 1) * 8))
      }
    }
    stored = packed.isEmpty ? [Self.plain] + bytes : packed
  }

  /// The bytes as they were; nil where something else was kept. However many it says that they were, no more memory is
  /// taken than what is there can stand for.
  public var bytes: [UInt8]? {
    switch stored.first {
    case Self.plain: return Array(stored.dropFirst())
    case Self.lz4 where stored.count > Self.headCount:
      let count = stored[1..<Self.headCount].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      let packed = stored.count - Self.headCount
      let limit = Int(LZ4_MAX_INPUT_SIZE)
      guard packed <= limit, count <= UInt64(min(packed * Self.growth, limit)) else { return nil }
      let bytes = [UInt8](unsafeUninitializedCapacity: Int(count)) { bytes, made in
        made = stored.withUnsafeBytes { stored in
          Int(
            LZ4_decompress_safe(
              stored.baseAddress?.advanced(by: Self.headCount).assumingMemoryBound(to: CChar.self),
              UnsafeMutableRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self), Int32(packed),
              Int32(count)))
        }
        made = max(0, made)
      }
      return bytes.count == Int(count) ? bytes : nil
    default: return nil
    }
  }
}
