extension String {
  /// The text as a message quotes it: at most 60 characters.
  var excerpt: String {
    let scalars = unicodeScalars.prefix(61)
    guard scalars.count > 60 else { return self }
    return String(String.UnicodeScalarView(scalars.prefix(60))) + "…"
  }
}
