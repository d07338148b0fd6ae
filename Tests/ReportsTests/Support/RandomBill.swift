import Diagnostics
import Inventory
import Policy
import Quantities

/// Bills of any shape: known and unknown products, nested, without prices, without quantities, with options.
struct RandomBill {
  private let book: RuleBook
  private var random: Seeded
  private let names: [(kind: Kind, vendor: String?, model: String)]
  private let span = SourceSpan(
    file: SourceFile(name: "bill.yaml", bytes: []),
    range: SourceLocation(line: 1, column: 1)..<SourceLocation(line: 1, column: 2))

  static func bill(_ seed: Int, _ book: RuleBook) -> BillOfMaterials {
    var maker = RandomBill(book: book, seed: seed)
    return maker.bill()
  }

  private init(book: RuleBook, seed: Int) {
    self.book = book
    random = Seeded(seed)
    names = book.catalog.components.values.sorted { $0.id < $1.id }.map { component in
      (component.kind, component.vendor.flatMap { book.catalog.vendors[$0]?.names.first }, component.model)
    }
  }

  private mutating func bill() -> BillOfMaterials {
    let lines = (0..<Int.random(in: 0...7, using: &random)).map { _ in line(depth: 0) }
    return BillOfMaterials(project: project(), lines: lines, file: span.file)
  }

  private mutating func project() -> Project {
    var project = Project()
    if random.happens(80) { project.id = "p-\(Int.random(in: 1...99, using: &random))" }
    if random.happens(60) { project.name = random.one(of: ["智算中心", "A compute center", "名字\u{1B}[31m带控制字符"]) }
    let places = ["110000", "370200", "370000", "640500", "310151", "450100", "330100", "510100", "320100", "CN"]
    if random.happens(85) { project.region = random.one(of: places) }
    if random.happens(85) { project.facility = random.one(of: Facility.allCases) }
    if random.happens(85) { project.buyers = [random.one(of: Buyer.allCases)] }
    if random.happens(50) { project.prices = random.one(of: PriceBasis.allCases) }
    if random.happens(8) { project.currency = "USD" }
    project.listsParts = random.happens(30)
    project.date = Day(
      year: Int.random(in: 2023...2026, using: &random), month: Int.random(in: 1...12, using: &random), day: 15)
    for (name, term) in book.vocabulary.facts.sorted(by: { $0.key < $1.key }) where random.happens(50) {
      project.facts[name] = fact(term)
    }
    return project
  }

  private mutating func fact(_ term: Vocabulary.Term) -> FactValue {
    switch term.type {
    case .number:
      let isMoney = term.unit.base == Unit.yuan.base
      let top = isMoney ? 900_000_000 : 200
      let value = (try? Rational(Int128(Int.random(in: 0...top, using: &random)), over: 100)) ?? .one
      return .number(value)
    case .boolean: return .flag(random.happens(50))
    case .date: return .date(Day(number: Int32.random(in: 19_900...20_600, using: &random)))
    case .text: return .text(random.one(of: ["national", "provincial", "other"]))
    }
  }

  private mutating func line(depth: Int) -> Line {
    let known = random.one(of: names)
    let isKnown = random.happens(60)
    let kinds: [Kind] = [.server, .cpu, .accelerator, .accelerator, .os, .storage, .cooling, .other, .database]
    var line = Line(kind: isKnown ? known.kind : random.one(of: kinds), quantity: quantity(depth), span: span)
    line.vendor = isKnown ? known.vendor : random.one(of: [nil, "某厂", "A maker with a rather long name", "NVIDIA"])
    line.model =
      isKnown ? known.model : random.one(of: [nil, "X100", "型号\u{7}甲", String(repeating: "很长的型号", count: 9)])
    if random.happens(8) { line.id = "line-\(Int.random(in: 1...1_000_000, using: &random))" }
    if random.happens(60) {
      line.unitPrice = try? Rational(Int128(Int.random(in: 0...200_000_000, using: &random)), over: 1000 / 10)
    }
    if random.happens(40) { line.origin = random.one(of: Origin.allCases) }
    if random.happens(20) { line.vendorCountry = random.one(of: [.code("CN"), .code("US"), .notChina]) }
    if random.happens(20) { line.madeIn = random.one(of: [.code("CN"), .code("DE")]) }
    if random.happens(25) {
      line.specs["fp16_tflops"] = .number(Interval(exactly: Rational(Int.random(in: 0...900, using: &random))))
    }
    if random.happens(10) { line.specs["fp16_tflops"] = .number(Interval(Rational(10), Rational(50))) }
    line.isOption = random.happens(5)
    if depth < 2, random.happens(line.kind == .server ? 50 : 5) {
      line.contents = (0..<Int.random(in: 0...3, using: &random)).map { _ in self.line(depth: depth + 1) }
    }
    return line
  }

  private mutating func quantity(_ depth: Int) -> Interval {
    if random.happens(8) { return .nonNegative }
    if random.happens(8) {
      return Interval(exactly: (try? Rational(Int128(Int.random(in: 1...50, using: &random)), over: 4)) ?? .one)
    }
    return Interval(exactly: Rational(Int.random(in: 1...(depth == 0 ? 200 : 16), using: &random)))
  }
}
