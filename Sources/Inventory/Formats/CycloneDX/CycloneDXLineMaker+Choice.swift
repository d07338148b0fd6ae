internal import Diagnostics
internal import Quantities

extension CycloneDXLineMaker {
  private enum Operator: String, CaseIterable {
    case and = "AND"
    case or = "OR"
    case xor = "XOR"
  }

  /// Adds what a choice between components comes to: all of a group, but alternates never together.
  mutating func addChoice(_ choice: CycloneDXComponent, to shelf: inout Shelf) {
    guard let written = choice.hardware?.choice else {
      problems.error(
        "missing-key",
        Localized(zh: "`component-choice` 缺少 `operator`", en: "the `component-choice` has no `operator`"),
        at: choice.place,
        help: Localized(
          zh: "写 `XOR`（任选其一）、`OR`（任选若干）或 `AND`（全部）",
          en: "write `XOR` (one of them), `OR` (any of them) or `AND` (all of them)"))
      return
    }
    let found: Operator? = written.choice(Localized(zh: "组合方式", en: "operator"), &problems)
    guard let found else { return }
    guard found != .and, choice.components.count > 1 else { return add(choice.components, to: &shelf) }
    // Every branch is made by itself, to see what it holds; the places of its lines are those they get if they stay.
    var branches: [[Line]] = []
    var trial = shelf.next
    let said = findings.count
    for component in choice.components {
      let before = trial.lines.count
      add([component], to: &trial)
      branches.append(Array(trial.lines[before...]))
    }
    let place: String
    let merged = merged(branches, found, choice)
    if var merged {
      setID(of: &merged, choice)
      place = merged.id ?? shelf.place
      // What was said of an alternate is said of the one line.
      for index in said..<findings.count {
        let finding = findings[index]
        findings[index] = Finding(finding.code, finding.severity, finding.message, line: place, span: finding.span)
      }
      shelf.lines.append(merged)
    } else {
      place = trial.lines.first?.id ?? shelf.place
      for line in branches.joined() {
        var line = line
        line.quantity = line.quantity.hull(.zero)
        shelf.lines.append(line)
      }
    }
    note(found, choice, branches, place, isMerged: merged != nil)
  }

  /// One line for alternates that are a single part of one kind each: what they agree on is known, the rest is not.
  private func merged(_ branches: [[Line]], _ choice: Operator, _ component: CycloneDXComponent) -> Line? {
    let lines = branches.compactMap { $0.count == 1 ? $0[0] : nil }
    guard lines.count == branches.count, let first = lines.first else { return nil }
    guard lines.allSatisfy({ $0.kind == first.kind && $0.contents == nil && $0.isOption == first.isOption }) else {
      return nil
    }
    var least = first.quantity
    var all = Interval.zero
    for line in lines {
      least = least.hull(line.quantity)
      guard let sum = try? all + line.quantity else { return nil }
      all = sum
    }
    // Of alternates any of which may be there, at least the smallest is and at most all are.
    let quantity = choice == .xor ? least : Interval(least.low, all.high)
    var merged = Line(kind: first.kind, quantity: quantity, span: component.span)
    merged.vendor = agreed(lines, \.vendor)
    merged.supplier = agreed(lines, \.supplier)
    merged.origin = agreed(lines, \.origin)
    merged.madeIn = agreed(lines, \.madeIn)
    merged.vendorCountry = agreed(lines, \.vendorCountry)
    merged.unitPrice = agreed(lines, \.unitPrice)
    merged.lot = agreed(lines, \.lot)
    merged.model = agreed(lines, \.model)
    merged.isOption = first.isOption
    let serials = lines.flatMap { line in
      line.tags.filter { $0.hasPrefix(SerialNumber.prefix) }
        .map { Found(text: String($0.dropFirst(SerialNumber.prefix.count)), span: line.span) }
    }
    merged.add(SerialNumbers(serials))
    if merged.model == nil, let found = candidates(lines) {
      merged.components = found
      // The components decide, so that the names are there for the reader alone.
      merged.model = lines.compactMap(\.model).joined(separator: " / ")
    }
    return merged
  }

  /// What all lines say alike; nil where one says nothing or another thing.
  private func agreed<Value: Equatable>(_ lines: [Line], _ field: KeyPath<Line, Value?>) -> Value? {
    guard let first = lines.first?[keyPath: field] else { return nil }
    return lines.allSatisfy { $0[keyPath: field] == first } ? first : nil
  }

  /// The components of the catalogue that the alternates may be; nil where one of them is in none.
  private func candidates(_ lines: [Line]) -> [String]? {
    var found: Set<String> = []
    for line in lines {
      let resolution = catalog.resolver.resolve(kind: line.kind, vendor: line.vendor, model: line.model)
      guard !resolution.candidates.isEmpty else { return nil }
      found.formUnion(resolution.candidates.map(\.id))
    }
    return found.sorted()
  }

  private mutating func note(
    _ choice: Operator, _ component: CycloneDXComponent, _ branches: [[Line]], _ place: String, isMerged: Bool
  ) {
    let names = branches.map { $0.compactMap(\.model).joined(separator: " + ") }.filter { !$0.isEmpty }
    let name = component.name?.text ?? component.type.text
    let isOne = choice == .xor
    findings.append(
      Finding(
        "alternates", .warning,
        Localized(
          zh: "“\(name)”\(isOne ? "是其中之一" : "是其中一个或几个")：\(names.joined(separator: "、"))；不相加，"
            + (isMerged ? "只采用它们一致的属性" : "每一个都按可能有、也可能没有计"),
          en:
            "“\(name)” is \(isOne ? "one" : "one or more") of \(names.joined(separator: ", ")); they are not added up, and "
            + (isMerged ? "only what they agree on is used" : "each counts as possibly there")),
        line: place, span: component.span))
  }
}
