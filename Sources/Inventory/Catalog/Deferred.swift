internal import Diagnostics

/// A value that is made when it is first asked for, once, whoever asks.
final class Deferred<Value: Sendable>: Sendable {
  private enum State {
    case open(@Sendable () -> Value)
    case made(Value)
  }

  private let state: Guarded<State>

  /// A value that `make` gives.
  init(_ make: @escaping @Sendable () -> Value) {
    state = Guarded(.open(make))
  }

  /// The value.
  var value: Value {
    state.withLock { state in
      switch state {
      case .made(let value): return value
      case .open(let make):
        let value = make()
        state = .made(value)
        return value
      }
    }
  }
}
