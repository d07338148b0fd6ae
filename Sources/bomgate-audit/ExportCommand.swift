import ArgumentParser
import Audit
import Diagnostics
import Engine

/// `bomgate audit export`: the results of a run, the same bytes as the batch wrote.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "导出一次运行的结果，与当时逐字节相同 · the results of a run, byte for byte as they were written")

  @Argument(help: ArgumentHelp("运行的编号 · the number of the run", valueName: "run"))
  var number: Int

  @Option(
    name: .shortAndLong, help: ArgumentHelp("结果文件，默认写到标准输出 · the file; standard output by default", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var options: StoreOptions

  func run() throws {
    try options.opened { store in
      let run = try store.run(number)
      let format = run["format"] ?? "csv"
      if let output, let ending = output.split(separator: ".").last.map({ $0.lowercased() }),
        ["csv", "ndjson", "jsonl"].contains(ending), (ending == "csv") != (format == "csv")
      {
        throw Problems(
          Diagnostic(
            .error, "other-format",
            Localized(zh: "第 \(number) 次运行的结果是 \(format)", en: "the results of run \(number) are \(format)"),
            help: Localized(zh: "请用 .\(format) 结尾", en: "end the name with .\(format)")))
      }
      if let output {
        do {
          var file = try WholeFile(output)
          try write(run, of: store) { try file.append($0) }
          try file.finish()
        } catch let failure as WriteFailure {
          Output.note("bomgate: \(failure.path)：无法写入 · it could not be written (error \(failure.code))\n")
          throw ExitCode(74)
        }
      } else {
        try write(run, of: store) { try Output.write($0) }
      }
      if run.outcome == nil {
        Output.note(options.say("这次运行没有完成，只有其中一部分\n", "the run is incomplete, and this is a part of it\n"))
      }
    }
  }

  private func write(_ run: StoredRun, of store: AuditStore, to body: ([UInt8]) throws -> Void) throws {
    try body(Array((run["header"] ?? "").utf8))
    try store.forEachBlock(of: run, withSources: false) { block in
      try body(block.rows())
      return true
    }
  }
}
