/// What firmware writes where its maker filled nothing in.
enum Placeholder {
  /// The text with single spaces and none around it; nil where it is a placeholder, which says nothing.
  static func meaning(of text: String) -> String? {
    let words = text.split { $0 == " " || $0 == "\t" || $0 == "\u{A0}" || $0.isNewline }
    let meaning = words.joined(separator: " ")
    return isPlaceholder(meaning) ? nil : meaning
  }

  private static func isPlaceholder(_ text: String) -> Bool {
    // `0`, `0000`, `--`, `...`: nothing but zeros and signs.
    if text.utf8.allSatisfy({ fillers.contains($0) }) { return true }
    guard text.utf8.count <= 40 else { return false }
    var key = text.lowercased()
    for bracket in ["[", "]", "<", ">", "(", ")"] where key.contains(bracket) {
      key.removeAll { String($0) == bracket }
    }
    return words.contains(key)
  }

  private static let fillers = Set("0-_. ?*".utf8)
  private static let words: Set<String> = [
    "to be filled by o.e.m.", "to be filled by o.e.m", "to be filled by oem", "o.e.m.", "oem", "default string",
    "default", "not specified", "not set", "not provided", "not available", "not applicable", "not defined",
    "not installed", "no dimm", "no module installed", "none", "null", "n/a", "na", "unknown", "unspecified",
    "undefined", "empty", "invalid", "out of spec", "bad index", "no asset tag", "system manufacturer",
    "system product name", "system version", "base board manufacturer", "base board product name",
    "type1productconfigid",
    "xxxx", "xxxxx", "xxxxxx", "xxxxxxx", "xxxxxxxx", "chassis manufacturer", "no product", "product name",
    "manufacturer",
  ]
}
