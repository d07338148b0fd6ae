public import Diagnostics

/// The fields of a mapping, read one by one; what was never asked for is an unknown key.
public struct Fields {
  /// The mapping.
  public let node: Node
  private var fields: [Field] = []
  private var asked: [Name] = []
  private var next = 0

  /// A key and its value on the tape; nodes are only made of those that are looked at.
  private struct Field {
    var key: UInt32
    var value: Node.Place
    /// The length of the key and its first bytes. What differs here need not be looked at.
    var signature: UInt64
  }

  /// A key that was asked for.
  private enum Name {
    case written(StaticString)
    case computed(String)
  }

  /// The signature of a key that was asked for. No key has it: a length of 255 with bytes that are no text.
  private static let taken = UInt64.max

  /// The fields of `node`; nil, with a problem, where it is no mapping. `what` names the thing in the message.
  public init?(_ node: Node, _ what: Localized, _ problems: inout Problems) {
    guard node.kind == .mapping else {
      problems.wrongType(
        node, Localized(zh: "\(what.zh)应是一组“键: 值”", en: "\(what.en) must be a mapping of keys to values"))
      return nil
    }
    self.node = node
    asked.reserveCapacity(16)
    fields = node.document.tape.withView(of: node.document.file) { view in
      var fields: [Field] = []
      fields.reserveCapacity(node.count)
      var place = node.index + 1
      for _ in 0..<node.count {
        let value = view.entries[place].next(after: place)
        fields.append(
          Field(
            key: UInt32(truncatingIfNeeded: place), value: Node.Place(value, in: view),
            signature: Self.signature(view.text(view.resolved(place)))))
        place = view.entries[value].next(after: value)
      }
      return fields
    }
  }

  /// The value of a key; nil where it is absent or null.
  public mutating func take(_ key: StaticString) -> Node? {
    asked.append(.written(key))
    return key.withUTF8Buffer { take(bytes: $0) }
  }

  /// The value of a key whose name is not written in the program.
  public mutating func take(named key: String) -> Node? {
    asked.append(.computed(key))
    var key = key
    return key.withUTF8 { take(bytes: $0) }
  }

  private mutating func take(bytes: UnsafeBufferPointer<UInt8>) -> Node? {
    let signature = Self.signature(bytes)
    // Documents mostly keep the order in which their reader asks, so the search starts where the last one ended.
    let found = fields.withUnsafeBufferPointer { fields in
      fields[next...].firstIndex { $0.signature == signature }
        ?? fields[..<next].firstIndex { $0.signature == signature }
    }
    guard let index = found, isKey(at: index, bytes) else {
      return found == nil ? nil : takeAmongAlike(signature, bytes)
    }
    return take(at: index)
  }

  /// The value of a key that shares its signature with another: both are long and begin alike.
  private mutating func takeAmongAlike(_ signature: UInt64, _ bytes: UnsafeBufferPointer<UInt8>) -> Node? {
    let found = fields.indices.first { fields[$0].signature == signature && isKey(at: $0, bytes) }
    return found.flatMap { take(at: $0) }
  }

  private mutating func take(at index: Int) -> Node? {
    fields[index].signature = Self.taken
    next = index + 1
    let value = fields[index].value
    return value.isNull ? nil : Node(document: node.document, place: value)
  }

  private func isKey(at index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // The signature of a short key is the key.
    if bytes.count < 8 { return true }
    let tape = node.document.tape
    return tape.withText(tape.resolved(Int(fields[index].key)), in: node.document.file) { $0.elementsEqual(bytes) }
  }

  private static func signature(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var signature = UInt64(min(bytes.count, 255)) << 56
    for index in 0..<min(bytes.count, 7) { signature |= UInt64(bytes[index]) << (UInt64(index) * 8) }
    return signature
  }

  private func key(at index: Int) -> Node {
    Node(document: node.document, place: Int(fields[index].key))
  }

  /// The value of a key that must be there.
  public mutating func require(_ key: StaticString, _ problems: inout Problems) -> Node? {
    if let value = take(key) { return value }
    problems.error(
      "missing-key", Localized(zh: "缺少 `\(key)`", en: "`\(key)` is missing"),
      at: node.headSpan, help: Localized(zh: "请加上 `\(key):`", en: "add `\(key):`"))
    return nil
  }

  /// Keys not asked for so far, with their values.
  public var rest: [(key: Node, value: Node)] {
    fields.indices.filter { fields[$0].signature != Self.taken }.map {
      (key(at: $0), Node(document: node.document, place: fields[$0].value))
    }
  }

  /// Reports every key that nothing asked for, with the nearest name that is known.
  public func finish(_ problems: inout Problems) {
    guard fields.contains(where: { $0.signature != Self.taken }) else { return }
    let names = asked.map { name in
      switch name {
      case .written(let name): name.description
      case .computed(let name): name
      }
    }
    for (key, _) in rest {
      problems.unknownName(key, code: "unknown-key", what: Localized(zh: "键", en: "key"), among: names)
    }
  }
}

extension Node {
  /// The first line of the node: enough to find it, short enough to show.
  public var headSpan: SourceSpan {
    var span = span
    if let range = span.range, range.lowerBound.line != range.upperBound.line {
      var end = range.lowerBound
      end.column += 1
      span.range = range.lowerBound..<end
    }
    return span
  }

  /// The items of a list; a single value is a list of one.
  public var listed: [Node] {
    kind == .sequence ? Array(items) : [self]
  }

  /// The text of a scalar; nil, with a problem, for anything else.
  public func string(_ problems: inout Problems) -> String? {
    guard kind == .scalar, !isNull else {
      problems.wrongType(self, Localized(zh: "这里应是一段文字", en: "expected a text"))
      return nil
    }
    return text
  }

  /// The items of a list that must be one.
  public func list(_ what: Localized, _ problems: inout Problems) -> [Node] {
    guard kind == .sequence else {
      problems.wrongType(
        self, Localized(zh: "\(what.zh)应是一个列表", en: "\(what.en) must be a list"),
        help: Localized(zh: "每项一行，以 `- ` 开头", en: "write one item a line, each after `- `"))
      return []
    }
    return Array(items)
  }

  /// The items of a list that must be one and must hold something.
  public func filledList(_ what: Localized, _ problems: inout Problems) -> [Node] {
    if kind == .sequence, count == 0 {
      problems.empty(self, Localized(zh: "\(what.zh)的列表", en: "the list of \(what.en)"))
    }
    return list(what, &problems)
  }

  /// The entries of a mapping that must be one.
  public func mapping(_ what: Localized, _ problems: inout Problems) -> [(key: Node, value: Node)] {
    guard kind == .mapping else {
      problems.wrongType(
        self, Localized(zh: "\(what.zh)应是一组“键: 值”", en: "\(what.en) must be a mapping of keys to values"))
      return []
    }
    return entries.map { ($0.key, $0.value) }
  }

  /// `true` or `false`, written without quotes.
  public func boolean(_ problems: inout Problems) -> Bool? {
    switch isPlain ? text : "" {
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    default:
      problems.wrongType(self, Localized(zh: "这里应是 `true` 或 `false`", en: "expected `true` or `false`"))
      return nil
    }
  }

  /// One of a few words.
  public func choice<Choice: RawRepresentable & CaseIterable>(
    _ what: Localized, _ problems: inout Problems
  ) -> Choice? where Choice.RawValue == String {
    guard let text = string(&problems) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    problems.unknownName(self, code: "unknown-value", what: what, among: Choice.allCases.map(\.rawValue), listAll: true)
    return nil
  }
}

extension Problems {
  /// A value of the wrong shape.
  public mutating func wrongType(_ node: Node, _ message: Localized, help: Localized? = nil) {
    error("wrong-type", message, at: node.headSpan, help: help)
  }

  /// A list or a mapping that says nothing because there is nothing in it.
  public mutating func empty(_ node: Node, _ what: Localized) {
    error(
      "empty", Localized(zh: "\(what.zh)是空的", en: "\(what.en) is empty"), at: node.headSpan,
      help: Localized(zh: "至少写一项，或删去这个键", en: "write at least one entry, or leave the key out"))
  }

  /// A name that is not known, with the nearest one that is, or all of them where they are few.
  public mutating func unknownName(
    _ node: Node, code: String, what: Localized, among names: [String], listAll: Bool = false
  ) {
    unknownName(node.text, at: node.headSpan, code: code, what: what, among: names, listAll: listAll)
  }

  /// A name that is not known, as a text with its place.
  public mutating func unknownName(
    _ text: String, at span: SourceSpan?, code: String, what: Localized, among names: [String], listAll: Bool = false
  ) {
    let help: Localized? =
      if let near = nearest(to: text, among: names) {
        Localized(zh: "是否想写 `\(near)`？", en: "did you mean `\(near)`?")
      } else if listAll || names.count <= 16, !names.isEmpty {
        Localized(
          zh: "可用的有：" + names.map { "`\($0)`" }.joined(separator: "、"),
          en: "known are " + names.map { "`\($0)`" }.joined(separator: ", "))
      } else {
        nil
      }
    error(
      code, Localized(zh: "未知的\(what.zh) `\(text)`", en: "unknown \(what.en) `\(text)`"), at: span, help: help)
  }
}
