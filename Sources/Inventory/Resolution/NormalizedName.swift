/// A name as it is compared: compatibility and full-width forms folded, lower case, without spaces, hyphens and marks,
/// in UTF-8; it remembers where they stood, because a break there ends a word.
struct NormalizedName {
  /// What is left of the text.
  private(set) var bytes: [UInt8] = []
  /// Whether something was dropped before each of them.
  private(set) var breaks: [Bool] = []

  private let keepsBreaks: Bool

  /// A text as it is compared; a name that is only to be found needs no breaks.
  init(_ text: String, keepsBreaks: Bool = true) {
    self.keepsBreaks = keepsBreaks
    bytes.reserveCapacity(text.utf8.count)
    if keepsBreaks { breaks.reserveCapacity(text.utf8.count) }
    var pending = false
    var text = text
    text.withUTF8 { append($0, &pending) }
    dropMarks()
  }

  /// The text to look up.
  var key: String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a word of the original text begins at `index`.
  func isStart(_ index: Int) -> Bool {
    if bytes[index] & 0xC0 == 0x80 { return false }
    return index == 0 || breaks[index] || !Self.isLatin(bytes[index]) || !Self.isLatin(bytes[index - 1])
  }

  /// Whether a word of the original text ends before `index`.
  func isEnd(_ index: Int) -> Bool {
    index == bytes.count || isStart(index)
  }

  /// A letter, a digit or a plus: two of them side by side belong to one word.
  static func isLatin(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2B
  }

  /// `(R)` and `(TM)`, which sheets write for ® and ™.
  private mutating func dropMarks() {
    guard bytes.contains(UInt8(ascii: "(")) else { return }
    for mark in ["(r)", "(tm)"] {
      let letters = Array(mark.utf8)
      var index = 0
      while index + letters.count <= bytes.count {
        guard bytes[index] == letters[0], bytes[index..<index + letters.count].elementsEqual(letters) else {
          index += 1
          continue
        }
        bytes.removeSubrange(index..<index + letters.count)
        guard keepsBreaks else { continue }
        breaks.removeSubrange(index..<index + letters.count)
        if index < breaks.count { breaks[index] = true }
      }
    }
  }

  /// Adds what stands for a text. Most of it are ASCII and common Chinese characters, which need no decoding.
  private mutating func append(_ text: UnsafeBufferPointer<UInt8>, _ pending: inout Bool) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case 0x30...0x39, 0x61...0x7A: add(byte, &pending)
      case 0x41...0x5A: add(byte + 0x20, &pending)
      case 0x00...0x7F: append(Unicode.Scalar(byte), &pending)
      // U+4000 to U+9FFF.
      case 0xE4...0xE9:
        for byte in text[index..<index + 3] { add(byte, &pending) }
        index += 2
      default:
        let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        let scalar = text[index + 1..<index + length].reduce(UInt32(byte) & (0x7F >> UInt32(length))) {
          $0 << 6 | UInt32($1 & 0x3F)
        }
        if let scalar = Unicode.Scalar(scalar) { append(scalar, &pending) }
        index += length - 1
      }
      index += 1
    }
  }

  /// Adds what stands for one scalar of the text; nothing where it only separates.
  private mutating func append(_ scalar: Unicode.Scalar, _ pending: inout Bool) {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: add(UInt8(scalar.value), &pending)
    case 0x41...0x5A: add(UInt8(scalar.value + 0x20), &pending)
    case 0x00...0x20, 0x2D, 0x5F, 0xA0, 0xA9, 0xAE, 0xB7, 0x2000...0x2015, 0x2122, 0x2212, 0x3000, 0xFEFF:
      pending = true
    case 0x21...0x7E: add(UInt8(scalar.value), &pending)
    case 0xFF01...0xFF5E:
      if let folded = Unicode.Scalar(scalar.value - 0xFEE0) { append(folded, &pending) }
    case 0x2160...0x216B: add(Self.roman[Int(scalar.value - 0x2160)].unicodeScalars, &pending)
    case 0x2170...0x217B: add(Self.roman[Int(scalar.value - 0x2170)].unicodeScalars, &pending)
    case 0x2460...0x2468: add(UInt8(scalar.value - 0x2460 + 0x31), &pending)
    case 0xC0...0x24F, 0x370...0x52F: add(scalar.properties.lowercaseMapping.unicodeScalars, &pending)
    default: add(CollectionOfOne(scalar), &pending)
    }
  }

  private mutating func add(_ byte: UInt8, _ pending: inout Bool) {
    bytes.append(byte)
    if keepsBreaks { breaks.append(pending) }
    pending = false
  }

  private mutating func add(_ scalars: some Sequence<Unicode.Scalar>, _ pending: inout Bool) {
    for scalar in scalars {
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { add(byte, &pending) }
    }
  }

  private static let roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
}
