internal import Diagnostics

extension JSONReader {
  /// Reads a number; its spelling is kept. One that JSON does not allow is reported and passed over.
  mutating func readNumber() throws(Problems) {
    let start = location
    let first = index
    if bytes[index] == UInt8(ascii: "-") { index += 1 }
    var isValid = true
    if index < bytes.count, bytes[index] == UInt8(ascii: "0") {
      index += 1
    } else {
      isValid = readDigits()
    }
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      if !readDigits() { isValid = false }
    }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
      if !readDigits() { isValid = false }
    }
    if index < bytes.count, bytes[index].isWordByte { isValid = false }
    if !isValid {
      skipWord()
      reportNumber(from: first, at: start)
    }
    try builder.addScalar(
      .plain, from: start, to: location, offset: first, length: index - first, isInSource: true)
  }

  /// Reads digits; false if there is none.
  @inline(__always)
  private mutating func readDigits() -> Bool {
    let first = index
    while index < bytes.count, bytes[index] &- UInt8(ascii: "0") < 10 { index += 1 }
    return index > first
  }

  /// Reads `true`, `false` or `null`. Another word is reported and passed over; what is no word ends the reading.
  mutating func readWord() throws(Problems) {
    let start = location
    let first = index
    skipWord()
    guard index > first else { throw noValue() }
    let word = UnsafeBufferPointer(rebasing: bytes[first..<index])
    if !word.elementsEqual("true".utf8), !word.elementsEqual("false".utf8), !word.elementsEqual("null".utf8) {
      // `.5` and `+1` are meant as numbers.
      if word[0] == UInt8(ascii: ".") || word[0] == UInt8(ascii: "+") {
        reportNumber(from: first, at: start)
      } else {
        reportWord(from: first, at: start)
      }
    }
    try builder.addScalar(
      .plain, from: start, to: location, offset: first, length: index - first, isInSource: true)
  }

  /// Goes on behind letters, digits and the signs of numbers.
  private mutating func skipWord() {
    while index < bytes.count, bytes[index].isWordByte {
      if bytes[index] & 0xC0 == 0x80 { columnBase += 1 }
      index += 1
    }
  }
}

extension UInt8 {
  /// Whether a word or a number, right or wrong, goes on with this byte.
  fileprivate var isWordByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "%"), 0x80...0xFF:
      return true
    default: return false
    }
  }
}
