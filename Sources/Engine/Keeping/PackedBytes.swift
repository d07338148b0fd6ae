internal import CLZ4
internal import Inventory

/// Bytes as they are kept: packed where that makes them fewer.
///
/// The first byte says how: 0 for bytes as they were; 1 for a block of LZ4 and 2 for rows of a table (`PackedRows`), both
/// behind the number of bytes that they were made from, in 8 bytes, the lowest first. The same bytes are packed alike by the
/// same rules, so that what is kept by the digest of the packed ones is kept once.
public struct PackedBytes: Sendable {
  /// What is kept.
  public let stored: [UInt8]

  private static let plain: UInt8 = 0
  private static let lz4: UInt8 = 1
  private static let rows: UInt8 = 2
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
      for (place, byte) in Self.head(Self.lz4, bytes.count).enumerated() { packed[place] = byte }
    }
    stored = packed.isEmpty ? [Self.plain] + bytes : packed
  }

  /// So many bytes, which are rows of a table, as `RowPacker` packed them.
  init(rows: [UInt8], of count: Int) { stored = Self.head(Self.rows, count) + rows }

  private static func head(_ kind: UInt8, _ count: Int) -> [UInt8] {
    [kind] + (0..<headCount - 1).map { UInt8(truncatingIfNeeded: count >> ($0 * 8)) }
  }

  /// The bytes as they were; nil where something else was kept. However many it says that they were, no more memory is
  /// taken than what is there can stand for.
  public var bytes: [UInt8]? {
    guard stored.first != Self.plain else { return Array(stored.dropFirst()) }
    guard stored.count > Self.headCount else { return nil }
    let count = stored[1..<Self.headCount].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let packed = stored.count - Self.headCount
    switch stored.first {
    case Self.rows: return PackedRows.bytes(of: stored[Self.headCount...], count: Int(clamping: count))
    case Self.lz4:
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
