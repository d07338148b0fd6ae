import ArgumentParser
import Diagnostics
import Engine
import Evaluation
import Policy
import Reports

/// How a report on a portfolio is printed.
struct PortfolioOutput: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "每项指标列出占比最大的几个项目，默认10，html为20 · how many projects to show an indicator, the largest first; by default 10, in html 20",
      valueName: "n"))
  var top: Int?

  @Option(help: "格式：text、json、html（带图，单个文件） · the format; html has charts and is one file")
  var format: Format = .text

  enum Format: String, Choice { case text, json, html }

  func validate() throws {
    if let top, top < 0 { throw ValidationError("--top \(top)：应为0以上 · 0 or more") }
  }

  /// Writes the report; the status that it gives.
  func write(
    _ tally: PortfolioTally, _ assessor: PortfolioAssessor, _ engine: Engine, _ speech: OutputOptions
  ) throws -> Status {
    let assessment: PortfolioAssessment
    do throws(Problems) {
      assessment = try assessor.assess(tally)
    } catch {
      speech.report(error)
      throw ExitCode(Status.unreadable.rawValue)
    }
    let tool = ToolInfo(
      version: Bomgate.version, rulesDigest: engine.rulesDigest, catalogDigest: engine.catalogDigest,
      regions: engine.book.regions, vocabulary: engine.book.vocabulary)
    let report = PortfolioReport(assessment: assessment, tool: tool, catalog: engine.book.catalog)
    let status = tally.leftOut.faulty > 0 ? Status.unreadable : Status(assessment.verdict)
    switch format {
    case .text:
      try Output.write(PortfolioText(speech.style, top: top ?? 10).render(report), status: status)
    case .json: try PortfolioJSON.write(report) { try Output.write($0, status: status) }
    case .html: try Output.write(PortfolioHTML(speech.language, top: top ?? 20).bytes(report), status: status)
    }
    return status
  }
}

extension PortfolioGrouping: Choice {}
