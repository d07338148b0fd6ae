internal import Diagnostics
public import Inventory
internal import Policy
public import Quantities

/// Judges the bills of blocks by their sums alone: what a line of a kind adds to them is found once, by the same
/// conditions and weights as for `Assessor`, and a line then costs a few additions (DESIGN, section 10).
///
/// It says of a bill which outcome it has: bills of one outcome have the same verdicts, reasons and grants, and differ in
/// nothing but numbers. What an outcome means is what `Assessor` says of the first bill that has it. A bill that sums do
/// not say everything of has none, and is for `Assessor` alone. For the prototypes and projects of one reader; a thread has
/// one of its own.
public final class BlockAssessor {
  /// The outcome of a bill.
  public struct Outcome: BitwiseCopyable {
    /// Which one it is, from 0.
    public let number: Int
    /// Whether no bill before had it.
    public let isNew: Bool
    /// How many warnings its lines bring.
    public let warnings: Int
    /// How many notes they bring.
    public let notes: Int

    /// The first one, of a bill without findings.
    public init() { self.init(number: 0, isNew: false, warnings: 0, notes: 0) }

    init(number: Int, isNew: Bool, warnings: Int, notes: Int) {
      self.number = number
      self.isNew = isNew
      self.warnings = warnings
      self.notes = notes
    }
  }

  /// The file of bills that nobody wrote.
  private static let nowhere = SourceFile(name: "", bytes: [])

  let program: BlockProgram
  let sums: BillSums
  let key: UnsafeMutablePointer<UInt64>
  let keyWidth: Int
  /// What each group of sums of the plan's leaves comes to.
  let values: UnsafeMutablePointer<BillSums.Value>
  private let assessor: Assessor
  private let projectTests: [ProjectTest]
  private let showsRegion: Bool
  private var outcomes: OutcomeTable
  private var resolver: BomResolver
  private var tables: [Int: ProfileTable] = [:]
  private var plans: [ProjectPlan?] = []
  private var planPlaces: [ProjectPlan.Key: Int] = [:]
  private let planNumbers: PlanNumbers
  private let profiles: LearntProfiles
  /// The plan of the bill that was judged last.
  private(set) var current: ProjectPlan?

  /// One for blocks of a reader; nil where the policies, or how they are judged, ask for more than sums. `showsRegion` is
  /// whether bills of different places are told apart though no policy does. Those that share the numbers of plans, and
  /// judge by the same policies, mean the same by the key of an outcome, and can share profiles.
  public init?(
    _ assessor: Assessor, showsRegion: Bool, _ planNumbers: PlanNumbers = PlanNumbers(),
    _ profiles: LearntProfiles = LearntProfiles()
  ) {
    guard let program = assessor.blockProgram else { return nil }
    self.planNumbers = planNumbers
    self.profiles = profiles
    self.assessor = assessor
    self.program = program
    self.showsRegion = showsRegion
    projectTests = assessor.projectTests
    sums = BillSums(width: program.width)
    let bits = program.leaves.reduce(program.rated.count * BlockProgram.Rated.bits) { $0 + $1.bits }
    // The plan, and the bits; none stands in two words.
    keyWidth = 2 + bits / 48
    key = .allocate(capacity: keyWidth)
    key.initialize(repeating: 0, count: keyWidth)
    values = .allocate(capacity: max(1, program.groupCount))
    outcomes = OutcomeTable(width: keyWidth)
    resolver = BomResolver(catalog: assessor.book.catalog, isWordless: true)
  }

  deinit {
    key.deallocate()
    values.deallocate()
  }

  /// The policies that bills are judged by.
  var policies: [Policy] { assessor.policies }

  /// A plan for the bills of a project on a day, with all that is known of it but the id; what `outcome` takes. Nil where
  /// there are too many.
  public func plan(for project: Project, on day: Day) -> Int? {
    let wanted = ProjectPlan.Key(project, day, projectTests, showsRegion: showsRegion)
    if let known = planPlaces[wanted] { return known }
    guard let number = planNumbers.number(of: wanted) else { return nil }
    plans.append(makePlan(project, day, number: number))
    planPlaces[wanted] = plans.count - 1
    return plans.count - 1
  }

  private func makePlan(_ project: Project, _ day: Day, number: Int) -> ProjectPlan? {
    var empty = BillOfMaterials(project: project, lines: [], file: Self.nowhere)
    empty.project.listsParts = true
    var problems = Problems()
    guard let resolved = resolver.resolve(empty, &problems),
      let fixed = try? assessor.context(resolved, on: day)
    else { return nil }
    let applies = assessor.applicabilities(to: project, on: day).map(\.truth.isPossible)
    var builder = ProjectPlan.Builder()
    for leaf in program.leaves {
      let requirement = assessor.policies[leaf.policy].requirements[leaf.requirement]
      guard applies[leaf.policy], requirement.when?.truth(of: project) != .no else {
        builder.skip()
        continue
      }
      guard builder.add(leaf, of: program, on: day) else { return nil }
    }
    let epoch = assessor.epoch(of: day)
    let table = tables[epoch] ?? ProfileTable(day: day, epoch: epoch)
    tables[epoch] = table
    return ProjectPlan(
      number: number, listsParts: project.listsParts, fixed: fixed, table: table,
      rated: program.rated.filter { applies[$0.policy] }, builder)
  }

  /// The outcome of a plain bill of a block by a plan; nil where sums do not say everything of it.
  public func outcome(of bill: Int, in block: borrowing LineBlock, by plan: Int) -> Outcome? {
    guard let plan = plans[plan] else { return nil }
    current = plan
    let lines = block.lines(of: bill)
    let table = plan.table
    table.reserve(block.prototypes.count)
    sums.clear()
    var findings = FindingCounts()
    var flags: UInt8 = 0
    for line in lines {
      let (number, price) = (Int(block.numbers[line]), block.prices[line])
      let index = number &* 2 &+ (price >= 0 ? 1 : 0)
      if table.isUnknown(index) { learn(block.prototypes[number], index, table) }
      guard table.add(index, quantity: block.quantities[line], price: price, to: sums, &findings, &flags) else {
        return nil
      }
    }
    let mayHide = flags & (ProfileTable.Head.mayHideParts | ProfileTable.Head.listsProcessor)
    if !plan.listsParts, mayHide == ProfileTable.Head.mayHideParts { return nil }
    guard fillKey(plan), let outcome = outcomes.number(of: key) else { return nil }
    return Outcome(
      number: outcome.number, isNew: outcome.isNew, warnings: Int(findings.warnings), notes: Int(findings.notes))
  }

  /// What tells the outcome that was found last from all others.
  public var outcomeKey: [UInt64] { Array(UnsafeBufferPointer(start: key, count: keyWidth)) }

  /// Finds what one line of a prototype adds.
  private func learn(_ prototype: LinePrototype, _ index: Int, _ table: ProfileTable) {
    let isPriced = index & 1 == 1
    let profile = profiles.profile(of: prototype, isPriced: isPriced, epoch: table.epoch) {
      self.profile(of: prototype, isPriced: isPriced, on: table.day)
    }
    table.set(index, profile, for: sums)
  }

  /// The same by a bill that has no other line; nil where sums do not say all of it.
  private func profile(of prototype: LinePrototype, isPriced: Bool, on day: Day) -> LineProfile? {
    var line = prototype.line
    line.quantity = .one
    line.unitPrice = isPriced ? .one : nil
    var bill = BillOfMaterials(project: Project(), lines: [line], file: Self.nowhere)
    bill.project.listsParts = true
    var problems = Problems()
    guard let resolved = resolver.resolve(bill, &problems), let context = try? assessor.context(resolved, on: day)
    else { return nil }
    var profile = LineProfile()
    for (number, sum) in program.sums.enumerated() {
      guard let parts = try? context.parts(of: sum.of, among: sum.among, by: sum.basis) else { return nil }
      for part in parts {
        let isPriced = context.amounts.isKnown(part.line)
        guard profile.add(part, of: sum, at: number * LineSum.Slot.count, isPriced: isPriced) else { return nil }
      }
    }
    let findings = prototype.findings + resolved.findings + assessor.findings(context, [], .pass)
    profile.findings.warnings = Int32(findings.count { $0.severity == .warning })
    profile.findings.notes = Int32(findings.count { $0.severity == .note })
    profile.listsProcessor = resolved.lines.contains { line in
      line.presence == .listed && (line.line.kind == .cpu || line.line.kind == .accelerator)
    }
    profile.mayHideParts = resolved.lines.count == 1 && line.kind == .server
    return profile
  }
}
