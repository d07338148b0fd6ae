public import Diagnostics
public import Evaluation
internal import Inventory
internal import Policy

/// Judges one bill after another, and keeps what it has learnt of names and lines; a thread should have one of its own.
public struct BillJudge: Sendable {
  private var resolver: BomResolver
  let assessor: Assessor

  /// A judge; a wordless one is for those who only count what is found of the lines.
  init(_ engine: Engine, _ options: AssessmentOptions, isWordless: Bool = false) {
    resolver = BomResolver(catalog: engine.book.catalog, isWordless: isWordless)
    assessor = engine.assessor(options)
  }

  /// The assessment of a bill.
  ///
  /// - Throws: problems that name the line where a number grows past what exact arithmetic holds.
  public mutating func assess(_ bill: Bill) throws(Problems) -> Assessment {
    var problems = Problems()
    guard let resolved = resolver.resolve(bill.materials, &problems) else { throw problems }
    return try assessor.assess(resolved, on: bill.day)
  }
}
