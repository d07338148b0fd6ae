import Diagnostics
import Foundation
import Inventory
import Policy
import Quantities
import Synchronization
import Testing

@testable import Evaluation
@testable import Reports

/// What an assessor has learnt of one bill's lines is true of the next: it judges as one that has seen nothing.
struct SharedAssessorTests {
  static let days = [nil, "2022-06-01", "2023-12-31", "2025-01-01", "2026-05-26", "2029-06-01"].map { text in
    text.flatMap { Day($0) }
  }

  /// A bill of the same names whose claims differ, so that only what a claim says tells its lines from the first one's.
  private func claimingOtherwise(_ bill: BillOfMaterials, _ seed: Int) -> BillOfMaterials {
    var random = Seeded(seed)
    func changed(_ line: Line) -> Line {
      var line = line
      switch Int.random(in: 0...10, using: &random) {
      case 0: line.origin = line.origin == .domestic ? .foreign : .domestic
      case 1: line.vendorCountry = line.vendorCountry == .code("US") ? .code("CN") : .code("US")
      case 2: line.madeIn = line.madeIn == nil ? .notChina : nil
      case 3: line.specs["fp16_tflops"] = .number(Interval(exactly: Rational(Int.random(in: 0...900, using: &random))))
      case 4: line.tags = line.tags.isEmpty ? ["信创"] : []
      case 5: line.kind = line.kind == .accelerator ? .cpu : .accelerator
      case 6: line.supplier = line.supplier == nil ? "甲公司" : nil
      case 7: line.lot = line.lot == nil ? "2" : nil
      case 8: line.specs["socket"] = .text(random.one(of: ["LGA", "PGA"]))
      case 9: line.specs["liquid_cooled"] = .flag(random.happens(50))
      default: line.quantity = line.quantity == .nonNegative ? .one : .nonNegative
      }
      line.contents = line.contents?.map { changed($0) }
      return line
    }
    var bill = bill
    bill.lines = bill.lines.map { changed($0) }
    change(&bill.project, &random)
    return bill
  }

  /// Changes one thing that tells whether policies speak of a project.
  private func change(_ project: inout Project, _ random: inout Seeded) {
    switch Int.random(in: 0...4, using: &random) {
    case 0: project.region = project.region == nil ? "640500" : nil
    case 1: project.facility = project.facility == .edge ? nil : .edge
    case 2: project.buyers = project.buyers == nil ? [.enterprise] : nil
    case 3: project.facts["recognised"] = project.facts["recognised"] == .flag(true) ? nil : .flag(true)
    default: project.facts["pue"] = project.facts["pue"] == .number(.one) ? nil : .number(.one)
    }
  }

  /// Bills that follow each other, each with one that has its names and other claims.
  private func bills(_ seed: Int, _ book: RuleBook) -> [BillOfMaterials] {
    (0..<4).flatMap { step in
      let bill = RandomBill.bill(seed * 4 + step, book)
      return [bill, claimingOtherwise(bill, seed * 4 + step), bill]
    }
  }

  private func text(
    _ bill: BillOfMaterials, on day: Day?, _ assessor: Assessor, _ resolver: inout BomResolver
  ) throws -> [UInt8] {
    var problems = Problems()
    guard let bom = resolver.resolve(bill, &problems) else { throw problems }
    let book = assessor.book
    let report = Report(
      assessment: try assessor.assess(bom, on: day ?? bill.project.date ?? Day(number: 20_000)), source: "bill.yaml",
      digest: "sha256:b111",
      tool: ToolInfo(
        version: "1", rulesDigest: "", catalogDigest: "", regions: book.regions, vocabulary: book.vocabulary))
    return JSONReport.bytes(report, .line)
  }

  private func fresh(_ bill: BillOfMaterials, on day: Day?, _ book: RuleBook, _ options: AssessmentOptions) throws
    -> [UInt8]
  {
    var resolver = BomResolver(catalog: book.catalog)
    return try text(bill, on: day, Assessor(book: book, options: options), &resolver)
  }

  @Test(arguments: 0..<6, Evidence.allCases)
  func `bills one after another, on days before and behind each other, are judged as each alone`(
    seed: Int, evidence: Evidence
  ) throws {
    var options = AssessmentOptions()
    options.evidence = evidence
    for book in [try Shelf.asking(), try Shelf.builtIn()] {
      for limit in [3, LineClasses.limit] {
        let assessor = Assessor(book: book, options: options, classLimit: limit)
        var resolver = BomResolver(catalog: book.catalog)
        for bill in bills(seed, book) {
          for day in Self.days {
            #expect(
              try text(bill, on: day, assessor, &resolver) == fresh(bill, on: day, book, options),
              "\(bill.project.id ?? "") \(day.map(\.description) ?? "")")
          }
        }
      }
    }
  }

  @Test func `tags that a condition asks for tell lines apart, and serial numbers do not`() throws {
    let book = try Shelf.asking()
    let classes = LineClasses(book)
    let asked = try #require(classes.tags.min())
    var bill = RandomBill.bill(1, book)
    bill.lines = [[], ["serial:1"], ["serial:2", "serial:3"], [asked], ["serial:1", asked]].map { tags in
      var line = Line(kind: .cpu, quantity: .one, span: SourceSpan(file: bill.file))
      line.tags = tags
      return line
    }
    var resolver = BomResolver(catalog: book.catalog)
    var problems = Problems()
    let bom = try #require(resolver.resolve(bill, &problems))
    #expect(classes.table().rows(of: bom.lines, on: Day(number: 20_000)) == [0, 0, 0, 1, 1])
  }

  @Test func `threads that share an assessor get what each would get alone, though it forgets in between`() throws {
    let book = try Shelf.asking()
    let bills = (0..<8).flatMap { self.bills($0, book) }
    let assessor = Assessor(book: book, options: AssessmentOptions(), classLimit: 2)
    let alone = try bills.map { try fresh($0, on: nil, book, AssessmentOptions()) }
    let wrong = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      var resolver = BomResolver(catalog: book.catalog)
      for index in bills.indices {
        let place = (index + thread * 5) % bills.count
        let found = try? text(bills[place], on: nil, assessor, &resolver)
        if found != alone[place] { wrong.withLock { $0 += 1 } }
      }
    }
    #expect(wrong.withLock { $0 } == 0)
  }
}
