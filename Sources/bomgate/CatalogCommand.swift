import ArgumentParser
import Diagnostics
import Engine
import Inventory
import Policy
import Quantities
import Reports

/// `bomgate catalog`: what is known about products.
struct CatalogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalog", abstract: "查产品目录 · look into the catalogue of products", subcommands: [Find.self])

  /// `bomgate catalog find`.
  struct Find: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "find", abstract: "按名称查产品 · find products by name", discussion: "bomgate catalog find 昇腾910B")

    @Argument(help: ArgumentHelp("名称的全部或一部分 · a name, or a part of one", valueName: "text"))
    var text: String

    @Option(
      help: ArgumentHelp("名录条目有效与否所依的日期，默认今天 · the day on which lists are read; today by default", valueName: "date"))
    var asOf: String?

    @OptionGroup(title: "规则 · rules") var rules: RuleOptions
    @OptionGroup(title: "输出 · output") var output: OutputOptions

    func validate() throws {
      if let asOf, Day(asOf) == nil { throw ValidationError("--as-of \(asOf)：应写成 年-月-日 · write year-month-day") }
    }

    func run() throws {
      let engine = try output.engine(rules)
      let found = engine.book.catalog.resolver.search(text)
      guard !found.isEmpty else {
        output.report(
          Problems(
            Diagnostic(
              .error, "not-found", Localized(zh: "目录中没有“\(text)”", en: "“\(text)” is not in the catalogue"))))
        throw ExitCode(Status.violated.rawValue)
      }
      let day = asOf.flatMap { Day($0) } ?? Clock.today
      try Output.write(ComponentText(output.style, book: engine.book, day: day).render(found))
    }
  }
}
