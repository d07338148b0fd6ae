public import Diagnostics
internal import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

/// All that the results of a batch depend on but its bills: what is kept so that the run can be repeated.
public struct KeptRun: Sendable {
  /// What the command line said, by the names of its options, and what else is to be known of the run.
  public var settings: [String: [String]]
  /// The rule files, tests left out.
  public var rules: [RuleFile]
  /// The file of waivers.
  public var waivers: [UInt8]?
  /// The file that says what the columns of tables hold.
  public var columns: [UInt8]?

  /// A run with its rules.
  public init(settings: [String: [String]], rules: [RuleFile], waivers: [UInt8]? = nil, columns: [UInt8]? = nil) {
    self.settings = settings
    self.rules = rules
    self.waivers = waivers
    self.columns = columns
  }

  /// The first value of a setting.
  public subscript(name: String) -> String? { settings[name]?.first }

  /// All values of a setting.
  public func all(_ name: String) -> [String] { settings[name] ?? [] }

  /// The engine with the rules that were kept.
  public func engine() throws(Problems) -> Engine { try Engine(rules: rules) }

  /// How bills were read and judged.
  public func options(_ engine: Engine) throws(Problems) -> BatchOptions {
    var overrides = try ProjectOverrides(
      asOf: self["as-of"], region: self["region"], facility: self["facility"], buyers: all("buyer"),
      facts: all("fact"), engine: engine)
    overrides.listsParts = self["parts"] == "listed"
    var reading = ReadingOptions(
      format: self["input-format"].flatMap { BomFormat(rawValue: $0) }, overrides: overrides)
    if let columns { reading.columns = try engine.columns(in: columns, name: self["table-columns"] ?? "") }
    var judging = AssessmentOptions()
    judging.evidence = self["evidence"].flatMap { Evidence(rawValue: $0) } ?? .claims
    judging.basisFirst = self["basis"] == "first"
    judging.enforcesTargets = self["enforce"] == "targets"
    if !all("policy").isEmpty { judging.policies = Set(all("policy")) }
    judging.included = Set(all("include"))
    if let waivers {
      judging.waivers = try engine.waivers(waivers, name: self["waivers"] ?? "")
      judging.today = self["today"].flatMap { Day($0) }
    }
    var options = BatchOptions(inputs: all("input"), reading: reading, judging: judging, jobs: 1)
    options.isUnsorted = self["unsorted"] == "yes"
    return options
  }
}
