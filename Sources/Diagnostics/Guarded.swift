/// A value that one thread at a time looks at or changes.
package final class Guarded<Value>: @unchecked Sendable {
  private let monitor = Monitor()
  private var value: Value

  /// A value that nobody else holds.
  package init(_ value: sending Value) { self.value = value }

  /// What `body` makes of the value while no other thread has it. It must not ask for the value again.
  package func withLock<Result, Fault: Error>(_ body: (inout Value) throws(Fault) -> Result) throws(Fault) -> Result {
    try monitor.locked { () throws(Fault) in try body(&value) }
  }
}
