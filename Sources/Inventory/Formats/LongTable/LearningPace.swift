/// How much a reader may learn of the texts of its lines. To learn a text takes longer than to read a line carefully, and
/// what is learnt takes memory, so texts are learnt only where they return: when a few thousand are known, twice as many may
/// be if those that were learnt last were met again. Where they were not, nothing more is learnt for a while, and then all
/// is forgotten and tried anew.
struct LearningPace {
  /// So many texts are learnt whatever they are good for.
  let trial: Int
  /// More are not known at a time, however good they are.
  let most: Int
  /// One in so many of those that were learnt last must be met again.
  private static let share = 64
  /// For each text of a trial so many lines are a while.
  private static let pause = 8

  private var limit: Int
  private var lines = 0
  private var returns = 0
  private var end: Int?

  /// Those from this number on were learnt last.
  private(set) var late: Int

  init(trial: Int = 1 << 12, most: Int = 1 << 16) {
    (self.trial, self.most) = (trial, most)
    (limit, late) = (trial, trial / 2)
  }

  /// Notes that some lines were read, however they were, and how many of them had a text that was learnt last.
  mutating func add(_ count: Int, returns: Int) {
    lines += count
    self.returns += returns
  }

  /// Whether another text may be learnt besides those that are known.
  mutating func mayLearn(besides known: Int) -> Bool {
    if known < limit { return true }
    if end != nil { return false }
    let isWorthIt = returns * Self.share >= known - late
    if isWorthIt, limit < most {
      (limit, late, returns) = (limit * 2, known, 0)
      return true
    }
    end = isWorthIt ? lines : lines + trial * Self.pause
    return false
  }

  /// Whether what is known is to be forgotten, so that other texts can be learnt.
  var isOver: Bool { end.map { lines >= $0 } ?? false }
}
