/// Some bytes as a key: an array would be hashed and compared byte by byte.
struct ByteText: Hashable {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The bytes at once.
  func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  /// Whether the bytes are the same.
  static func == (left: ByteText, right: ByteText) -> Bool {
    left.bytes.withUnsafeBytes { left in right.bytes.withUnsafeBytes { ByteWords.areSame(left, $0) } }
  }
}
