internal import Diagnostics

/// HTML that grows at its end. The names of elements and of attributes are the program's own; every text between and
/// every value within them is escaped, so that nothing that stands in a file becomes markup.
struct Markup: ~Copyable {
  /// Attributes, in order.
  typealias Attributes = KeyValuePairs<StaticString, String>

  private var sink = ByteSink(capacity: 1 << 16)

  /// The document as UTF-8.
  var bytes: [UInt8] { sink.bytes }

  /// Markup that the program itself holds.
  mutating func raw(_ markup: StaticString) { sink.append(markup) }

  /// A text.
  mutating func text(_ text: String) {
    // Control characters have no meaning here, and some could turn the direction of what stands behind them.
    for byte in text.printable.utf8 {
      switch byte {
      case UInt8(ascii: "&"): sink.append("&amp;")
      case UInt8(ascii: "<"): sink.append("&lt;")
      case UInt8(ascii: ">"): sink.append("&gt;")
      case UInt8(ascii: "\""): sink.append("&quot;")
      case UInt8(ascii: "'"): sink.append("&#39;")
      default: sink.append(byte)
      }
    }
  }

  /// An element with a text.
  mutating func element(_ name: StaticString, _ text: String) { element(name, [:], text) }

  /// The same with attributes.
  mutating func element(_ name: StaticString, _ attributes: Attributes, _ text: String) {
    open(name, attributes)
    self.text(text)
    close(name)
  }

  /// An element that has nothing in it and no end.
  mutating func void(_ name: StaticString, _ attributes: Attributes) { open(name, attributes) }

  /// An element among words.
  mutating func inline(_ name: StaticString, _ attributes: Attributes = [:], _ body: (inout Markup) -> Void) {
    open(name, attributes)
    body(&self)
    close(name)
  }

  /// An element on a line of its own.
  mutating func line(_ name: StaticString, _ attributes: Attributes = [:], _ body: (inout Markup) -> Void) {
    inline(name, attributes, body)
    sink.append("\n")
  }

  /// An element with a text on a line of its own.
  mutating func line(_ name: StaticString, _ text: String) { line(name, [:], text) }

  /// The same with attributes.
  mutating func line(_ name: StaticString, _ attributes: Attributes, _ text: String) {
    element(name, attributes, text)
    sink.append("\n")
  }

  /// An element over several lines.
  mutating func block(_ name: StaticString, _ attributes: Attributes = [:], _ body: (inout Markup) -> Void) {
    open(name, attributes)
    sink.append("\n")
    body(&self)
    close(name)
    sink.append("\n")
  }

  private mutating func open(_ name: StaticString, _ attributes: Attributes) {
    sink.append("<")
    sink.append(name)
    for (name, value) in attributes {
      sink.append(" ")
      sink.append(name)
      sink.append("=\"")
      text(value)
      sink.append("\"")
    }
    sink.append(">")
  }

  private mutating func close(_ name: StaticString) {
    sink.append("</")
    sink.append(name)
    sink.append(">")
  }
}
