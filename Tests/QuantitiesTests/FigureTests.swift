import Quantities
import Testing

@Suite struct FigureTests {
  @Test(arguments: [
    ("90%", "0.9", "ratio"), ("90 %", "0.9", "ratio"), ("0%", "0", "ratio"), ("-5%", "-0.05", "ratio"),
    ("33.3%", "0.333", "ratio"), ("2000 PFLOPS", "2000", "PFLOPS"), ("2000PFLOPS", "2000", "PFLOPS"),
    ("1e3 TFLOPS", "1000", "TFLOPS"), ("10_000 元", "10000", "元"), ("5万元", "5", "万元"), ("1.5 kWh", "1.5", "kWh"),
    ("800 mm2", "800", "mm2"), ("3 mm2", "3", "mm2"), ("5‰", "5", "‰"), ("7 天", "7", "天"),
  ])
  func `a figure is a number and its unit`(text: String, value: String, unit: String) throws {
    let figure = try Figure(text)
    #expect(try figure.value == Rational(decimal: value))
    #expect(figure.unit?.name == unit)
  }

  @Test(arguments: [("1.25", "1.25"), ("64", "64"), ("1_000", "1000"), ("-3", "-3"), ("1e6", "1000000")])
  func `a figure without a unit has none`(text: String, value: String) throws {
    #expect(try Figure(text) == Figure(Rational(decimal: value)))
  }

  @Test func `ninety percent is exactly nine tenths`() throws {
    #expect(try Figure("90%").value == Rational(9, over: 10))
    #expect(try Figure("100%").value == .one)
    #expect(try Figure("0.01%").value == Rational(1, over: 10_000))
  }

  @Test(arguments: [
    ("", Figure.Fault.malformed), ("%", .malformed), ("PFLOPS", .malformed), ("abc", .malformed), (".5%", .malformed),
    ("1__0%", .malformed), ("９０%", .malformed), ("1 2", .malformed), ("≥ 90%", .malformed),
    ("90 PFLOP", .unknownUnit("PFLOP")), ("90%%", .unknownUnit("%%")), ("90％", .unknownUnit("％")),
    ("5 pflops", .unknownUnit("pflops")), ("5 mm3", .unknownUnit("mm3")),
    ("1e999 TFLOPS", .overflow), ("1e999", .overflow), ("1e999 mm2", .overflow), ("1e-37%", .overflow),
  ])
  func `what is no figure says why`(text: String, fault: Figure.Fault) {
    #expect(throws: fault) { try Figure(text) }
  }

  @Test(arguments: [
    ("2000", "PFLOPS", "TFLOPS", "2000000"), ("1", "EFLOPS", "PFLOPS", "1000"), ("1", "GFLOPS", "TFLOPS", "0.001"),
    ("2", "POPS", "TOPS", "2000"), ("3", "万元", "元", "30000"), ("1", "亿元", "万元", "10000"), ("2", "PB", "TB", "2000"),
    ("1", "EB", "PB", "1000"), ("500", "MB", "GB", "0.5"), ("1.2", "TB/s", "GB/s", "1200"), ("2", "MW", "kW", "2000"),
    ("1", "MWh", "kWh", "1000"), ("50", "%", "ratio", "0.5"), ("0.5", "ratio", "%", "50"), ("5", "‰", "ratio", "0.005"),
    ("3", "台", "count", "3"), ("3", "天", "days", "3"),
  ])
  func `a value is converted exactly`(value: String, from: String, to: String, expected: String) throws {
    let (source, target) = (try #require(Unit(named: from)), try #require(Unit(named: to)))
    #expect(try source.convert(Rational(decimal: value), to: target) == Rational(decimal: expected))
  }

  @Test(arguments: [
    ("GB", "TB"), ("TFLOPS", "TOPS"), ("W", "kWh"), ("CNY", "ratio"), ("count", "ratio"), ("count", "line"),
    ("nm", "mm2"),
  ])
  func `what two units measure may differ, and then nothing is converted`(from: String, to: String) throws {
    let (source, target) = (try #require(Unit(named: from)), try #require(Unit(named: to)))
    #expect(try source.convert(.one, to: target) == nil)
    #expect(try target.convert(.one, to: source) == nil)
  }

  @Test func `every unit converts there and back`() throws {
    let units = try Unit.names.map { try #require(Unit(named: $0)) }
    #expect(units.count > 40)
    for unit in units {
      for other in units where other.base == unit.base {
        let there = try #require(try unit.convert(Rational(7), to: other))
        #expect(try other.convert(there, to: unit) == Rational(7))
      }
    }
  }

  @Test(arguments: ["", "tflops", "Pflops", "percent", "Ｗ", " W"])
  func `a unit is known by its exact spelling only`(name: String) {
    #expect(Unit(named: name) == nil)
  }
}
