import Audit
import Engine
import Evaluation
import Inventory
import Policy
import Quantities

extension BillFacts {
  /// What of a bill is compared with others.
  init(_ entry: BatchEntry, _ assessment: Assessment) {
    let project = assessment.bom.bill.project
    let prices = [project.currency, project.prices?.rawValue].compactMap(\.self).joined(separator: " ")
    let lines = assessment.bom.lines.compactMap { line -> Line? in
      guard line.presence == .listed else { return nil }
      let serials = Self.marks("serial:", of: line.line)
      let invoices = Self.marks("invoice:", of: line.line)
      let price = line.line.unitPrice.map { (amount: Self.tenThousandths($0), unit: prices) }
      if price == nil, serials.isEmpty, invoices.isEmpty { return nil }
      return Line(place: line.place, item: Self.item(line), price: price, serials: serials, invoices: invoices)
    }
    let grants = assessment.policies.flatMap { policy in
      policy.grants.compactMap { grant -> Grant? in
        guard grant.grant.per == "enterprise-year", grant.amount.high > .zero, let cap = Self.cap(of: grant) else {
          return nil
        }
        return Grant(
          name: "\(policy.policy.id)/\(grant.grant.id)", low: Self.tenThousandths(grant.amount.low.number ?? .zero),
          high: grant.amount.high.number.map(Self.tenThousandths), cap: Self.tenThousandths(cap),
          currency: grant.grant.currency)
      }
    }
    self.init(
      bill: entry.id ?? entry.source + (entry.line.map { ":\($0)" } ?? ""), enterprise: project.enterprise,
      year: assessment.asOf.components.year, lines: lines, grants: grants)
  }

  /// The tags of a line that begin so, without that.
  private static func marks(_ prefix: String, of line: Inventory.Line) -> [String] {
    var found: [String] = []
    for tag in line.tags where tag.hasPrefix(prefix) {
      let mark = String(tag.dropFirst(prefix.count).drop { $0 == " " })
      if !mark.isEmpty, !found.contains(mark) { found.append(mark) }
    }
    return found
  }

  /// The component where it is known, else the names as written: another spelling of an unknown product is another one.
  private static func item(_ line: ResolvedLine) -> String {
    line.resolution.component?.id ?? line.title
  }

  /// The most that the policy gives: its cap, else its ceiling.
  private static func cap(of grant: GrantAssessment) -> Rational? {
    if let cap = grant.steps?.cap { return cap }
    return if case .upTo = grant.grant.amount.form { grant.steps?.raw.high.number } else { nil }
  }

  /// Prices have at most four decimals; what is larger than any purchase is taken for that.
  private static func tenThousandths(_ amount: Rational) -> Int {
    Int(clamping: min(amount.numerator * 10_000 / amount.denominator, Int128(1) << 50))
  }
}
