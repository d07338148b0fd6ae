import ArgumentParser
import Diagnostics
import Engine
import Evaluation
import Inventory
import Policy
import Reports

/// One run over bills: the engine and the options that all of them share.
struct Run: Sendable {
  let engine: Engine
  let options: AssessmentOptions
  let style: TextStyle
  private let reading: ReadingOptions
  private let tool: ToolInfo
  private let failsOnExpired: Bool

  /// What became of one file: the reports of its bills, and the problems that left bills without one.
  struct Outcome: Sendable {
    var status = Status.compliant
    /// UTF-8, ready to be written.
    var texts: [[UInt8]] = []
    var problems = Problems()
  }

  init(rules: RuleOptions, input: InputOptions, project: ProjectOptions, judging: JudgingOptions, output: OutputOptions)
    throws
  {
    do {
      engine = try rules.engine()
      options = try judging.options(engine)
      reading = try input.options(project.overrides(engine), engine)
    } catch {
      output.report(error)
      throw ExitCode(Status.unreadable.rawValue)
    }
    failsOnExpired = !judging.noFailOnExpired
    style = output.style
    let engine = engine
    tool = ToolInfo(
      version: Bomgate.version, rulesDigest: engine.rulesDigest, catalogDigest: engine.catalogDigest,
      regions: engine.book.regions, vocabulary: engine.book.vocabulary)
  }

  /// Judges the bills of files on all cores and hands on what became of them, in order; only a block of files is held
  /// at a time. `render` learns whether a report is the only one.
  func forEach(
    _ paths: [String], render: @escaping @Sendable (Report, _ isOnly: Bool) -> [UInt8], _ body: (Outcome) throws -> Void
  ) throws {
    let block = 128 * Workers.atOnce
    // What names and lines mean is learnt once a core, not once a slice.
    let judges = Guarded<[BillJudge]>([])
    for start in stride(from: 0, to: paths.count, by: block) {
      let end = min(start + block, paths.count)
      // Small slices: a core that had the larger bills leaves the last ones to the others.
      let slices = stride(from: start, to: end, by: 4).map { paths[$0..<min($0 + 4, end)] }
      let outcomes = concurrentMap(slices) { slice in
        var judge = judges.withLock { $0.popLast() } ?? engine.judge(options)
        let outcomes = slice.map { outcome($0, isOnly: paths.count == 1, &judge, render) }
        judges.withLock { [judge] in $0.append(judge) }
        return outcomes
      }
      for outcome in outcomes.joined() { try body(outcome) }
    }
  }

  private func outcome(
    _ path: String, isOnly: Bool, _ judge: inout BillJudge, _ render: (Report, Bool) -> [UInt8]
  ) -> Outcome {
    var outcome = Outcome()
    let (bills, problems) = engine.bills(at: path, reading)
    outcome.problems = problems
    let name = path == "-" ? "<stdin>" : path
    for bill in bills {
      do {
        let assessment = try judge.assess(bill)
        outcome.status = max(outcome.status, Status(assessment.verdict))
        if failsOnExpired, assessment.findings.contains(where: { $0.code == "waiver-expired" }) {
          outcome.status = max(outcome.status, .violated)
        }
        let report = Report(assessment: assessment, source: name, digest: bill.digest, tool: tool)
        outcome.texts.append(render(report, isOnly && bills.count == 1))
      } catch {
        outcome.problems.add(error)
      }
    }
    if outcome.problems.hasErrors { outcome.status = .unreadable }
    return outcome
  }
}
