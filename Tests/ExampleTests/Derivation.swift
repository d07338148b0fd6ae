import Foundation
import Transcripts

/// What a README derives by hand of one command: its lines between the fences of a `derivation` block.
struct Derivation: Sendable {
  /// The command, without its format.
  var command: String
  /// The lines that say what comes out.
  var lines: [String]

  /// The derivations of a page.
  static func all(in page: String) -> [Derivation] {
    var found: [Derivation] = []
    var isInside = false
    for line in page.split(separator: "\n") {
      if line.hasPrefix("```") {
        isInside = line == "```derivation"
      } else if isInside, line.hasPrefix("$ ") {
        found.append(Derivation(command: String(line.dropFirst(2)), lines: []))
      } else if isInside, !found.isEmpty, line.contains(where: { !$0.isWhitespace }) {
        found[found.count - 1].lines.append(String(line))
      }
    }
    return found
  }

  /// What of it the program does not confirm.
  func mistakes(in folder: String) throws -> [String] {
    let outcome = try Program.run(command + " --format json", in: folder)
    let printed = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let reports = printed as? [[String: Any]] ?? [printed as? [String: Any]].compactMap(\.self)
    guard var report = reports.first else { return ["no report: \(outcome.errors)"] }
    var mistakes: [String] = []
    for line in lines {
      // Of a file with several bills, `= id` says which one the lines beneath are about.
      if line.hasPrefix("= ") {
        let id = String(line.dropFirst(2))
        guard let other = reports.first(where: { ($0["bom"] as? [String: Any])?["id"] as? String == id }) else {
          return mistakes + ["no report on \(id)"]
        }
        report = other
        continue
      }
      do { try Self.compare(try Statement(line), with: report) } catch { mistakes.append("\(line): \(error)") }
    }
    return mistakes
  }

  private static func compare(_ statement: Statement, with report: [String: Any]) throws {
    switch statement.subject {
    case "": try expect(report["verdict"], statement.verdict, "verdict")
    case "total": try compare(statement, numbers: report["grants_total"], "")
    default:
      let names = statement.subject.split(separator: "/").map(String.init)
      let policy = try find(names.first, in: report["policies"])
      if let requirement = try? find(names.last, in: policy["requirements"]) {
        try compare(statement, requirement: requirement)
      } else {
        let grant = try find(names.last, in: policy["grants"])
        try compare(statement, numbers: grant, "")
        try expect(grant["eligible"], statement.verdict, "eligible")
      }
    }
  }

  private static func compare(_ statement: Statement, requirement: [String: Any]) throws {
    let measure = requirement["measure"] as? [String: Any]
    let bases = [measure].compactMap(\.self) + (measure?["also"] as? [[String: Any]] ?? [])
    if let basis = statement.basis {
      guard let index = bases.firstIndex(where: { $0["by"] as? String == basis }) else {
        throw Mistake("no basis \(basis)")
      }
      try compare(statement, numbers: bases[index], "")
      if index > 0 { try expect(bases[index]["verdict"], statement.verdict, "verdict") }
    } else {
      if statement.low != nil { try compare(statement, numbers: measure, statement.isVerified ? "verified_" : "") }
      if let verdict = statement.verdict { try expect(requirement["verdict"], verdict, "verdict") }
      if statement.verdict != nil { try expect(requirement["reason"], statement.reason, "reason") }
    }
    if let lines = statement.lines { try expect(requirement["lines"] as? [String], lines, "lines") }
    guard let comparison = statement.comparison, let value = statement.value else { return }
    try expect(requirement["comparison"], comparison.name, "comparison")
    try expect((requirement["value"] as? String).flatMap { Fraction(printed: $0) }, value, "value")
  }

  private static func compare(_ statement: Statement, numbers: Any?, _ prefix: String) throws {
    let numbers = numbers as? [String: Any] ?? [:]
    func number(_ name: String) -> Fraction? { (numbers[prefix + name] as? String).flatMap { Fraction(printed: $0) } }
    try expect(number("low"), statement.low, "low")
    try expect(number("high"), statement.high, "high")
  }

  private static func find(_ id: String?, in list: Any?) throws -> [String: Any] {
    guard let found = (list as? [[String: Any]])?.first(where: { $0["id"] as? String == id }) else {
      throw Mistake("the report has no `\(id ?? "")`")
    }
    return found
  }

  private static func expect<Value: Equatable>(_ actual: Any?, _ expected: Value?, _ what: String) throws {
    guard actual as? Value == expected else {
      throw Mistake("\(what) is \(actual.map { "\($0)" } ?? "none"), not \(expected.map { "\($0)" } ?? "none")")
    }
  }
}
