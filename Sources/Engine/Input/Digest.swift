internal import Crypto

/// A fingerprint of bytes: SHA-256.
enum Digest {
  /// `sha256:` and the digest in hexadecimal.
  static func text(of parts: some Sequence<[UInt8]>) -> String {
    var hash = SHA256()
    for part in parts { part.withUnsafeBytes { hash.update(bufferPointer: $0) } }
    let digits: StaticString = "0123456789abcdef"
    var text = Array("sha256:".utf8)
    hash.finalize().withUnsafeBytes { bytes in
      for byte in bytes {
        text.append(digits.utf8Start[Int(byte >> 4)])
        text.append(digits.utf8Start[Int(byte & 15)])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
