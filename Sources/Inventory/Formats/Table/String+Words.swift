extension String {
  /// Where a text stands first.
  func firstRange(of text: String) -> Range<String.Index>? {
    guard let start = offset(of: text) else { return nil }
    let first = utf8.index(utf8.startIndex, offsetBy: start)
    return first..<utf8.index(first, offsetBy: text.utf8.count)
  }

  /// Whether a text stands in it, compared byte by byte.
  func holds(_ text: String) -> Bool { offset(of: text) != nil }

  /// Whether it begins with a text, compared byte by byte: to the standard library, which looks at whole characters, a
  /// Chinese text costs a hundred times as much.
  func begins(with text: String) -> Bool {
    var (own, wanted) = (self, text)
    return own.withUTF8 { own in
      wanted.withUTF8 { wanted in own.count >= wanted.count && own.prefix(wanted.count).elementsEqual(wanted) }
    }
  }

  /// Whether it ends with a text, compared byte by byte.
  func ends(with text: String) -> Bool {
    var (own, wanted) = (self, text)
    return own.withUTF8 { own in
      wanted.withUTF8 { wanted in own.count >= wanted.count && own.suffix(wanted.count).elementsEqual(wanted) }
    }
  }

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
    // Ideographs and what ASCII shows are no white space; nearly every cell begins and ends with one of them.
    func isInk(_ byte: UInt8?) -> Bool {
      byte.map { (0x21...0x7E).contains($0) || (0xE4...0xE9).contains($0) } ?? false
    }
    if isInk(utf8.first), isInk(utf8.last) || isInk(utf8.suffix(3).first) && utf8.last.map({ $0 >= 0x80 }) ?? false {
      return self
    }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isBlank }), let last = scalars.lastIndex(where: { !$0.isBlank })
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

extension Unicode.Scalar {
  /// Whether it is white space; the properties of a character take long to be looked up.
  var isBlank: Bool {
    switch value {
    case 0x21...0x7E, 0x3001...0xD7FF: false
    default: properties.isWhitespace
    }
  }
}
