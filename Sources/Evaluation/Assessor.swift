public import Diagnostics
public import Inventory
public import Policy
public import Quantities

/// Judges resolved bills by a rule book. Pure: the same bill, book, day and options give the same assessment. What it has
/// learnt of one bill's lines and project it keeps for the next; a thread should have one of its own.
public struct Assessor: Sendable {
  /// What a bill is judged by.
  public let book: RuleBook
  /// How it is judged.
  public let options: AssessmentOptions
  let policies: [Policy]
  private let classes: LineClasses
  private let projects: ProjectClasses
  /// How bills are judged by sums alone; nil where they cannot be.
  let blockProgram: BlockProgram?

  /// An assessor.
  public init(book: RuleBook, options: AssessmentOptions = AssessmentOptions()) {
    self.init(book: book, options: options, classLimit: LineClasses.limit)
  }

  /// One that forgets after so many classes of lines or of projects.
  init(book: RuleBook, options: AssessmentOptions, classLimit: Int) {
    self.book = book
    self.options = options
    policies = book.policies.filter { options.policies?.contains($0.id) ?? true }
    classes = LineClasses(book, limit: classLimit)
    projects = ProjectClasses(policies, included: options.included, limit: classLimit)
    // Waivers name bills, and under the catalogue alone a reason tells what claims would change.
    let isPlain = options.waivers.isEmpty && options.evidence == .claims
    blockProgram = isPlain ? BlockProgram(policies, isPerLine: classes.isPerLine) : nil
  }

  /// The assessment of a bill on a day.
  ///
  /// - Throws: a problem that names the line where a sum grows past what exact arithmetic holds.
  public func assess(_ bom: ResolvedBom, on day: Day) throws(Problems) -> Assessment {
    do {
      return try judge(bom, on: day)
    } catch {
      throw Problems(Self.overflow(error, bom))
    }
  }

  /// What measures of a bill are computed from.
  func context(_ bom: ResolvedBom, on day: Day) throws(LineOverflow) -> BillContext {
    try BillContext(bom, table: classes.table(), catalog: book.catalog, day: day, evidence: options.evidence)
  }

  /// Which policies apply to a project, in their order.
  func applicabilities(to project: Project, on day: Day) -> [Applicability] {
    projects.applicabilities(to: project, on: day)
  }

  /// Which entries of lists hold on a day: days of one epoch see the same.
  func epoch(of day: Day) -> Int { classes.epoch(of: day) }

  /// All that policies ask of a project.
  var projectTests: [ProjectTest] { projects.tests }

  private func judge(_ bom: ResolvedBom, on day: Day) throws(LineOverflow) -> Assessment {
    let context = try context(bom, on: day)
    var policies: [PolicyAssessment] = []
    var waivers = WaiverUse(options.waivers, today: options.today, bill: bom.bill.project.id)
    for (policy, applicability) in zip(self.policies, applicabilities(to: context.project, on: day)) {
      policies.append(try assess(policy, applicability, context, &waivers))
    }
    let totals: [GrantTotal]
    do { totals = try GrantTotal.totals(of: policies.flatMap(\.grants)) } catch { throw LineOverflow(line: nil) }
    let verdict = Verdict.worst(policies.map(\.verdict))
    let findings = bom.findings + self.findings(context, policies, verdict) + waivers.findings
    return Assessment(
      bom: bom, asOf: day, evidence: options.evidence, context: context.lineContext, verdict: verdict,
      policies: policies,
      totals: totals, findings: findings)
  }

  private func assess(
    _ policy: Policy, _ applicability: Applicability, _ context: BillContext, _ waivers: inout WaiverUse
  ) throws(LineOverflow) -> PolicyAssessment {
    guard applicability.truth.isPossible else {
      return PolicyAssessment(
        policy: policy, applicability: applicability, verdict: .notApplicable, requirements: [], grants: [])
    }
    var judge = RequirementJudge(policy, context, basisFirst: options.basisFirst)
    var requirements: [RequirementAssessment] = []
    requirements.reserveCapacity(policy.requirements.count)
    // What counts for the policy, gathered on the way: these are large values, and copies cost more than all else here.
    var counted: [Verdict] = []
    for (index, requirement) in policy.requirements.enumerated() where !requirement.isOfPortfolio {
      requirements.append(assessment(of: requirement, try judge.judge(index), applicability))
      let last = requirements.count - 1
      requirements[last].waiver = waivers.waiver(for: requirements[last], of: policy)
      if requirements[last].force == .mandatory, !requirement.isMember, requirements[last].waiver == nil {
        counted.append(requirements[last].verdict)
      }
    }
    var grants: [GrantAssessment] = []
    for grant in policy.grants {
      var required: [Judgement] = []
      for index in grant.requires { required.append(try judge.judge(index)) }
      grants.append(try GrantJudge(context).judge(grant, required, applies: applicability.truth))
    }
    return PolicyAssessment(
      policy: policy, applicability: applicability, verdict: Verdict.worst(counted),
      requirements: requirements, grants: grants)
  }

  private func assessment(
    of requirement: Requirement, _ judgement: Judgement, _ applicability: Applicability
  ) -> RequirementAssessment {
    let isDoubtful = applicability.truth == .unknown || judgement.isConditional
    let verdict = isDoubtful ? judgement.verdict.softened : judgement.verdict
    let force: Requirement.Force =
      options.enforcesTargets && requirement.force == .target ? .mandatory : requirement.force
    return RequirementAssessment(
      requirement: requirement, force: force, verdict: verdict, unsoftened: judgement.verdict,
      isConditional: judgement.isConditional, reason: verdict != judgement.verdict ? .applicability : judgement.reason,
      measure: judgement.measure, verdicts: judgement.verdicts, verified: judgement.verified, value: judgement.value,
      parts: judgement.parts, lines: judgement.lines, missing: judgement.missing,
      distance: Distance(judgement, requirement.test))
  }

  /// That a number of a bill grows past what exact arithmetic holds, and at which line.
  static func overflow(_ fault: LineOverflow, _ bom: ResolvedBom) -> Diagnostic {
    let line = fault.line.map { bom.lines[$0] }
    let place = line.map { "`\($0.place)`" }
    return Diagnostic(
      .error, "overflow",
      Localized(
        zh: place.map { "加到第 \($0) 行时，合计超出精确计算的范围" } ?? "数值超出精确计算的范围",
        en: place.map { "at line \($0) the sum grows past what exact arithmetic holds" }
          ?? "a number grows past what exact arithmetic holds"),
      at: line?.line.span ?? SourceSpan(file: bom.bill.file),
      help: line.map { _ in Localized(zh: "请核对这一行的数量和单价", en: "check the quantity and the price of that line") })
  }
}
