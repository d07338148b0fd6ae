internal import Diagnostics
internal import Evaluation
internal import Inventory
internal import Quantities

/// The report for machines (`bomgate.report/1`): keys in a fixed order, exact numbers as strings.
public enum JSONReport {
  /// The name and the version of the format.
  public static let schema = "bomgate.report/1"

  /// How a report stands among others.
  public enum Layout: Sendable {
    /// Alone, in lines.
    case lines
    /// In lines, as an item of an array, without a line break at its end.
    case item
    /// On one line.
    case line
  }

  /// One report as UTF-8. Reports of many bills are large: what is only written out need not become a text before.
  public static func bytes(_ report: Report, _ layout: Layout) -> [UInt8] {
    var writer = JSONWriter(pretty: layout != .line, depth: layout == .item ? 1 : 0)
    writer.object { write(report, to: &$0) }
    if layout != .item { writer.end() }
    return writer.bytes
  }

  /// One report, in lines.
  public static func render(_ report: Report) -> String {
    String(decoding: bytes(report, .lines), as: UTF8.self)
  }

  /// Several reports as an array, in lines.
  public static func renderAll(_ reports: [Report]) -> String {
    let items = reports.map { String(decoding: bytes($0, .item), as: UTF8.self) }
    return items.isEmpty ? "[]\n" : "[\n  " + items.joined(separator: ",\n  ") + "\n]\n"
  }

  /// One report on one line, with the line break at its end.
  public static func line(_ report: Report) -> String {
    String(decoding: bytes(report, .line), as: UTF8.self)
  }

  private static func write(_ report: Report, to writer: inout JSONWriter) {
    let assessment = report.assessment
    origin(schema, report.tool, to: &writer)
    writer.member("as_of", assessment.asOf.description)
    writer.member("evidence", assessment.evidence.rawValue)
    writer.object("bom") { bill(report, to: &$0) }
    writer.member("verdict", assessment.verdict.rawValue)
    let lines = assessment.bom.lines
    writer.array("policies", assessment.policies) { policy($1, lines, to: &$0) }
    total(assessment, to: &writer)
    writer.array("findings", assessment.findings) { finding($1, to: &$0) }
  }

  /// What format it is, and which program and rules made it.
  static func origin(_ schema: String, _ tool: ToolInfo, to writer: inout JSONWriter) {
    writer.member("schema", schema)
    writer.object("tool") {
      $0.member("name", "bomgate")
      $0.member("version", tool.version)
    }
    writer.object("rules") { $0.member("digest", tool.rulesDigest) }
    writer.object("catalog") { $0.member("digest", tool.catalogDigest) }
  }

  private static func bill(_ report: Report, to writer: inout JSONWriter) {
    let bom = report.assessment.bom
    let project = bom.bill.project
    writer.member("id", project.id)
    writer.member("name", project.name)
    writer.member("source", report.source)
    writer.member("digest", report.digest)
    writer.member("region", project.region)
    writer.member("lines", bom.lineCount)
    writer.member("facility", project.facility?.rawValue)
    writer.member("buyers", (project.buyers ?? []).lazy.map(\.rawValue))
    writer.member("currency", project.currency)
    writer.member("prices", project.prices?.rawValue)
    writer.member("options", bom.options)
  }

  private static func finding(_ finding: Finding, to writer: inout JSONWriter) {
    writer.member("code", finding.code)
    writer.member("severity", finding.severity.rawValue)
    text("message", finding.message, to: &writer)
    writer.member("line", finding.line)
    guard let span = finding.span else { return writer.null("location") }
    writer.object("location") { writer in
      let start = (span.range?.lowerBound).map(span.file.shown)
      writer.member("file", span.file.name)
      writer.member("line", start.map { Int($0.line) })
      writer.member("column", start.map { Int($0.column) })
      // In a workbook line and column are those of the cell.
      guard let sheet = span.file.sheet else { return }
      writer.member("sheet", sheet.name)
      writer.member("cell", start.map(Sheet.reference))
    }
  }
}
