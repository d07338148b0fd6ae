import ArgumentParser
import Diagnostics
import Engine
import Evaluation
import Glibc
import Inventory
import Policy
import Quantities
import Reports

/// `bomgate batch`: judges any number of bills and writes a row for each.
struct Batch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch", _superCommandName: "bomgate",
    abstract: "批量检查，每份清单一行结果 · judge any number of bills, one row each",
    discussion: """
      bomgate batch bids/ -o results.csv
      bomgate batch boms.csv boms.ndjson -o results.ndjson --jobs 8
      bomgate batch boms.csv -o results.csv --resume
      zcat boms.ndjson.gz | bomgate batch - --columns bom_id,verdict,cn-nx-hub-32/localization-90.low

      输入 · inputs: 文件夹（其下所有清单文件，按名称排序）、文件、通配符、`-`；每行一份的 JSON 和带 `bom_id` 列的长表分块
      读取，大小不限 · folders (every bill below, by name), files, patterns, `-`; JSON with a bill a line and long tables
      with a column `bom_id` are read in blocks, however large.
      结果 · results: 写到 FILE.part，完成后改名；中断后用 --resume 接着运行 · written to FILE.part and renamed at the
      end; --resume goes on where a run stopped.
      列 · columns: [名称=]内容[:词=别的词]... · [NAME=]WHAT[:WORD=OTHER]..., 如 · such as
        bom_id  source  line  name  region  as_of  verdict  error  error.at  error.message
        POLICY.verdict  POLICY.applies  POLICY/REQUIREMENT.verdict|low|high|reason|value
        POLICY/GRANT.eligible|low|high|reason  grants_total.low  findings.warning  findings.note
        local=bench/local:undetermined=unknown:not_applicable=unknown    cap=bench/reward:pass=10000000:*=0
      """)

  @Argument(
    help: ArgumentHelp("清单文件或文件夹，`-` 为标准输入 · files or folders of bills; `-` is standard input", valueName: "input"),
    completion: .file())
  var inputs: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("结果文件，默认写到标准输出 · the file of results; standard output by default", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(help: "结果格式：csv、ndjson；默认看文件名，否则为 csv · the format; by default told by the file's name, else csv")
  var format: RowFormat?

  @OptionGroup var work: JobOptions

  @Option(
    help: "另写一个文件，逐行给出不合规清单的完整报告：failing · write the whole reports of failing bills to a second file")
  var explain: ExplainChoice?

  @Option(
    name: .customLong("columns"),
    help: ArgumentHelp(
      "只要这些列，逗号分隔；可重复 · only these columns, with commas between; may be repeated", valueName: "columns"))
  var chosenColumns: [String] = []

  @Flag(inversion: .prefixedNo, help: "显示进度，在终端上是默认 · show the progress, which is the default on a terminal")
  var progress: Bool?

  @Flag(help: "从上次中断处接着运行 · go on where a run stopped")
  var resume = false

  @Flag(
    help: "长表里同一清单的行可以不相连；要多占内存 · the rows of a bill may stand apart in a long table, which takes more memory")
  var unsorted = false

  @Option(
    help: ArgumentHelp(
      "审计库：留存清单、规则和结论，供 bomgate audit 查证 · an audit store, which keeps bills, rules and verdicts for `bomgate audit`",
      valueName: "file"), completion: .file())
  var store: String?

  @Option(help: "输入格式，默认按内容和文件名识别 · the format of the input; by default told by content and name")
  var inputFormat: BomFormat?

  @Option(
    help: ArgumentHelp("列对照表：表格的各列是什么 · a file that says what the columns of tables hold", valueName: "file"),
    completion: .file())
  var tableColumns: String?

  @Option(
    help:
      "listed：清单已列出每台服务器的部件，没写的就是没有 · listed: the bills list the parts of every server, and what is not there is none")
  var parts: PartsChoice?

  @OptionGroup(title: "规则 · rules") var rules: RuleOptions
  @OptionGroup(title: "项目 · project") var project: ProjectOptions
  @OptionGroup(title: "判断 · judging") var judging: JudgingOptions
  @OptionGroup(title: "输出 · output") var speech: OutputOptions

  enum RowFormat: String, Choice { case csv, ndjson }
  enum ExplainChoice: String, Choice { case failing }
  enum PartsChoice: String, Choice { case listed }

  func validate() throws {
    guard !inputs.isEmpty else { throw ValidationError("请给出输入 · name an input") }
    if output == nil, resume || explain != nil {
      throw ValidationError("--resume 和 --explain 要有 -o · --resume and --explain need -o")
    }
    if let output, format == nil, rowFormat(of: output) == nil {
      throw ValidationError(
        "-o \(output)：请用 .csv 或 .ndjson 结尾，或写明 --format · end it with .csv or .ndjson, or give --format")
    }
    if resume, inputs.contains("-") {
      throw ValidationError("--resume 不能用于标准输入 · --resume cannot be used with standard input")
    }
  }

  func run() throws {
    let engine: Engine
    let judgingOptions: AssessmentOptions
    let reading: ReadingOptions
    let columns: ResultColumns
    do throws(Problems) {
      engine = try rules.engine()
      judgingOptions = try judging.options(engine)
      var overrides = try project.overrides(engine)
      overrides.listsParts = parts == .listed
      reading = ReadingOptions(
        format: inputFormat, overrides: overrides,
        columns: try tableColumns.map { file throws(Problems) in try engine.columns(at: file) })
      columns = try self.columns(engine)
    } catch {
      speech.report(error)
      throw ExitCode(Status.unreadable.rawValue)
    }
    var options = BatchOptions(
      inputs: inputs, reading: reading, judging: judgingOptions,
      jobs: work.count)
    options.isUnsorted = unsorted
    options.keepsSources = store != nil
    let run = BatchSession(
      engine: engine, options: options, columns: columns, format: rowFormat, explains: explain != nil,
      failsOnExpired: !judging.noFailOnExpired, speech: speech,
      storing: store.map { StoreChoice(path: $0, run: keptRun(engine, columns), language: speech.language) })
    let status = try run.run(
      output: output, explanations: explain == nil ? nil : output.map { Self.explanations(beside: $0) },
      resumes: resume,
      signature: signature(engine), progress: progress)
    Glibc.exit(status)
  }

  private func columns(_ engine: Engine) throws(Problems) -> ResultColumns {
    let policies = engine.book.policies.filter { judging.policy.isEmpty || judging.policy.contains($0.id) }
    guard !chosenColumns.isEmpty else { return ResultColumns(policies, speech.language) }
    let chosen = chosenColumns.flatMap { $0.split(separator: ",").map(String.init) }
    return try ResultColumns(policies, speech.language, chosen: chosen)
  }

  var rowFormat: RowFormat { format ?? output.flatMap { rowFormat(of: $0) } ?? .csv }

  private func rowFormat(of path: String) -> RowFormat? {
    let name = path.lowercased()
    if name.hasSuffix(".csv") { return .csv }
    return name.hasSuffix(".ndjson") || name.hasSuffix(".jsonl") ? .ndjson : nil
  }

  /// `results.explain.ndjson` beside `results.csv`.
  private static func explanations(beside path: String) -> String {
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let dot = path[slash...].lastIndex(of: ".") ?? path.endIndex
    return path[..<dot] + ".explain.ndjson"
  }

  /// All that the bytes of the results depend on, but for the inputs.
  private func signature(_ engine: Engine) -> [String] {
    var words = [Bomgate.version, engine.rulesDigest, rowFormat.rawValue, speech.language.rawValue]
    words += [judging.evidence.rawValue, judging.basis.rawValue, judging.enforce?.rawValue ?? ""]
    words += ["policy"] + judging.policy + ["include"] + judging.include + ["columns"] + chosenColumns
    words += ["project", project.asOf ?? "", project.region ?? "", project.facility ?? ""] + project.buyer
    words += ["facts"] + project.fact + ["input", inputFormat?.rawValue ?? "", unsorted ? "unsorted" : ""]
    words += ["explain", explain?.rawValue ?? "", parts?.rawValue ?? ""]
    for file in [judging.waivers, tableColumns] {
      words.append(file.flatMap { try? InputFile.read($0) }.map { String(decoding: $0, as: UTF8.self) } ?? "")
    }
    words.append(judging.waivers == nil ? "" : (judging.today ?? Clock.today.description))
    return words
  }
}
