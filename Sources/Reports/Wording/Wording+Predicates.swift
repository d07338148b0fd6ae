internal import Inventory
internal import Quantities

extension Wording {
  /// A condition over a line in words.
  func predicate(_ condition: LineCondition) -> String { predicate(condition.predicate) }

  /// The same of a condition inside another.
  func predicate(_ predicate: LinePredicate) -> String { words(predicate, isInner: false) { test($0) } }

  /// A condition over a project in words.
  func predicate(_ predicate: ProjectPredicate) -> String { words(predicate, isInner: false) { test($0) } }

  private func words<Test>(_ predicate: Predicate<Test>, isInner: Bool, _ test: (Test) -> String) -> String {
    func joined(_ parts: [Predicate<Test>], _ word: String) -> String {
      let text = parts.map { words($0, isInner: parts.count > 1, test) }.joined(separator: word)
      return isInner && parts.count > 1 ? self("（\(text)）", "(\(text))") : text
    }
    switch predicate {
    case .all(let parts): return joined(parts, self("，且", " and "))
    case .any(let parts): return joined(parts, self("，或", " or "))
    case .not(let part): return self("不符合：", "not: ") + words(part, isInner: true, test)
    case .test(let value): return test(value)
    case .named(_, let part): return words(part, isInner: isInner, test)
    }
  }

  /// A question about a line in words.
  func test(_ test: LineTest) -> String {
    switch test {
    case .kind(let kinds): self("类别：", "kind: ") + list(kinds.map { self($0.title) })
    case .vendor(let ids): self("厂商：", "vendor: ") + list(ids.map { catalog.vendors[$0]?.names.first ?? $0 })
    case .component(let ids): self("型号：", "model: ") + list(ids.map { catalog.components[$0]?.model ?? $0 })
    case .isa(let names): self("指令集：", "instruction set: ") + list(names)
    case .supplier(let names): self("供应商：", "supplier: ") + list(names)
    case .lot(let names): self("标包：", "lot: ") + list(names)
    case .tags(let tags): self("标签：", "tag: ") + list(tags)
    case .origin(let origins):
      self("清单自述：", "stated as ")
        + list(origins.map { $0 == .domestic ? self("国产", "domestic") : self("国外", "foreign") })
    case .country(.vendorCountry, let codes): self("厂商所属国：", "vendor's country: ") + list(codes)
    case .country(.madeIn, let codes): self("制造地：", "made in: ") + list(codes)
    case .number(.quantity, let range): self("数量", "quantity") + limits(range, .plain)
    case .number(.unitPrice, let range): self("单价", "unit price") + limits(range, .money("CNY"))
    case .number(.spec(let name), let range):
      spec(name) + limits(range, scale(of: vocabulary.specs[name]?.unit, against: range.limit))
    case .specText(let name, let words): spec(name) + colon + list(words)
    case .specFlag(let name, let flag): spec(name) + colon + yesNo(flag)
    case .list(let name, let level):
      self("列入《\(listTitle(name))》", "on “\(listTitle(name))”")
        + (level.map { self("，\($0) 级", ", level \($0)") } ?? "")
    }
  }

  /// A question about a project in words.
  func test(_ test: ProjectTest) -> String {
    switch test {
    case .region(let codes): fact("region") + colon + list(codes.map { region($0) })
    case .facility(let facilities): fact("facility") + colon + list(facilities.map { self($0.title) })
    case .buyer(let buyers): fact("buyer") + colon + list(buyers.map { self($0.title) })
    case .number(let name, let range):
      fact(name) + limits(range, scale(of: vocabulary.facts[name]?.unit, against: range.limit))
    case .flag(let name, let flag): fact(name) + colon + yesNo(flag)
    case .text(let name, let words): fact(name) + colon + list(words)
    case .date(let name, let range):
      fact(name) + colon
        + [range.atLeast.map { "≥ \($0)" }, range.atMost.map { "≤ \($0)" }].compactMap(\.self).joined(separator: " ")
    }
  }

  /// A place by name and code.
  func region(_ code: String) -> String {
    let name = self(regions.name(of: code))
    return name == code || code == "CN" ? name : name + brackets(code)
  }

  /// What a list is called.
  func listTitle(_ name: String) -> String { catalog.lists[name].map { self($0.title) } ?? name }

  /// What a spec is called.
  func spec(_ name: String) -> String { vocabulary.specs[name].map { self($0.title) } ?? name }

  func yesNo(_ flag: Bool) -> String { flag ? self("是", "yes") : self("否", "no") }

  private func limits(_ range: NumberRange, _ scale: Scale) -> String {
    var parts: [String] = []
    if !range.values.isEmpty { parts.append("= " + list(range.values.map { number($0, scale) })) }
    if let value = range.atLeast { parts.append("≥ " + number(value, scale)) }
    if let value = range.above { parts.append("> " + number(value, scale)) }
    if let value = range.atMost { parts.append("≤ " + number(value, scale)) }
    if let value = range.below { parts.append("< " + number(value, scale)) }
    return " " + parts.joined(separator: self("，", ", "))
  }
}

extension NumberRange {
  /// One of its limits, which shows whether it is meant as a percentage.
  var limit: Rational? { atLeast ?? atMost ?? above ?? below ?? values.first }
}
