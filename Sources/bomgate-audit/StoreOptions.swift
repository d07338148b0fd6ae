public import ArgumentParser
import Audit
public import Diagnostics
import Engine
import Glibc
import Reports

/// Which store a command looks into, and how it speaks.
struct StoreOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("审计库，默认 audit.db · the store; audit.db by default", valueName: "file"), completion: .file())
  var store = "audit.db"

  @Option(help: "语言，zh 或 en；默认取自 LANG · the language; by default from LANG")
  var lang: Language?

  @Option(help: "颜色：auto、always、never · colour; auto means only on a terminal")
  var color: ColorChoice = .auto

  enum ColorChoice: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  /// The language: as asked for, else by the environment.
  var language: Language {
    if let lang { return lang }
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = Self.environment(name), !value.isEmpty { return value.hasPrefix("zh") ? .zh : .en }
    }
    return .en
  }

  /// How a stream looks.
  func style(on descriptor: Int32 = 1) -> TextStyle {
    let isColored =
      switch color {
      case .always: true
      case .never: false
      case .auto:
        if let forced = Self.environment("FORCE_COLOR"), !forced.isEmpty {
          true
        } else if let forbidden = Self.environment("NO_COLOR"), !forbidden.isEmpty {
          false
        } else {
          isatty(descriptor) == 1 && Self.environment("TERM") != "dumb"
        }
      }
    return TextStyle(color: isColored, language: language)
  }

  /// One of two texts.
  func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// A verdict as a person reads it; a dash for what does not apply.
  func verdict(_ word: String??) -> String {
    switch word.flatMap(\.self) {
    case "pass": say("符合", "pass")
    case "fail": say("不符合", "fail")
    case "undetermined": say("待定", "undetermined")
    case "not_applicable": say("不适用", "not applicable")
    case let other?: other
    case nil: "–"
    }
  }

  /// Does something with the store; what is wrong is said, and becomes the exit status.
  func opened<Value>(_ body: (AuditStore) throws -> Value) throws -> Value {
    try reporting { try body(AuditStore.reading(store)) }
  }

  /// Does something; what is wrong is said, and becomes the exit status.
  func reporting<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let fault as StoreFault {
      report(Problems(fault.diagnostic))
      throw ExitCode(fault.isOutput ? 74 : 2)
    } catch let problems as Problems {
      report(problems)
      throw ExitCode(2)
    }
  }

  /// Writes problems to standard error.
  func report(_ problems: Problems) {
    Output.note(ProblemList(style(on: 2)).render(problems))
  }

  private static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}

extension Language: ExpressibleByArgument {}

/// Whether a command prints for people or for programs.
enum PrintFormat: String, ExpressibleByArgument, CaseIterable { case text, json }
