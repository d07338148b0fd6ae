extension String {
  /// Where a text stands first.
  func firstRange(of text: String) -> Range<String.Index>? {
    let (bytes, wanted) = (Array(utf8), Array(text.utf8))
    guard !wanted.isEmpty, bytes.count >= wanted.count else { return nil }
    for start in 0...(bytes.count - wanted.count) where bytes[start..<start + wanted.count].elementsEqual(wanted) {
      let first = utf8.index(utf8.startIndex, offsetBy: start)
      return first..<utf8.index(first, offsetBy: wanted.count)
    }
    return nil
  }

  /// Whether a text stands in it, compared byte by byte.
  func holds(_ text: String) -> Bool { firstRange(of: text) != nil }

  /// The text without white space at its ends.
  var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }

  /// At most 40 characters, for a message.
  var brief: String {
    let scalars = unicodeScalars.prefix(41)
    guard scalars.count > 40 else { return self }
    return String(String.UnicodeScalarView(scalars.prefix(40))) + "…"
  }
}
