internal import Crypto

/// A fingerprint of bytes: SHA-256.
enum Digest {
  /// `sha256:` and the digest in hexadecimal.
  static func text(of parts: some Sequence<[UInt8]>) -> String {
    var hash = SHA256()
    for part in parts { part.withUnsafeBytes { hash.update(bufferPointer: $0) } }
    return text(hash)
  }

  /// That of some bytes of an array, which need no copy.
  static func text(of bytes: [UInt8], in range: Range<Int>) -> String {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[range])) }
    return text(hash)
  }

  private static func text(_ hash: SHA256) -> String {
    let digits: StaticString = "0123456789abcdef"
    let name: StaticString = "sha256:"
    return hash.finalize().withUnsafeBytes { bytes in
      String(unsafeUninitializedCapacity: name.utf8CodeUnitCount + bytes.count * 2) { text in
        var place = name.utf8CodeUnitCount
        _ = text.update(fromContentsOf: UnsafeBufferPointer(start: name.utf8Start, count: place))
        for byte in bytes {
          text[place] = digits.utf8Start[Int(byte >> 4)]
          text[place + 1] = digits.utf8Start[Int(byte & 15)]
          place += 2
        }
        return place
      }
    }
  }
}
