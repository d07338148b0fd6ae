extension Unicode.Scalar {
  /// What is shown in its place: a control character could steer the reader's terminal, a direction override could
  /// make a line read as another one.
  var printable: Unicode.Scalar {
    switch value {
    case 0..<0x20: Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0xFFFE...0xFFFF: "\u{FFFD}"
    default: self
    }
  }
}

extension String {
  /// The text with every control character made visible.
  public var printable: String {
    guard unicodeScalars.contains(where: { $0 != $0.printable }) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map(\.printable)))
  }
}
