internal import Diagnostics
internal import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

extension Wording {
  /// What would settle a requirement: 还差 4 张国产加速卡即可确定.
  func distance(_ result: RequirementAssessment, _ currency: String) -> String? {
    guard let distance = result.distance, result.verdict == .fail || result.verdict == .undetermined else { return nil }
    let isOpen = result.unsoftened == .undetermined
    let measure = result.measure?.measure
    let lead =
      (result.measure?.bases.count ?? 0) > 1 ? result.measure?.bases[0].basis.map { by($0) + self("，", ", ") } : nil
    let end = isOpen ? self("即可确定", " would settle it") : self("即可达到", " would meet it")
    func so(_ zh: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String {
      (lead ?? "") + self(zh(), en()) + end
    }
    switch distance {
    case .add(let amount, let basis):
      let what = amountOf(amount, basis, measure, currency)
      return so("还差 \(what)", en(amount, basis, measure, currency))
    case .replace(let amount, let basis):
      let what = amountOf(amount, basis, measure, currency, counts: false)
      return so("把 \(what)换成\(noun(measure, amount))", "replacing \(what) by \(noun(measure, amount))")
    case .remove(let amount, let basis):
      return so(
        "减去 \(amountOf(amount, basis, measure, currency))", "taking away \(amountOf(amount, basis, measure, currency))")
    case .raise(let gap): return gapText(gap, result, up: true)
    case .lower(let gap): return gapText(gap, result, up: false)
    case .lines(let count):
      let lines = plural(count, "line", "lines")
      return isOpen
        ? self("查明或更换 \(count) 行即可确定", "\(count) \(lines) to be made known or replaced")
        : self("更换 \(count) 行即可符合", "\(count) \(lines) to be replaced")
    }
  }

  private func en(_ amount: Rational, _ basis: Basis, _ measure: Measure?, _ currency: String) -> String {
    guard basis == .quantity else { return "another " + amountOf(amount, basis, measure, currency) }
    return Numerals.exact(amount) + " more " + noun(measure, amount)
  }

  private func gapText(_ gap: Rational, _ result: RequirementAssessment, up: Bool) -> String {
    let scale = result.measure.map { self.scale(of: $0.measure, against: result.value) } ?? .plain
    if gap == .zero {
      let value = result.value.map { number($0, scale) } ?? ""
      return up ? self("须高于 \(value)", "it must be above \(value)") : self("须低于 \(value)", "it must be below \(value)")
    }
    var by = number(gap, scale)
    if case .percent = scale {
      let points = (try? gap * Rational(100)) ?? gap
      by = Numerals.short(points) + self(" 个百分点", points == .one ? " percentage point" : " percentage points")
    }
    return up ? self("还须提高 \(by)", "it must rise by \(by)") : self("还须降低 \(by)", "it must fall by \(by)")
  }

  /// So much of what counts, in the units of a basis.
  private func amountOf(
    _ amount: Rational, _ basis: Basis, _ measure: Measure?, _ currency: String, counts: Bool = true
  ) -> String {
    let things = counts ? noun(measure, amount) : ""
    switch basis {
    case .quantity:
      guard language == .zh else { return Numerals.exact(amount) + (things.isEmpty ? "" : " " + things) }
      if counts, let own = measure?.counts?.zh { return "\(Numerals.exact(amount)) \(own)" }
      return Numerals.exact(amount) + " " + counter(measure) + things
    case .lines: return Numerals.exact(amount) + " " + self("行", plural(Int(amount.numerator), "line", "lines"))
    case .amount: return money(amount, currency) + (counts ? self(" 的", " of ") + things : " ")
    case .spec(let name):
      let unit = vocabulary.specs[name].map { suffix($0.unit, plural: true) } ?? ""
      return Numerals.exact(amount) + unit + brackets(spec(name)) + (counts ? self("的", " of ") + things : "")
    }
  }

  /// What counts for a measure: 国产加速卡, domestic accelerators.
  private func noun(_ measure: Measure?, _ amount: Rational) -> String {
    if language == .en, let own = measure?.counts?.en { return own }
    guard let measure else { return self("产品", "units") }
    switch measure.form {
    case .share(let of, let among, _): return adjective(of.predicate) + things(among.predicate, amount)
    case .total(_, let among): return things(among.predicate, amount)
    default: return self("产品", "units")
    }
  }

  private func adjective(_ of: LinePredicate) -> String {
    guard of.isPlain, of.tests.count == 1, let test = of.tests.first else { return self("符合条件的", "qualifying ") }
    switch test {
    case .country(.vendorCountry, ["CN"]): return self("国产", "domestic ")
    case .country(.madeIn, ["CN"]): return self("中国制造的", "Chinese-made ")
    case .list(let name, _): return self("列入《\(listTitle(name))》的", "listed ")
    default: return self("符合条件的", "qualifying ")
    }
  }

  private func things(_ among: LinePredicate, _ amount: Rational) -> String {
    let isOne = amount == .one
    switch among.onlyKind {
    case .accelerator: return self("加速卡", isOne ? "accelerator" : "accelerators")
    case .cpu: return self("CPU", isOne ? "CPU" : "CPUs")
    case .server: return self("服务器", isOne ? "server" : "servers")
    case .os: return self("操作系统", isOne ? "operating system" : "operating systems")
    case .database: return self("数据库", isOne ? "database" : "databases")
    case .storage: return self("存储产品", isOne ? "storage unit" : "storage units")
    default: return self("产品", isOne ? "unit" : "units")
    }
  }

  /// The measure word between a number and a thing, in Chinese.
  private func counter(_ measure: Measure?) -> String {
    guard language == .zh, let measure else { return "" }
    let kind: Kind? =
      switch measure.form {
      case .share(_, let among, _), .total(_, let among): among.predicate.onlyKind
      default: nil
      }
    switch kind {
    case .accelerator: return "张"
    case .cpu: return "颗"
    case .server: return "台"
    case .os, .database: return "套"
    default: return "件"
    }
  }
}

extension Predicate {
  /// Whether it only adds conditions, without alternatives and negations.
  fileprivate var isPlain: Bool {
    switch self {
    case .test: true
    case .named(_, let part): part.isPlain
    case .all(let parts): parts.allSatisfy(\.isPlain)
    case .any, .not: false
    }
  }
}

extension LinePredicate {
  /// The kind of all lines that fulfil it, where it is one.
  fileprivate var onlyKind: Kind? {
    guard isPlain else { return nil }
    let kinds = tests.compactMap { test in if case .kind(let kinds) = test { kinds } else { nil } }
    return kinds.count == 1 && kinds[0].count == 1 ? kinds[0][0] : nil
  }
}
