internal import Diagnostics

/// Numbers the plans of projects that are alike in the eyes of all policies, the same for all readers of a file, so that
/// they mean the same by the key of an outcome.
public final class PlanNumbers: Sendable {
  /// So many plans are made: a run over endless distinct projects must not grow without end.
  private static let limit = 1 << 11

  private let numbers = Guarded<[ProjectPlan.Key: Int]>([:])

  /// None yet.
  public init() {}

  /// The number of a plan; nil where there are too many.
  func number(of plan: ProjectPlan.Key) -> Int? {
    numbers.withLock { numbers in
      if let number = numbers[plan] { return number }
      guard numbers.count < Self.limit else { return nil }
      numbers[plan] = numbers.count
      return numbers.count - 1
    }
  }
}
