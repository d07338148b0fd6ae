public import Evaluation
internal import Inventory
internal import Quantities

/// The sums of a portfolio to be added to others (`bomgate.portfolio-partial/1`). A sum is one text of four numbers: the
/// least and the most of what counts, then of what counts against; what is left out of an indicator is 0.
public enum PartialJSON {
  /// The name and the version of the format.
  public static let schema = "bomgate.portfolio-partial/1"

  /// The sums as UTF-8.
  public static func bytes(_ tally: PortfolioTally, _ terms: PortfolioTerms, rulesDigest: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try write(tally, terms, rulesDigest: rulesDigest) { bytes += $0 }
    return bytes
  }

  /// Hands on the sums as UTF-8, piece by piece.
  public static func write(
    _ tally: PortfolioTally, _ terms: PortfolioTerms, rulesDigest: String, to body: ([UInt8]) throws -> Void
  ) throws {
    try JSONWriter.write(pretty: false, to: body) { writer, pass in
      writer.member("schema", schema)
      writer.object("rules") { $0.member("digest", rulesDigest) }
      writer.member("policy", terms.policy)
      writer.member("as_of", terms.asOf.description)
      writer.member("by", terms.grouping?.rawValue)
      writer.member("evidence", terms.evidence.rawValue)
      writer.member("basis_first", terms.basisFirst)
      writer.member("enforce_targets", terms.enforcesTargets)
      writer.member("included", terms.isIncluded)
      writer.object("left_out") {
        $0.member("later", tally.leftOut.later)
        $0.member("outside", tally.leftOut.outside)
        $0.member("faulty", tally.leftOut.faulty)
        $0.member("bills", tally.leftOutBills.sorted())
      }
      writer.array("groups", tally.groups.sorted { ($0.key ?? "") < ($1.key ?? "") }) { writer, group in
        writer.member("key", group.key)
        writer.member("bills", group.value.bills)
        indicators(group.value.sums, to: &writer)
      }
      writer.array("projects", tally.sortedMembers) { writer, member in
        pass(&writer)
        project(member, to: &writer)
      }
    }
  }

  private static func project(_ member: PortfolioMember, to writer: inout JSONWriter) {
    PortfolioJSON.identity(member, to: &writer)
    indicators(member.sums, to: &writer)
  }

  private static func indicators(_ sums: [IndicatorSums], to writer: inout JSONWriter) {
    writer.array("indicators", sums) { writer, sums in
      if sums == IndicatorSums(bases: sums.bases.count) { return }
      writer.member("sums", sums.bases.lazy.map(\.partial))
      if sums.elsewhere != sums.bases.first { writer.member("elsewhere", sums.elsewhere.partial) }
      if sums.foreignCurrencies > 0 { writer.member("foreign_currencies", sums.foreignCurrencies) }
      guard !sums.missing.isEmpty else { return }
      writer.object("missing") { writer in
        for fact in sums.missing.sorted(by: { $0.key < $1.key }) {
          writer.member(text: fact.key, String(fact.value))
        }
      }
    }
  }
}
