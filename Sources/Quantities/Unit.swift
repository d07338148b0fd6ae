/// A unit of measure: what it measures, and how many base units it is.
public struct Unit: Hashable, Sendable {
  /// How it is written, such as `PFLOPS`.
  public let name: String
  /// The base unit of what it measures, such as `TFLOPS`.
  public let base: String
  /// How many base units one is.
  public let factor: Rational

  /// The plain number, the share.
  public static let ratio = Unit(name: "ratio", base: "ratio", factor: .one)
  /// A number of things.
  public static let count = Unit(name: "count", base: "count", factor: .one)
  /// The currency of amounts, the yuan.
  public static let yuan = Unit(name: "CNY", base: "CNY", factor: .one)
  /// A day of the calendar, as a length of time.
  public static let day = Unit(name: "day", base: "day", factor: .one)

  /// The unit of that name: `TFLOPS`, `PB`, `%`, `万元`; nil where none is known.
  public init?(named name: String) {
    guard let unit = Self.known[name] else { return nil }
    self = unit
  }

  /// A unit with its base.
  public init(name: String, base: String, factor: Rational) {
    self.name = name
    self.base = base
    self.factor = factor
  }

  /// All names, for suggestions.
  public static var names: [String] { known.keys.sorted() }

  /// A value of this unit in `other`; nil where the two measure different things.
  public func convert(_ value: Rational, to other: Unit) throws(Overflow) -> Rational? {
    guard base == other.base else { return nil }
    return try value * factor / other.factor
  }

  private static let known: [String: Unit] = {
    let table: [(base: String, units: [(names: [String], top: Int, bottom: Int)])] = [
      ("ratio", [(["ratio"], 1, 1), (["%"], 1, 100), (["‰"], 1, 1000)]),
      ("count", [(["count", "台", "个", "张", "块", "套"], 1, 1)]),
      ("line", [(["line"], 1, 1)]),
      (
        "TFLOPS",
        [
          (["GFLOPS"], 1, 1000), (["TFLOPS"], 1, 1), (["PFLOPS"], 1000, 1), (["EFLOPS"], 1_000_000, 1),
        ]
      ),
      ("TOPS", [(["TOPS"], 1, 1), (["POPS"], 1000, 1)]),
      ("GB", [(["GB"], 1, 1), (["MB"], 1, 1000)]),
      ("TB", [(["TB"], 1, 1), (["PB"], 1000, 1), (["EB"], 1_000_000, 1)]),
      ("GBps", [(["GBps", "GB/s"], 1, 1), (["TBps", "TB/s"], 1000, 1)]),
      ("W", [(["W"], 1, 1), (["kW"], 1000, 1), (["MW"], 1_000_000, 1)]),
      ("kWh", [(["kWh"], 1, 1), (["MWh"], 1000, 1)]),
      ("L/kWh", [(["L/kWh"], 1, 1)]),
      ("CNY", [(["CNY", "元"], 1, 1), (["万元"], 10_000, 1), (["亿元"], 100_000_000, 1)]),
      ("day", [(["day", "days", "天", "日"], 1, 1)]),
      ("ms", [(["ms"], 1, 1)]),
      ("nm", [(["nm"], 1, 1)]),
      ("mm2", [(["mm2"], 1, 1)]),
      ("rack", [(["rack", "racks", "机架", "标准机架"], 1, 1)]),
      ("project", [(["project"], 1, 1)]),
    ]
    var known: [String: Unit] = [:]
    for (base, units) in table {
      for unit in units {
        guard let factor = try? Rational(Int128(unit.top), over: Int128(unit.bottom)) else { continue }
        for name in unit.names { known[name] = Unit(name: name, base: base, factor: factor) }
      }
    }
    return known
  }()
}
