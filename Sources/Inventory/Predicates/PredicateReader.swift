public import Diagnostics
public import Documents

/// Reads predicates: the name of a definition, or a mapping all of whose keys hold.
public struct PredicateReader {
  /// The names that may be used.
  public let names: Names
  private let definitions: [String: Node]
  // INVARIANT: the definitions that are being read, the outermost first; one that comes up again is a cycle.
  private var open: [String] = []
  /// The definitions that something has used.
  public private(set) var used: Set<String> = []

  /// A reader with definitions by name.
  public init(names: Names, definitions: [String: Node]) {
    self.names = names
    self.definitions = definitions
  }

  /// A condition over a line.
  public mutating func linePredicate(_ node: Node, _ problems: inout Problems) -> LinePredicate? {
    predicate(node, &problems) { reader, key, value, problems in reader.lineTest(key, value, &problems) }
  }

  /// A condition over a project.
  public mutating func projectPredicate(_ node: Node, _ problems: inout Problems) -> ProjectPredicate? {
    predicate(node, &problems) { reader, key, value, problems in reader.projectTest(key, value, &problems) }
  }

  /// Checks definitions that nothing has used: each must be a condition over a line or over a project.
  public mutating func checkUnused(_ names: [String], _ problems: inout Problems) {
    for name in names where !used.contains(name) {
      guard let node = definitions[name] else { continue }
      var ofLine = Problems()
      var ofProject = Problems()
      _ = linePredicate(node, &ofLine)
      _ = projectPredicate(node, &ofProject)
      if ofLine.hasErrors, ofProject.hasErrors { problems.add(ofLine) }
    }
  }

  private typealias TestReader<Test: Sendable> = (inout PredicateReader, Node, Node, inout Problems) -> Test?

  private mutating func predicate<Test: Sendable>(
    _ node: Node, _ problems: inout Problems, _ read: TestReader<Test>
  ) -> Predicate<Test>? {
    if node.kind == .scalar { return named(node, &problems, read) }
    guard node.kind == .mapping else {
      problems.wrongType(
        node, Localized(zh: "条件应是定义的名字，或一组“字段: 值”", en: "a predicate must be the name of a definition or a mapping"))
      return nil
    }
    var parts: [Predicate<Test>] = []
    var isWhole = true
    for (key, value) in node.entries {
      switch key.text {
      case "all", "any":
        let members = value.filledList(Localized(zh: "条件", en: "predicates"), &problems)
        let read = members.map { predicate($0, &problems, read) }
        isWhole = isWhole && !read.contains { $0 == nil } && !read.isEmpty
        parts.append(key.text == "all" ? .all(read.compactMap(\.self)) : .any(read.compactMap(\.self)))
      case "not":
        if let part = predicate(value, &problems, read) { parts.append(.not(part)) } else { isWhole = false }
      case _ where value.kind != .scalar && value.count == 0:
        problems.empty(value, Localized(zh: "字段 `\(key.text)`", en: "field `\(key.text)`"))
        isWhole = false
      default:
        if let test = read(&self, key, value, &problems) { parts.append(.test(test)) } else { isWhole = false }
      }
    }
    guard isWhole else { return nil }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func named<Test: Sendable>(
    _ node: Node, _ problems: inout Problems, _ read: TestReader<Test>
  ) -> Predicate<Test>? {
    let name = node.text
    guard let definition = definitions[name] else {
      problems.unknownName(
        node, code: "unknown-definition", what: Localized(zh: "定义", en: "definition"), among: definitions.keys.sorted())
      return nil
    }
    used.insert(name)
    guard !open.contains(name) else {
      problems.error(
        "cycle", Localized(zh: "定义 `\(name)` 最终用到了自己", en: "definition `\(name)` uses itself"), at: node.span)
      return nil
    }
    open.append(name)
    defer { open.removeLast() }
    return predicate(definition, &problems, read).map { .named(name, $0) }
  }
}
