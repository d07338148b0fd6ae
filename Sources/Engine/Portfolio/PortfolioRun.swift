public import Diagnostics
public import Evaluation
internal import Inventory

/// Adds up the bills of any number of inputs: they are read and weighed in blocks side by side, and added in their order.
public struct PortfolioRun: Sendable {
  /// What a run came to.
  public struct Outcome: Sendable {
    /// The sums.
    public var tally: PortfolioTally
    /// How many files of folders were left out because nothing tells that they are bills.
    public var skippedFiles: Int
  }

  private let engine: Engine
  private let options: BatchOptions
  private let assessor: PortfolioAssessor

  /// What became of one bill.
  private enum Entry: Sendable {
    case counts(PortfolioContribution)
    case outside(LeftOutBill)
    case later(LeftOutBill)
    case faulty(Problems, LeftOutBill)
  }

  /// What tells a bill that was left out from every other one.
  private struct LeftOutBill: Sendable {
    var bytes: [UInt8]

    init(_ entry: BatchEntry) {
      let place = entry.source + ":" + (entry.line.map(String.init) ?? "")
      bytes = Array("\(place)\n\(entry.id ?? "")\n\(entry.digest())\n".utf8)
    }
  }

  /// A run. Each bill is judged on its own day: no day may be laid over the bills.
  public init(_ engine: Engine, _ options: BatchOptions, _ assessor: PortfolioAssessor) {
    self.engine = engine
    self.assessor = assessor
    var options = options
    options.reading.overrides.asOf = nil
    // The bills are only resolved; nothing is judged of one alone.
    options.judging.policies = []
    self.options = options
  }

  /// Runs to the end, or until it is cancelled; `report` gets what is wrong with bills, in order.
  public func run(
    isCancelled: @escaping @Sendable () -> Bool, _ report: (Problems) -> Void
  ) throws -> Outcome {
    var tally = assessor.emptyTally
    var leftOut = ""
    let batch = BatchRun(engine, options, isCancelled: isCancelled) { [assessor] entries in
      entries.map { Self.entry($0, assessor) }
    }
    try batch.run { result in
      var problems = Problems()
      for notice in result.notices {
        problems.add(Diagnostic(.warning, notice.code, notice.message, at: notice.span))
      }
      for entry in result.output {
        switch entry {
        case .counts: break
        case .outside(let bill), .later(let bill), .faulty(_, let bill):
          leftOut = Digest.text(of: [Array(leftOut.utf8), bill.bytes])
        }
        do throws(Problems) {
          switch entry {
          case .later: tally.leftOut.later += 1
          case .outside: tally.leftOut.outside += 1
          case .counts(let contribution): try tally.add(contribution)
          case .faulty(let faults, _): throw faults
          }
        } catch {
          tally.leftOut.faulty += 1
          problems.add(error)
        }
      }
      if !problems.isEmpty { report(problems) }
    }
    if !leftOut.isEmpty { tally.leftOutBills = [leftOut] }
    return Outcome(tally: tally, skippedFiles: batch.skippedFiles)
  }

  private static func entry(_ entry: BatchEntry, _ assessor: PortfolioAssessor) -> Entry {
    do throws(Problems) {
      let assessment = try entry.result.get()
      if assessment.asOf > assessor.terms.asOf { return .later(LeftOutBill(entry)) }
      let contribution = try assessor.contribution(
        of: assessment.bom, on: assessment.asOf, source: entry.source, line: entry.line)
      return contribution.member == nil ? .outside(LeftOutBill(entry)) : .counts(contribution)
    } catch {
      return .faulty(undated(error), LeftOutBill(entry))
    }
  }

  /// The day of the portfolio does not date its bills.
  private static func undated(_ problems: Problems) -> Problems {
    guard problems.count == 1, var problem = problems.sorted.first, problem.code == "no-date" else { return problems }
    problem.message = Localized(zh: "没有日期，无法确定是否计入", en: "there is no date, so it is open whether the bill counts")
    problem.help = Localized(
      zh: "在清单的 `project` 下写 `date: 年-月-日`", en: "write `date: year-month-day` under `project`")
    return Problems(problem)
  }
}
