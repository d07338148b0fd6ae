extension String {
  /// Where a text stands first.
  func firstRange(of text: String) -> Range<String.Index>? {
    guard let start = offset(of: text) else { return nil }
    let first = utf8.index(utf8.startIndex, offsetBy: start)
    return first..<utf8.index(first, offsetBy: text.utf8.count)
  }

  /// Whether a text stands in it, compared byte by byte.
  func holds(_ text: String) -> Bool { offset(of: text) != nil }

  private func offset(of text: String) -> Int? {
    var (own, wanted) = (self, text)
    return own.withUTF8 { own in
      wanted.withUTF8 { wanted in
        guard let first = wanted.first, own.count >= wanted.count else { return nil }
        for start in 0...(own.count - wanted.count) where own[start] == first {
          var length = 1
          while length < wanted.count, own[start + length] == wanted[length] { length += 1 }
          if length == wanted.count { return start }
        }
        return nil
      }
    }
  }

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
