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
    switch layout {
    case .lines: JSONWriter.bytes(value(report), pretty: true) + "\n".utf8
    case .item: JSONWriter.bytes(value(report), pretty: true, depth: 1)
    case .line: JSONWriter.bytes(value(report), pretty: false) + "\n".utf8
    }
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

  static func value(_ report: Report) -> JSONValue {
    let assessment = report.assessment
    return [
      "schema": .string(schema),
      "tool": ["name": "bomgate", "version": .string(report.tool.version)],
      "rules": ["digest": .string(report.tool.rulesDigest)],
      "catalog": ["digest": .string(report.tool.catalogDigest)],
      "as_of": .string(assessment.asOf.description),
      "evidence": .string(assessment.evidence.rawValue),
      "bom": bill(report),
      "verdict": .string(assessment.verdict.rawValue),
      "policies": .array(assessment.policies.map { policy($0, assessment) }),
      "grants_total": total(assessment),
      "findings": .array(assessment.findings.map(finding)),
    ]
  }

  private static func bill(_ report: Report) -> JSONValue {
    let bom = report.assessment.bom
    let project = bom.bill.project
    return [
      "id": .text(project.id), "name": .text(project.name), "source": .string(report.source),
      "digest": .string(report.digest), "region": .text(project.region), "lines": .integer(bom.lineCount),
      "facility": .text(project.facility?.rawValue),
      "buyers": .array((project.buyers ?? []).map { .string($0.rawValue) }), "currency": .string(project.currency),
      "prices": .text(project.prices?.rawValue), "options": .array(bom.options.map { .string($0) }),
    ]
  }

  private static func finding(_ finding: Finding) -> JSONValue {
    var location = JSONValue.null
    if let span = finding.span {
      location = [
        "file": .string(span.file.name),
        "line": span.range.map { .integer(Int($0.lowerBound.line)) } ?? .null,
        "column": span.range.map { .integer(Int($0.lowerBound.column)) } ?? .null,
      ]
    }
    return [
      "code": .string(finding.code), "severity": .string(finding.severity.rawValue),
      "message": text(finding.message), "line": .text(finding.line), "location": location,
    ]
  }
}
