/// A part of an archive, as the directory at the end of the archive tells of it.
struct ZipEntry {
  /// Its name, with `/` between the folders.
  var name: String
  var method: Int
  var isEncrypted: Bool
  var checksum: UInt32
  /// Its size in the archive.
  var packedSize: Int
  /// Its size uncompressed.
  var size: Int
  /// Where its own header begins.
  var header: Int
  /// INVARIANT: its bytes begin here, and all of them are inside the archive.
  var start = 0

  var end: Int { start + packedSize }
}

/// The bytes of an archive: numbers are little-endian, and nothing outside is read.
struct ZipBytes {
  let bytes: UnsafeBufferPointer<UInt8>

  /// A number of up to 8 bytes; nil if it is not inside, or too large for any offset.
  func number(at offset: Int, size: Int) -> Int? {
    guard offset >= 0, offset <= bytes.count - size else { return nil }
    var value: UInt64 = 0
    for index in 0..<size { value |= UInt64(bytes[offset + index]) << (8 * UInt64(index)) }
    return Int(exactly: value)
  }

  /// Whether a signature stands there.
  func hasSignature(_ signature: Int, at offset: Int) -> Bool { number(at: offset, size: 4) == signature }
}
