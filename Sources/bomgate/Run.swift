import ArgumentParser
import Diagnostics
import Engine
import Evaluation
import Glibc
import Inventory
import Policy
import Reports
import Synchronization

/// One run over bills: the engine and the options that all of them share.
struct Run: Sendable {
  let engine: Engine
  let options: AssessmentOptions
  let style: TextStyle
  private let overrides: ProjectOverrides
  private let tool: ToolInfo
  private let failsOnExpired: Bool

  /// What became of one bill: its report, or the problems that left it without one.
  struct Outcome: Sendable {
    let status: Status
    /// UTF-8, ready to be written.
    let text: [UInt8]?
    let problems: Problems?
  }

  init(rules: RuleOptions, project: ProjectOptions, judging: JudgingOptions, output: OutputOptions) throws {
    do {
      engine = try rules.engine()
      options = try judging.options(engine)
      overrides = try project.overrides(engine)
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

  /// Judges bills on all cores and hands on what became of them, in order; only a block of them is held at a time.
  func forEach(
    _ paths: [String], render: @escaping @Sendable (Report) -> [UInt8], _ body: (Outcome) throws -> Void
  ) throws {
    let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let block = 64 * cores
    // What names mean is learnt once a core, not once a slice.
    let resolvers = Mutex<[BomResolver]>([])
    for start in stride(from: 0, to: paths.count, by: block) {
      let end = min(start + block, paths.count)
      // Small slices: a core that had the larger bills leaves the last ones to the others.
      let slices = stride(from: start, to: end, by: 8).map { paths[$0..<min($0 + 8, end)] }
      let outcomes = concurrentMap(slices) { slice in
        var resolver = resolvers.withLock { $0.popLast() } ?? BomResolver(catalog: engine.book.catalog)
        let outcomes = slice.map { outcome($0, &resolver, render) }
        resolvers.withLock { [resolver] in $0.append(resolver) }
        return outcomes
      }
      for outcome in outcomes.joined() { try body(outcome) }
    }
  }

  private func outcome(
    _ path: String, _ resolver: inout BomResolver, _ render: (Report) -> [UInt8]
  ) -> Outcome {
    let name = path == "-" ? "<stdin>" : path
    do {
      let bill = try engine.bill(InputFile.read(path), name: name, overrides: overrides)
      let assessment = try engine.assess(bill, options, resolver: &resolver)
      var status = Status(assessment.verdict)
      if failsOnExpired, assessment.findings.contains(where: { $0.code == "waiver-expired" }) {
        status = max(status, .violated)
      }
      let report = Report(assessment: assessment, source: name, digest: bill.digest, tool: tool)
      return Outcome(status: status, text: render(report), problems: nil)
    } catch {
      return Outcome(status: .unreadable, text: nil, problems: error)
    }
  }
}
