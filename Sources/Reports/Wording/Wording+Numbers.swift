internal import Inventory
internal import Policy
internal import Quantities

/// What the numbers of a measure are shown in.
enum Scale: Sendable {
  case percent
  case plain
  /// Money of a currency.
  case money(String)
  /// A unit, and the one in which its numbers are short.
  case unit(Unit, shown: Unit)

  /// A unit, shown as it is.
  static func unit(_ unit: Unit) -> Scale { .unit(unit, shown: unit) }

  /// The same, in a unit in which the largest of some numbers is short: 2,000,000 TFLOPS are 2,000 PFLOPS.
  func fitted(to values: [Rational?]) -> Scale {
    guard case .unit(let unit, _) = self, unit.base == "TFLOPS", let larger = Unit(named: "PFLOPS"),
      values.contains(where: { $0.map { $0 >= Rational(10_000) } ?? false })
    else { return self }
    return .unit(unit, shown: larger)
  }
}

extension Wording {
  /// What a measure's numbers are shown in. A fact that is a plain number reads as a percentage only where the value
  /// that it is held against does: a PUE of 1.25 is none.
  func scale(of measure: Measure, against value: Rational? = nil, currency: String = "CNY") -> Scale {
    switch measure.form {
    case .share, .shareOfProjects: return .percent
    default: return scale(of: measure.unit, against: value, currency: currency)
    }
  }

  /// What numbers of a unit are shown in.
  func scale(of unit: Unit?, against value: Rational? = nil, currency: String = "CNY") -> Scale {
    guard let unit else { return .plain }
    switch unit.base {
    case Unit.ratio.base: return value.map { $0 <= .one } ?? false ? .percent : .plain
    case Unit.yuan.base: return .money(currency)
    default: return .unit(unit)
    }
  }

  /// A number for a reader, short rather than exact.
  func number(_ value: Rational, _ scale: Scale, near other: Rational? = nil) -> String {
    switch scale {
    case .percent: return Numerals.percent(value, near: other)
    case .plain: return Numerals.short(value, near: other)
    case .money(let currency): return money(value, currency)
    case .unit(_, let shown): return digits(.finite(value), scale, near: other) + suffix(shown, plural: value != .one)
    }
  }

  /// An end of an interval for a reader.
  func number(_ bound: Bound, _ scale: Scale, near other: Rational? = nil) -> String {
    bound.number.map { number($0, scale, near: other) } ?? bound.description
  }

  /// An interval for a reader.
  func interval(_ interval: Interval, _ scale: Scale, near other: Rational? = nil) -> String {
    if interval.low == .negativeInfinity, interval.high == .infinity { return self("未知", "unknown") }
    if let value = interval.exact { return number(value, scale, near: other) }
    let between = "\u{A0}–\u{A0}"
    guard case .unit(_, let shown) = scale else {
      return number(interval.low, scale, near: other) + between + number(interval.high, scale, near: other)
    }
    return digits(interval, scale, near: other) + suffix(shown, plural: interval.high != .finite(.one))
  }

  /// An interval of a unit without the unit's name, where it stands beside a number that has it.
  func digits(_ interval: Interval, _ scale: Scale, near other: Rational? = nil) -> String {
    if interval.low == interval.high { return digits(interval.low, scale, near: other) }
    return digits(interval.low, scale, near: other) + "\u{A0}–\u{A0}" + digits(interval.high, scale, near: other)
  }

  private func digits(_ bound: Bound, _ scale: Scale, near other: Rational?) -> String {
    guard case .unit(let unit, let shown) = scale, let value = bound.number else {
      return number(bound, scale, near: other)
    }
    let near = other.flatMap { try? unit.convert($0, to: shown) }
    return Numerals.short((try? unit.convert(value, to: shown)) ?? value, near: near)
  }

  /// An amount of a currency: `1,000.00 元`, `CNY 1,000.00`.
  func money(_ value: Rational, _ currency: String, places: Int = 2) -> String {
    let digits = Numerals.grouped(Numerals.money(value, places: places))
    return currency == "CNY" ? self("\(digits)\u{A0}元", "CNY\u{A0}\(digits)") : "\(currency)\u{A0}\(digits)"
  }

  /// The word behind a number of a unit.
  func suffix(_ unit: Unit, plural: Bool) -> String {
    switch unit.base {
    case Unit.ratio.base, Unit.count.base: ""
    case Unit.day.base: "\u{A0}" + self("天", plural ? "days" : "day")
    case "line": "\u{A0}" + self("行", plural ? "lines" : "line")
    case "rack": "\u{A0}" + self("机架", plural ? "racks" : "rack")
    case "project": "\u{A0}" + self("个项目", plural ? "projects" : "project")
    default: "\u{A0}" + (unit.name == "GBps" ? "GB/s" : unit.name == "mm2" ? "mm²" : unit.name)
    }
  }
}
