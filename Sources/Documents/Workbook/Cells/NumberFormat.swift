/// What a number format says of its numbers: whether they are days.
enum NumberFormat {
  /// Whether a built-in format shows a day. 27 to 36 and 50 to 58 are those of Chinese, Japanese and Korean; some of
  /// them show a time in one country and a day in another, and a number that is no day remains a number.
  static func isDay(_ id: Int) -> Bool {
    switch id {
    case 14...17, 22, 27...31, 34...36, 50...58: true
    default: false
    }
  }

  /// Whether a format of one's own shows a day: one with a year or a day in it, or a month, which is also the letter of
  /// the minute. Only the part for positive numbers counts.
  static func isDay(_ code: String) -> Bool {
    var letters: [UInt8] = []
    var bytes = Array(code.utf8)[...]
    while let byte = bytes.popFirst(), byte != UInt8(ascii: ";") {
      switch byte {
      case UInt8(ascii: "\""):
        while let next = bytes.popFirst(), next != byte {}
      case UInt8(ascii: "\\"), UInt8(ascii: "!"), UInt8(ascii: "_"), UInt8(ascii: "*"):
        _ = bytes.popFirst()
      case UInt8(ascii: "["):
        // A colour, a condition, a language, or a time that runs past the day: never a day.
        let inside = bytes.prefix { $0 != UInt8(ascii: "]") }
        bytes = bytes.dropFirst(inside.count + 1)
        if let first = inside.first, inside.allSatisfy({ $0 == first }), [0x68, 0x6D, 0x73].contains(first | 0x20) {
          letters.append(0x68)
        }
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
        letters.append(byte | 0x20)
        // The E of an exponent is no era.
        if byte | 0x20 == UInt8(ascii: "e"), let sign = bytes.first, sign == 0x2B || sign == 0x2D {
          letters.removeLast()
        }
      case UInt8(ascii: "/"):
        letters.append(byte)
      default: break
      }
    }
    let words = String(decoding: letters, as: UTF8.self)
    // `General`, and the `G/通用格式` that a Chinese Excel shows for it.
    guard words != "general", words != "g/" else { return false }
    // What is left of `AM/PM` and `A/P` holds an m.
    let clock = words.hasSuffix("am/pm") ? words.dropLast(5) : words.hasSuffix("a/p") ? words.dropLast(3) : words[...]
    if clock.contains(where: { "ydebg".contains($0) }) || clock.hasPrefix("aaa") { return true }
    return clock.contains("m") && !clock.contains { $0 == "h" || $0 == "s" }
  }
}
