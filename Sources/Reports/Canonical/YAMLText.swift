/// A text as a YAML scalar: plain where no reader could take it for anything else, else in double quotes.
struct YAMLText {
  /// The scalar, on one line.
  let description: String

  init(_ text: String) {
    description = Self.isPlain(text) ? text : Self.quoted(text)
  }

  private static func isPlain(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    // A word of two letters or more that begins with a letter and is no value of YAML 1.1 or 1.2.
    guard let first = scalars.first, first.properties.isAlphabetic, let last = scalars.last, last != " ", last != ":"
    else { return false }
    let reserved: Set<String> = [
      "null", "true", "false", "yes", "no", "on", "off", "y", "n", "unknown",
    ]
    if reserved.contains(text.lowercased()) { return false }
    var before = first
    for scalar in scalars {
      if scalar.value < 0x20 || (0x7F...0xA0).contains(scalar.value)
        || "[]{},\"'\\`&*!|>%@\u{2028}\u{2029}\u{FEFF}\u{FFFE}\u{FFFF}".unicodeScalars.contains(scalar)
      {
        return false
      }
      if before == ":", scalar == " " { return false }
      if before == " ", scalar == "#" { return false }
      before = scalar
    }
    return true
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _
      where scalar.value < 0x20 || (0x7F...0xA0).contains(scalar.value)
        || [0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF].contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
