internal import Diagnostics
internal import Evaluation
internal import Inventory

extension ReportWriter {
  /// At most this many findings of one kind are shown.
  static let findingLimit = 10

  /// What a reader should know besides, by kind, warnings first.
  mutating func writeFindings() {
    let findings = assessment.findings
    guard !findings.isEmpty else { return }
    let warnings = findings.filter { $0.severity == .warning }.count
    let notes = findings.count - warnings
    page.rule(
      "─",
      Phrase(
        say(
          "发现（\(warnings) 项警告，\(notes) 项提示）",
          "Findings (\(warnings) \(say.plural(warnings, "warning", "warnings")), \(notes) \(say.plural(notes, "note", "notes")))"
        ), .strong))
    var codes: [String] = []
    for severity in [Finding.Severity.warning, .note] {
      for finding in findings where finding.severity == severity && !codes.contains(finding.code) {
        codes.append(finding.code)
      }
    }
    for code in codes { write(code, findings.filter { $0.code == code }) }
    page.space()
  }

  private mutating func write(_ code: String, _ findings: [Finding]) {
    let isWarning = findings.contains { $0.severity == .warning }
    page.put(
      Phrase(isWarning ? "! " : "· ", isWarning ? .open : .faint) + Phrase(code, .strong)
        + Phrase(findings.count > 1 ? " (\(findings.count))" : "", .faint), indent: Self.margin)
    // Lines of which the same is to be said are named together.
    let groups = Dictionary(grouping: findings.indices) { findings[$0].message }.values.sorted { $0[0] < $1[0] }
    for group in groups.prefix(Self.findingLimit) {
      let finding = findings[group[0]]
      let names = group.prefix(Self.findingLimit).compactMap { findings[$0].line }
      let more = group.count > names.count && !names.isEmpty ? say("等 \(group.count) 行", " and others") : ""
      let place =
        names.isEmpty
        ? ""
        : say("第 \(say.list(names)) 行", "\(say.plural(names.count, "line", "lines")) \(say.list(names))") + more
          + say.colon
      page.put(
        Phrase(place) + Phrase(say(finding.message))
          + (finding.span.map { Phrase("  " + $0.description, .faint) } ?? ""),
        indent: Self.margin + 2, hanging: 2)
    }
    let rest = groups.count - Self.findingLimit
    if rest > 0 { page.put(Phrase(say("另有 \(rest) 条", "and \(rest) more"), .faint), indent: Self.margin + 2) }
  }
}
