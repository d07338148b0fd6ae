import ArgumentParser
import Diagnostics
import Engine
import Evaluation
public import Inventory
import Policy
import Quantities

/// How bills are judged.
struct JudgingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("只看这些政策；可重复 · only these policies; may be repeated", valueName: "id"))
  var policy: [String] = []

  @Option(help: ArgumentHelp("也判断这些草案或未公布的文件 · judge these drafts or unpublished texts too", valueName: "id"))
  var include: [String] = []

  @Option(help: "证据：claims 采信清单声明，catalogue 只认目录 · whether claims count, or only the catalogue")
  var evidence: Evidence = .claims

  @Option(help: "口径：all 全部一致才算，first 只看第一种 · whether all bases must agree, or only the first counts")
  var basis: BasisChoice = .all

  @Option(help: "把目标当作强制要求：targets · make targets mandatory")
  var enforce: EnforceChoice?

  @Option(help: ArgumentHelp("豁免文件 · a file of waivers", valueName: "file"), completion: .file())
  var waivers: String?

  @Option(
    help: ArgumentHelp("豁免到期所依的日期，默认今天 · the day against which waivers expire; today by default", valueName: "date"))
  var today: String?

  @Flag(help: "豁免到期不影响退出状态 · an expired waiver does not change the exit status")
  var noFailOnExpired = false

  enum BasisChoice: String, Choice { case all, first }
  enum EnforceChoice: String, Choice { case targets }

  func validate() throws {
    if let today, Day(today) == nil { throw ValidationError("--today \(today)：应写成 年-月-日 · write year-month-day") }
  }

  /// The options of the assessor.
  func options(_ engine: Engine) throws(Problems) -> AssessmentOptions {
    var options = AssessmentOptions()
    options.evidence = evidence
    options.basisFirst = basis == .first
    options.enforcesTargets = enforce == .targets
    try check(policy + include, engine)
    if !policy.isEmpty { options.policies = Set(policy) }
    options.included = Set(include)
    if let waivers {
      options.waivers = try engine.waivers(InputFile.read(waivers), name: waivers)
      options.today = today.flatMap { Day($0) } ?? Clock.today
    }
    return options
  }

  private func check(_ names: [String], _ engine: Engine) throws(Problems) {
    var problems = Problems()
    for name in names where engine.book.policy(name) == nil {
      let near = nearest(to: name, among: engine.book.policies.map(\.id))
      problems.error(
        "unknown-policy", Localized(zh: "没有政策 `\(name)`", en: "there is no policy `\(name)`"), at: nil,
        help: near.map { Localized(zh: "是否想写 `\($0)`？", en: "did you mean `\($0)`?") }
          ?? Localized(zh: "用 `bomgate rules list` 查看", en: "see `bomgate rules list`"))
    }
    if problems.hasErrors { throw problems }
  }
}

extension Evidence: Choice {}
