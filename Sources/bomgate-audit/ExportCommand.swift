import ArgumentParser
import Audit
import Diagnostics
import Glibc

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
      var file = try output.map { try ReplacedFile($0) }
      func write(_ bytes: [UInt8]) throws {
        if file == nil { try Output.write(bytes) } else { try file?.append(bytes) }
      }
      try write(Array((run["header"] ?? "").utf8))
      try store.forEachBlock(of: run, withSources: false) { block in
        try write(block.results)
        return true
      }
      try file?.finish()
      if run.outcome == nil {
        Output.note(options.say("这次运行没有完成，只有其中一部分\n", "the run is incomplete, and this is a part of it\n"))
      }
    }
  }
}

/// A file that gets its name when it is whole.
struct ReplacedFile {
  private let path: String
  private let descriptor: Int32

  init(_ path: String) throws {
    self.path = path
    descriptor = open(path + ".part", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw Self.failure(path, errno) }
  }

  mutating func append(_ bytes: [UInt8]) throws {
    if let code = Output.write(bytes, to: descriptor) { throw Self.failure(path, code) }
  }

  mutating func finish() throws {
    guard close(descriptor) == 0, rename(path + ".part", path) == 0 else { throw Self.failure(path, errno) }
  }

  private static func failure(_ path: String, _ code: Int32) -> ExitCode {
    Output.note("bomgate: \(path)：无法写入 · it could not be written (error \(code))\n")
    return ExitCode(74)
  }
}
