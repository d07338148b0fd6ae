import Diagnostics

/// The outcomes of a run that are kept once for all bills that have them, and their numbers. All threads share it.
final class OutcomeNumbers: Sendable {
  private struct State {
    var numbers: [[UInt8]: Int] = [:]
    var outcomes: [[UInt8]] = []
    var room = 32 << 20
  }

  private let state = Guarded(State())
  private let first: Int

  /// Numbers from one on.
  init(from first: Int) { self.first = first }

  /// The number of an outcome, told by its text; nil where there are so many already that bills are better kept with
  /// their own.
  func number(of outcome: [UInt8]) -> Int? {
    state.withLock { state in
      if let number = state.numbers[outcome] { return number }
      guard state.room >= outcome.count else { return nil }
      state.room -= outcome.count
      let number = first + state.outcomes.count
      state.numbers[outcome] = number
      state.outcomes.append(outcome)
      return number
    }
  }

  /// The text of an outcome.
  subscript(number: Int) -> [UInt8] { state.withLock { $0.outcomes[number - first] } }
}
