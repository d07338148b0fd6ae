internal import Diagnostics
internal import Evaluation

/// What the threads of a run have made of the outcomes of a file, so that an outcome is assessed once, whichever thread
/// meets it first.
final class SharedOutcomes: Sendable {
  /// More are not shared.
  private static let limit = 1 << 13

  let planNumbers = PlanNumbers()
  let profiles = LearntProfiles()
  private let known = Guarded<[[UInt64]: any Sendable]>([:])

  /// What was made of an outcome; nil where nothing was yet.
  subscript(_ outcome: [UInt64]) -> (any Sendable)? { known.withLock { $0[outcome] } }

  /// Keeps what was made of an outcome.
  func keep(_ made: any Sendable, of outcome: [UInt64]) {
    known.withLock { known in
      if known.count < Self.limit { known[outcome] = made }
    }
  }
}
