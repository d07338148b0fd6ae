import ArgumentParser
import Diagnostics
import Engine
import Glibc
public import Inventory

/// How bills are read.
struct InputOptions: ParsableArguments {
  @Option(
    help: "输入格式，默认按内容和文件名识别 · the format of the input; by default told by content and name")
  var inputFormat: BomFormat?

  @Option(
    help: ArgumentHelp("列对照表：表格的各列是什么 · a file that says what the columns of tables hold", valueName: "file"),
    completion: .file())
  var columns: String?

  /// The options of the reader, with what the command line says of the project.
  func options(_ overrides: ProjectOverrides, _ engine: Engine) throws(Problems) -> ReadingOptions {
    var options = ReadingOptions(format: inputFormat, overrides: overrides)
    options.jobs = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    if let columns { options.columns = try engine.columns(at: columns) }
    return options
  }
}

extension BomFormat: Choice {}
