import CZlib

/// Writes ZIP archives, sound ones and others.
struct Archive {
  /// A part, and what is unusual about it.
  struct Part {
    var name: String
    var bytes: [UInt8]
    var isDeflated = true
    /// The sizes stand behind the bytes, and only the directory tells them before.
    var hasDescriptor = false
    /// Sizes and place stand in an extra field of 64 bits.
    var isWide = false
    var isEncrypted = false
    var method: Int?
    var checksum: UInt32?
    /// What it says of its size uncompressed.
    var size: Int?
    /// What the directory says of where its header stands.
    var header: Int?

    init(_ name: String, _ bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }

    init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }
  }

  var parts: [Part]
  var comment: [UInt8] = []
  /// The record at the end is one of 64 bits.
  var isWide = false
  /// How many parts the directory is said to have.
  var count: Int?

  /// The archive.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let header = bytes.count
      let packed = part.isDeflated ? deflated(part.bytes) : part.bytes
      let checksum = part.checksum ?? UInt32(crc32_z(0, part.bytes, part.bytes.count))
      let size = part.size ?? part.bytes.count
      let flags = (part.isEncrypted ? 1 : 0) | (part.hasDescriptor ? 8 : 0) | 0x800
      let method = part.method ?? (part.isDeflated ? 8 : 0)
      let start = little(20, 2) + little(flags, 2) + little(method, 2) + little(0, 4)
      let sizes = little(Int(checksum), 4) + little(packed.count, 4) + little(size, 4)
      bytes += [0x50, 0x4B, 3, 4] + start + (part.hasDescriptor ? little(0, 12) : sizes)
      bytes += little(part.name.utf8.count, 2) + little(0, 2) + Array(part.name.utf8) + packed
      if part.hasDescriptor { bytes += [0x50, 0x4B, 7, 8] + sizes }
      let place = part.header ?? header
      let extra =
        part.isWide
        ? little(9, 2) + little(0, 2) + little(1, 2) + little(24, 2) + little(size, 8) + little(packed.count, 8)
          + little(place, 8) : []
      directory += [0x50, 0x4B, 1, 2] + little(20, 2) + start
      directory += part.isWide ? little(Int(checksum), 4) + little(-1, 8) : sizes
      directory += little(part.name.utf8.count, 2) + little(extra.count, 2) + little(0, 10)
      directory += part.isWide ? little(-1, 4) : little(place, 4)
      directory += Array(part.name.utf8) + extra
    }
    let start = bytes.count
    bytes += directory
    let count = count ?? parts.count
    if isWide {
      let record = bytes.count
      bytes += [0x50, 0x4B, 6, 6] + little(44, 8) + little(45, 2) + little(45, 2) + little(0, 8)
      bytes += little(count, 8) + little(count, 8) + little(directory.count, 8) + little(start, 8)
      bytes += [0x50, 0x4B, 6, 7] + little(0, 4) + little(record, 8) + little(1, 4)
    }
    let narrow = isWide ? little(-1, 2) + little(-1, 2) : little(count, 2) + little(count, 2)
    bytes += [0x50, 0x4B, 5, 6] + little(0, 4) + narrow
    bytes += isWide ? little(-1, 8) : little(directory.count, 4) + little(start, 4)
    return bytes + little(comment.count, 2) + comment
  }

  private func little(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: $0 < 8 ? value >> (8 * $0) : 0) }
  }

  private func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(&stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var bytes = bytes
    return [UInt8](unsafeUninitializedCapacity: Int(deflateBound(&stream, UInt(bytes.count)))) { buffer, count in
      bytes.withUnsafeMutableBufferPointer { input in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(buffer.count)
        deflate(&stream, Z_FINISH)
      }
      count = buffer.count - Int(stream.avail_out)
    }
  }
}
