internal import Diagnostics
internal import Documents

/// A text that was found in an input, with its place.
struct Found: Sendable {
  var text: String
  var span: SourceSpan

  /// The text of a scalar that says something; nil where it is absent, null or a placeholder.
  init?(_ node: Node?) {
    guard let node, node.kind == .scalar, !node.isNull, let text = Placeholder.meaning(of: node.text) else {
      return nil
    }
    self.init(text: text, span: node.span)
  }

  init(text: String, span: SourceSpan) {
    self.text = text
    self.span = span
  }
}

extension Line {
  /// Takes over who made it and what it is, with the places.
  mutating func name(vendor: Found?, model: Found?) {
    self.vendor = vendor?.text
    self.model = model?.text
    places[.vendor] = vendor?.span
    places[.model] = model?.span
  }
}
