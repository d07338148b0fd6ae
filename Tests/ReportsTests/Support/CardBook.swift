import Diagnostics
import Inventory
import Policy
import Quantities

/// A book of one requirement on the share of domestic cards, and bills of cards for it.
enum CardBook {
  private static let span = SourceSpan(file: SourceFile(name: "bill.yaml", bytes: []))

  /// The book with a comparison such as `at_least: 70%`.
  static func book(_ comparison: String) throws -> RuleBook {
    let policy = """
      policy: cards
      title: {zh: 加速卡, en: Cards}
      issuer: {zh: 某局, en: A bureau}
      document: {number: null, issued: null, url: null}
      status: in-force
      effective: {from: 2000-01-01, until: null}
      clauses:
        share: {quote: 占比, source: 公报, read: verbatim}
      definitions:
        domestic: {vendor_country: CN}
      measures:
        share: {title: {zh: 占比, en: Share}, share: {of: domestic, among: {kind: accelerator}, by: quantity}}
      requirements:
        share: {title: {zh: 国产卡, en: Domestic cards}, clause: share, force: mandatory, measure: share, \(comparison)}
      """
    return try Shelf.book([(.policy, policy)])
  }

  static func bill(_ lines: [Line]) -> BillOfMaterials {
    BillOfMaterials(project: Project(), lines: lines, file: span.file)
  }

  static func card(_ quantity: Int, _ origin: Origin?) -> Line {
    var line = Line(kind: .accelerator, quantity: Interval(exactly: Rational(quantity)), span: span)
    line.origin = origin
    return line
  }
}
