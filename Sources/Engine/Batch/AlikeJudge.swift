internal import Evaluation
internal import Inventory

/// Judges the plain bills of one reader by their sums, and keeps what was made of each outcome.
final class AlikeJudge {
  /// So many bills are assessed one by one first, where they do not come by many: for fewer it is not worth while to learn
  /// anything.
  private static let patience = 4
  /// So many bills of a block are many.
  private static let many = 16
  /// Of so many bills that are looked at, one in eight must have the outcome of one before; else as many as that times
  /// eight are assessed one by one before it is tried again.
  private static let trial = 1 << 12

  private let shared: SharedOutcomes
  private let showsRegions: Bool
  private var assessor: BlockAssessor?
  /// The bill that is judged.
  private(set) var bill: AlikeBill?
  private var isAsked = false
  /// The plan of each project; −1 where there is none, −2 where it was not asked for yet.
  private var plans: [Int] = []
  private var patterns: [BatchPattern?] = []
  /// How many bills are assessed one by one before the next is looked at.
  private var rest = patience
  private var tried = 0
  private var found = 0

  /// A judge that shares what becomes of outcomes with those of the other threads.
  init(_ shared: SharedOutcomes, showsRegions: Bool) {
    self.shared = shared
    self.showsRegions = showsRegions
  }

  /// The text that the bills of a block stand in, as long as the block is read.
  var text: [UInt8] = [] {
    didSet { bill?.text = text }
  }

  /// The outcome of a plain bill, whose numbers `bill` then gives; nil where it is to be assessed by itself.
  func outcome(
    of number: Int, in block: borrowing LineBlock, by judge: borrowing BillJudge,
    _ overrides: borrowing ProjectOverrides
  ) -> BlockAssessor.Outcome? {
    if !isAsked, block.bills.count >= Self.many { rest = 0 }
    guard rest == 0 else {
      rest -= 1
      return nil
    }
    tried += 1
    if tried == Self.trial {
      if found < tried / 8 { rest = tried * 8 }
      (tried, found) = (0, 0)
    }
    if !isAsked {
      isAsked = true
      assessor = BlockAssessor(judge.assessor, showsRegion: showsRegions, shared.planNumbers, shared.profiles)
      bill = assessor.map { AlikeBill($0) }
      bill?.text = text
    }
    guard let assessor else { return nil }
    let project = block.bills[number].project
    while plans.count <= project { plans.append(-2) }
    if plans[project] == -2 {
      var known = block.projects[project]
      overrides.apply(to: &known)
      plans[project] =
        (overrides.asOf ?? known.date).flatMap { assessor.plan(for: known, on: $0) } ?? -1
    }
    guard plans[project] >= 0 else { return nil }
    return assessor.outcome(of: number, in: block, by: plans[project])
  }

  /// What was kept of the outcome that was found last, by this thread or by another.
  func pattern(of outcome: BlockAssessor.Outcome, _ renderer: inout some BatchRenderer) -> BatchPattern? {
    if outcome.isNew {
      guard let assessor, let known = shared[assessor.outcomeKey] else { return nil }
      keep(renderer.pattern(by: known), of: outcome)
    }
    guard outcome.number < patterns.count, let pattern = patterns[outcome.number] else { return nil }
    found += 1
    return pattern
  }

  /// Keeps something of a new outcome, which was found last, or that there is nothing to be kept.
  func keep(_ pattern: BatchPattern?, of outcome: BlockAssessor.Outcome, _ renderer: some BatchRenderer) {
    keep(pattern, of: outcome)
    if let assessor, let pattern, let made = renderer.shared(pattern) { shared.keep(made, of: assessor.outcomeKey) }
  }

  private func keep(_ pattern: BatchPattern?, of outcome: BlockAssessor.Outcome) {
    while patterns.count <= outcome.number { patterns.append(nil) }
    patterns[outcome.number] = pattern
  }
}
