import ArgumentParser
import Diagnostics
import Engine

/// What the command line says of the project; it lies over what the bill says.
struct ProjectOptions: ParsableArguments {
  @Option(help: ArgumentHelp("判断所依的日期，年-月-日 · the day on which the bill is judged", valueName: "date"))
  var asOf: String?

  @Option(help: "地区：GB/T 2260 代码、ISO 3166-2 或名称 · the region, by code or name")
  var region: String?

  @Option(help: "设施：data-center、intelligent-computing-center、supercomputing-center、edge · the facility")
  var facility: String?

  @Option(help: "采购人：party-government、public-institution、enterprise、cii-operator；可重复 · the buyer; may be repeated")
  var buyer: [String] = []

  @Option(help: ArgumentHelp("项目事实，如 pue=1.18；可重复 · a fact of the project; may be repeated", valueName: "name=value"))
  var fact: [String] = []

  /// The overrides, checked against the names that the engine knows.
  func overrides(_ engine: Engine) throws(Problems) -> ProjectOverrides {
    try ProjectOverrides(
      asOf: asOf, region: region, facility: facility, buyers: buyer, facts: fact, engine: engine)
  }
}
