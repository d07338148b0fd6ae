internal import Diagnostics
internal import Inventory
internal import Policy
internal import Quantities

extension Wording {
  /// What a basis is called: 数量, 金额, FP16算力.
  func name(_ basis: Basis) -> String {
    switch basis {
    case .quantity: self("数量", "units")
    case .amount: self("金额", "amount")
    case .lines: self("行数", "lines")
    case .spec(let name): vocabulary.specs[name].map { self($0.title) } ?? name
    }
  }

  /// By what a share counts: 按数量.
  func by(_ basis: Basis) -> String {
    self("按" + name(basis), "by " + name(basis))
  }

  /// What a fact is called, with the name under which a bill states it.
  func fact(_ name: String) -> String {
    switch name {
    case "region": self("地区", "region")
    case "facility": self("设施", "facility")
    case "buyer": self("采购人", "buyer")
    default: vocabulary.facts[name].map { self($0.title) + brackets("facts.\(name)") } ?? name
    }
  }

  /// A measure in words, without numbers.
  func description(_ measure: Measure) -> String {
    switch measure.form {
    case .share(let of, let among, let bases):
      let basis = bases.first.map { name($0) } ?? ""
      return self(
        "〔\(predicate(of))〕的\(basis)，占〔\(predicate(among))〕的\(basis)之比",
        "\(basis) of those with [\(predicate(of))], as a share of all with [\(predicate(among))]")
    case .total(let bases, let among):
      let basis = bases.first.map { name($0) } ?? ""
      return self("〔\(predicate(among))〕的\(basis)之和", "the sum of \(basis) over [\(predicate(among))]")
    case .count(let among): return self("〔\(predicate(among))〕的行数", "the number of lines with [\(predicate(among))]")
    case .fact(let name): return self("项目数据：", "what the project states: ") + fact(name)
    case .days(let from, let until, let within):
      let span = self("\(day(from)) 至 \(day(until)) 的天数", "days from \(day(from)) until \(day(until))")
      return span
        + (within.map {
          self("，限于 \(day($0.from)) 至 \(day($0.until))", ", within \(day($0.from)) and \(day($0.until))")
        } ?? "")
    case .product(let factors): return factors.map(title).joined(separator: " × ")
    case .quotient(let of, let to): return title(of) + " ÷ " + title(to)
    case .projects: return self("项目数", "the number of projects")
    case .shareOfProjects: return self("项目占比", "a share of projects")
    }
  }

  /// What a measure is called; one without a title by what it is.
  func title(_ measure: Measure) -> String {
    let title = self(measure.title)
    return title.isEmpty || title == measure.id ? description(measure) : title
  }

  private func day(_ value: Measure.DayValue) -> String {
    switch value {
    case .day(let day): day.description
    case .fact(let name): fact(name)
    }
  }
}
