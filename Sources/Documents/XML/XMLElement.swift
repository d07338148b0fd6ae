public import Diagnostics

/// An element of an XML document.
public struct XMLElement: Sendable {
  /// The document that it belongs to.
  public let document: XMLDocument
  let index: Int

  private var element: XMLDocument.Element { document.elements[index] }

  /// Its name, without a prefix.
  public var name: String { document.name(element.name) }

  /// Its namespace; empty outside all.
  public var namespace: String { document.name(element.namespace) }

  /// The text directly inside it, that of its children not included, with its white space. Empty where there is
  /// nothing but white space between children.
  public var text: String { document.text(element.text) }

  /// Where it stands, from its first tag to the end of its last.
  public var range: SourceRange { element.tag.lowerBound..<element.end }

  /// Where it stands, with its file.
  public var span: SourceSpan { SourceSpan(file: document.file, range: range) }

  /// Its first tag: enough to find it, short enough to show.
  public var tagSpan: SourceSpan { SourceSpan(file: document.file, range: element.tag) }

  /// Its attributes in their order; declarations of namespaces are not among them.
  public var attributes: [XMLAttribute] {
    element.attributes.map { place in
      let attribute = document.attributes[Int(place)]
      return XMLAttribute(
        name: document.name(attribute.name), namespace: document.name(attribute.namespace),
        value: document.text(attribute.value))
    }
  }

  /// The value of the attribute of that name outside all namespaces.
  public func value(_ name: String) -> String? {
    for place in element.attributes {
      let attribute = document.attributes[Int(place)]
      if attribute.namespace < 0, document.name(attribute.name) == name { return document.text(attribute.value) }
    }
    return nil
  }

  /// Its children in their order.
  public var children: XMLChildren { XMLChildren(document: document, place: index + 1, end: Int(element.next)) }

  /// The children of that name, in whatever namespace.
  public func children(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

  /// The first child of that name, in whatever namespace.
  public func child(_ name: String) -> XMLElement? { children.first { $0.name == name } }
}

/// An attribute of an element.
public struct XMLAttribute: Hashable, Sendable {
  /// Its name, without a prefix.
  public var name: String
  /// Its namespace; empty outside all.
  public var namespace: String
  /// Its value.
  public var value: String
}

/// The children of an element.
public struct XMLChildren: Sequence, IteratorProtocol, Sendable {
  let document: XMLDocument
  var place: Int
  let end: Int

  /// The next child.
  public mutating func next() -> XMLElement? {
    guard place < end else { return nil }
    defer { place = Int(document.elements[place].next) }
    return XMLElement(document: document, index: place)
  }
}
