internal import Crypto

/// A digest of bytes: SHA-256.
public struct ContentDigest: Hashable, Sendable {
  /// Its 32 bytes.
  public let bytes: [UInt8]

  /// That of some bytes.
  public init(of bytes: [UInt8]) {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    self.init(hash)
  }

  init(_ hash: SHA256) {
    bytes = hash.finalize().withUnsafeBytes { Array($0) }
  }

  /// One that was written; nil where the bytes are not 32.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == SHA256.byteCount else { return nil }
    self.bytes = bytes
  }

  /// One that was written as a text, with `sha256:` in front or without.
  public init?(text: some StringProtocol) {
    let digits = text.hasPrefix("sha256:") ? text.dropFirst("sha256:".count) : text[...]
    guard digits.utf8.count == 64 else { return nil }
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in digits {
      guard digit.isASCII, let value = digit.hexDigitValue.map({ UInt8($0) }) else { return nil }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    self.bytes = bytes
  }

  /// The digits alone.
  public var digits: String {
    let digits = Array("0123456789abcdef")
    return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  /// `sha256:` and the digits.
  public var text: String { "sha256:" + digits }
}
