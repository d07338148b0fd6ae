import ArgumentParser
import Engine
public import Inventory

/// How bills are read.
struct InputOptions: ParsableArguments {
  @Option(
    help: "输入格式，默认按内容和文件名识别 · the format of the input; by default told by content and name")
  var inputFormat: BomFormat?

  /// The options of the reader, with what the command line says of the project.
  func options(_ overrides: ProjectOverrides) -> ReadingOptions {
    ReadingOptions(format: inputFormat, overrides: overrides)
  }
}

extension BomFormat: Choice {}
