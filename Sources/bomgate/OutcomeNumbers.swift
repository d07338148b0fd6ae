import Diagnostics

/// The outcomes of a run that are kept once for all bills that have them, and their numbers. All threads share it.
final class OutcomeNumbers: Sendable {
  private struct State {
    var numbers: [[UInt8]: Int] = [:]
    var outcomes: [[UInt8]] = []
    var room = 32 << 20
  }

  private let state = Guarded(State())

  /// The number of an outcome, told by its text; nil where there are so many already that bills are better kept with
  /// their own.
  func number(of outcome: [UInt8]) -> Int? {
    state.withLock { state in
      if let number = state.numbers[outcome] { return number }
      guard state.room >= outcome.count else { return nil }
      state.room -= outcome.count
      state.numbers[outcome] = state.outcomes.count
      state.outcomes.append(outcome)
      return state.outcomes.count - 1
    }
  }

  /// The text of an outcome.
  subscript(number: Int) -> [UInt8] { state.withLock { $0.outcomes[number] } }
}
