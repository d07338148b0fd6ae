internal import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

/// The report on a portfolio for machines (`bomgate.portfolio/1`): keys in a fixed order, exact numbers as strings.
public enum PortfolioJSON {
  /// The name and the version of the format.
  public static let schema = "bomgate.portfolio/1"

  /// Hands on the report in lines, as UTF-8, every project with its parts: piece by piece, for there may be a million of
  /// them.
  public static func write(_ report: PortfolioReport, to body: ([UInt8]) throws -> Void) throws {
    try JSONWriter.write(pretty: true, to: body) { writer, pass in write(report, to: &writer, pass) }
  }

  private static func write(
    _ report: PortfolioReport, to writer: inout JSONWriter, _ pass: (inout JSONWriter) -> Void
  ) {
    let (assessment, terms) = (report.assessment, report.assessment.terms)
    JSONReport.origin(schema, report.tool, to: &writer)
    writer.member("as_of", terms.asOf.description)
    writer.member("evidence", terms.evidence.rawValue)
    writer.member("by", terms.grouping?.rawValue)
    writer.object("bills") { writer in
      writer.member("counted", assessment.tally.members.count)
      writer.member("later", assessment.tally.leftOut.later)
      writer.member("outside", assessment.tally.leftOut.outside)
      writer.member("faulty", assessment.tally.leftOut.faulty)
    }
    writer.member("verdict", assessment.verdict.rawValue)
    writer.array("policies", [assessment.policy]) { writer, policy in
      writer.member("id", policy.id)
      writer.member("verdict", assessment.verdict.rawValue)
      writer.array("requirements", assessment.indicators) { indicator($1, report, to: &$0) }
      JSONReport.text("title", policy.title, to: &writer)
    }
    writer.array("projects", assessment.tally.sortedMembers) { writer, member in
      pass(&writer)
      project(member, assessment.indicators, to: &writer)
    }
  }

  private static func indicator(
    _ result: IndicatorAssessment, _ report: PortfolioReport, to writer: inout JSONWriter
  ) {
    writer.member("id", result.requirement.id)
    writer.member("force", result.force.rawValue)
    writer.member("verdict", result.verdict.rawValue)
    writer.member("reason", result.reason?.rawValue)
    writer.object("measure") { measure(result, to: &$0) }
    writer.member("comparison", result.comparison.rawValue)
    writer.member("value", result.target?.description)
    writer.object("gap") { JSONReport.ends("low", "high", of: result.gap, to: &$0) }
    JSONReport.text("title", result.requirement.title, to: &writer)
    writer.member("clause", result.requirement.clause)
    writer.member("member", result.requirement.isMember)
    writer.array("missing", result.missing.sorted { $0.key < $1.key }) { writer, fact in
      writer.member("name", fact.key)
      writer.member("projects", fact.value)
    }
    writer.array("groups", result.groups) { writer, group in
      writer.member("key", group.key)
      if let grouping = report.assessment.terms.grouping {
        JSONReport.text("title", grouping.title(group.key, report.tool.regions, report.catalog), to: &writer)
      }
      writer.member("bills", group.bills)
      JSONReport.ends("low", "high", of: group.value, to: &writer)
      sums(group.sum, to: &writer)
    }
  }

  private static func measure(_ result: IndicatorAssessment, to writer: inout JSONWriter) {
    writer.member("id", result.measure.id)
    writer.member("by", result.bases.first?.basis?.name)
    JSONReport.ends("low", "high", of: result.value, to: &writer)
    JSONReport.ends("verified_low", "verified_high", of: result.verified, to: &writer)
    writer.array("also", result.bases.dropFirst()) { writer, other in
      writer.member("by", other.basis?.name)
      JSONReport.ends("low", "high", of: other.value, to: &writer)
      writer.member("verdict", other.verdict.rawValue)
    }
    writer.member("exists", result.value != nil)
    writer.member("unit", result.measure.unit?.name)
    JSONReport.text("title", result.measure.title, to: &writer)
    sums(result.bases.first?.sum ?? .zero, to: &writer)
  }

  /// Which project it is.
  static func identity(_ member: PortfolioMember, to writer: inout JSONWriter) {
    writer.member("id", member.id)
    writer.member("name", member.name)
    writer.member("source", member.source)
    writer.member("line", member.line)
    writer.member("date", member.date.description)
    writer.member("region", member.region)
    writer.member("applies", JSONReport.applies(member.applies))
  }

  private static func project(
    _ member: PortfolioMember, _ indicators: [IndicatorAssessment], to writer: inout JSONWriter
  ) {
    identity(member, to: &writer)
    writer.array("parts", zip(indicators, member.sums)) { writer, part in
      writer.member("requirement", part.0.requirement.id)
      sums(part.1.bases.first ?? .zero, to: &writer)
    }
  }

  /// What counts and what counts against; an infinite end is null.
  private static func sums(_ sum: PortfolioSum, to writer: inout JSONWriter) {
    JSONReport.ends("counted_low", "counted_high", of: sum.counted, to: &writer)
    JSONReport.ends("against_low", "against_high", of: sum.against, to: &writer)
  }
}
