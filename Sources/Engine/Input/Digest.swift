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
    withText(of: bytes, in: range) { String(decoding: $0, as: UTF8.self) }
  }

  /// What is made of the text of a digest, for those who only write it.
  static func withText<Made>(
    of bytes: [UInt8], in range: Range<Int>, _ make: (UnsafeBufferPointer<UInt8>) -> Made
  ) -> Made {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[range])) }
    return withText(hash, make)
  }

  private static func text(_ hash: SHA256) -> String { withText(hash) { String(decoding: $0, as: UTF8.self) } }

  private static func withText<Made>(_ hash: SHA256, _ make: (UnsafeBufferPointer<UInt8>) -> Made) -> Made {
    let digits: StaticString = "0123456789abcdef"
    let name: StaticString = "sha256:"
    return hash.finalize().withUnsafeBytes { bytes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: name.utf8CodeUnitCount + bytes.count * 2) { text in
        var place = name.utf8CodeUnitCount
        _ = text.update(fromContentsOf: UnsafeBufferPointer(start: name.utf8Start, count: place))
        for byte in bytes {
          text.initializeElement(at: place, to: digits.utf8Start[Int(byte >> 4)])
          text.initializeElement(at: place + 1, to: digits.utf8Start[Int(byte & 15)])
          place += 2
        }
        return make(UnsafeBufferPointer(text))
      }
    }
  }
}
