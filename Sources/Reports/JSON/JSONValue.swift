/// A JSON value whose objects keep the order of their keys.
enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case string(String)
  case array([JSONValue])
  case object([(StaticString, JSONValue)])

  /// A text, or null.
  static func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByStringLiteral, ExpressibleByBooleanLiteral {
  init(dictionaryLiteral elements: (StaticString, JSONValue)...) {
    self = .object(elements)
  }

  init(stringLiteral value: String) {
    self = .string(value)
  }

  init(booleanLiteral value: Bool) {
    self = .bool(value)
  }
}
