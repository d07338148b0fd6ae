internal import Inventory
internal import Quantities

extension Wording {
  /// What a line is called: vendor and model as written, else what it is.
  func title(_ line: ResolvedLine) -> String {
    switch line.presence {
    case .listed: line.title.isEmpty ? self(line.line.kind.title) : line.title
    case .catalogue: line.title.isEmpty ? self(line.line.kind.title) : line.title
    case .hidden: self("未列出的", "unlisted ") + self(line.line.kind.title)
    }
  }

  /// What is known of a line in the eyes of a test, and who says so: 国产（目录）.
  func knowledge(of line: ResolvedLine, _ test: LineTest, _ context: LineContext) -> String {
    let truth = test.truth(of: line, context)
    switch test {
    case .kind: return self("类别：", "kind: ") + self(line.line.kind.title)
    case .country(.vendorCountry, let codes): return vendorCountry(of: line, codes, context)
    case .country(.madeIn, _):
      guard let country = line.madeIn(context.evidence) else {
        return line.line.madeIn != nil
          ? self("制造地只有清单声明", "place of manufacture only claimed") : self("制造地不明", "place of manufacture unknown")
      }
      return self("制造地 ", "made in ") + name(country) + source(isClaim: true)
    case .origin:
      guard let origin = line.line.origin else { return self("清单未声明来源", "the bill states no origin") }
      return self("清单声明为", "claimed ") + (origin == .domestic ? self("国产", "domestic") : self("国外", "foreign"))
    case .list(let name, _): return listing(of: line, name, truth, context)
    case .tags(let tags):
      let held = line.line.tags.filter(tags.contains)
      let text = held.isEmpty ? self("没有标签 ", "no tag ") + list(tags) : self("标签 ", "tag ") + list(held)
      return text + (held.isEmpty ? "" : source(isClaim: true))
    case .number(.spec(let name), _), .specText(let name, _), .specFlag(let name, _):
      guard let value = line.spec(name, context.evidence) else { return spec(name) + self("不明", " unknown") }
      return spec(name) + " " + words(value, name)
        + source(isClaim: line.restsOnClaim(test, context.catalog))
    case .number(.quantity, _): return self("数量 ", "quantity ") + line.quantity.description
    case .number(.unitPrice, _):
      return line.line.unitPrice.map { self("单价 ", "unit price ") + Numerals.exact($0) } ?? self("没有单价", "no price")
    case .vendor:
      return line.vendor.map { self("厂商 ", "vendor ") + (catalog.vendors[$0]?.names.first ?? $0) }
        ?? self("厂商不明", "vendor unknown")
    case .component, .isa:
      if truth == .unknown { return self("型号不明", "model unknown") }
      return self("型号 ", "model ") + list(line.resolution.candidates.map(\.model))
    case .supplier: return self("供应商 ", "supplier ") + (line.line.supplier ?? self("不明", "unknown"))
    case .lot: return self("标包 ", "lot ") + (line.line.lot ?? self("不明", "unknown"))
    }
  }

  /// A value of a spec with its unit.
  func words(_ value: SpecValue, _ name: String) -> String {
    switch value {
    case .number(let interval):
      let scale = vocabulary.specs[name].map { Scale.unit($0.unit) } ?? .plain
      return self.interval(interval, scale)
    case .text(let text): return text
    case .flag(let flag): return yesNo(flag)
    }
  }

  /// Why a line is not known, where its names are the cause.
  func because(_ line: ResolvedLine) -> String? {
    switch line.resolution {
    case .component: nil
    case .ambiguous: self("型号有多种可能", "ambiguous model")
    case .unknown: self("目录中没有这一型号", "not in the catalogue")
    case .vendorConflict: self("厂商与型号不符", "vendor and model disagree")
    case .unnamed:
      line.presence == .hidden ? self("清单没有列出", "not listed in the bill") : self("没有写型号", "no model given")
    }
  }

  private func vendorCountry(of line: ResolvedLine, _ codes: [String], _ context: LineContext) -> String {
    guard let country = line.vendorCountry(context.catalog, context.evidence) else {
      let claimed = line.vendorCountry(context.catalog, .claims)
      if let claimed { return self("只有清单声明为", "only claimed to be ") + adjective(claimed) }
      return self("来源不明", "origin unknown")
    }
    let isClaim = line.vendorCountry(context.catalog, .catalogue) == nil
    return adjective(country) + source(isClaim: isClaim)
  }

  private func listing(of line: ResolvedLine, _ name: String, _ truth: Truth, _ context: LineContext) -> String {
    let list = context.catalog.lists[name]
    let entries = line.resolution.component.flatMap { list?.entries(of: $0.id) } ?? []
    if let entry = entries.last(where: { $0.isValid(on: context.day) }) {
      let hasLevels = list?.entries.contains { $0.level != nil } ?? false
      let level = entry.level.map { self("\($0) 级", "level \($0)") }
      let parts = [
        level ?? (hasLevels ? self("级别不详", "level not seen") : nil), entry.announcement,
        entry.validUntil.map { self("至 \($0)", "until \($0)") },
      ].compactMap(\.self)
      return self("在名录上", "on the list") + (parts.isEmpty ? "" : brackets(self.list(parts)))
    }
    switch truth {
    case .yes: return self("在名录上", "on the list")
    case .no: return self("不在名录上", "not on the list")
    case .unknown: return self("是否在名录上不明", "whether it is on the list is unknown")
    }
  }

  /// Who says so.
  func source(isClaim: Bool) -> String {
    brackets(isClaim ? self("清单声明", "claimed") : self("目录", "catalogue"))
  }

  private func adjective(_ country: Country) -> String {
    switch country {
    case .code("CN"): self("国产", "domestic")
    case .code(let code): self("国外 \(code)", "foreign, \(code)")
    case .notChina: self("国外", "foreign")
    }
  }

  private func name(_ country: Country) -> String {
    switch country {
    case .code(let code): code
    case .notChina: self("国外", "outside China")
    }
  }
}
