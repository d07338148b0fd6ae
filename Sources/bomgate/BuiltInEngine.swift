import Diagnostics
import Dispatch
import Engine

/// The engine with the built-in rules, read while the arguments are: nearly every run needs it.
enum BuiltInEngine {
  private static let result = Result { () throws(Problems) in try Engine(rules: RuleFile.builtIn) }

  /// Begins to read, and returns at once.
  static func begin() {
    DispatchQueue.global(qos: .userInitiated).async { _ = result }
  }

  /// The engine, once it is read.
  static func get() throws(Problems) -> Engine {
    try result.get()
  }
}
