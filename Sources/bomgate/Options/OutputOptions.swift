import ArgumentParser
public import Diagnostics
import Glibc
import Reports

/// How a run speaks.
struct OutputOptions: ParsableArguments {
  @Option(help: "语言，zh 或 en；默认取自 LANG · the language; by default from LANG")
  var lang: Language?

  @Option(help: "颜色：auto、always、never · colour; auto means only on a terminal")
  var color: ColorChoice = .auto

  enum ColorChoice: String, Choice {
    case auto, always, never
  }

  /// The language: as asked for, else by the environment.
  var language: Language {
    if let lang { return lang }
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = Self.environment(name), !value.isEmpty { return value.hasPrefix("zh") ? .zh : .en }
    }
    return .en
  }

  /// Whether a stream gets colour: as asked for, else on a terminal that can and where nobody forbids it.
  func usesColor(on descriptor: Int32) -> Bool {
    switch color {
    case .always: return true
    case .never: return false
    case .auto:
      if let forced = Self.environment("FORCE_COLOR"), !forced.isEmpty { return true }
      if let forbidden = Self.environment("NO_COLOR"), !forbidden.isEmpty { return false }
      return isatty(descriptor) == 1 && Self.environment("TERM") != "dumb"
    }
  }

  /// How reports look on standard output.
  var style: TextStyle { TextStyle(color: usesColor(on: 1), language: language) }

  /// Writes problems to standard error.
  func report(_ problems: Problems) {
    Output.note(ProblemList(TextStyle(color: usesColor(on: 2), language: language)).render(problems))
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}

extension Language: Choice {}
