internal import Crypto

/// A fingerprint of bytes: SHA-256.
enum Digest {
  /// `sha256:` and the digest in hexadecimal.
  static func text(of parts: some Sequence<some Sequence<UInt8>>) -> String {
    var hash = SHA256()
    for part in parts { hash.update(data: Array(part)) }
    let digits = Array("0123456789abcdef".unicodeScalars)
    var text = "sha256:"
    for byte in hash.finalize() {
      text.unicodeScalars.append(digits[Int(byte >> 4)])
      text.unicodeScalars.append(digits[Int(byte & 15)])
    }
    return text
  }
}
