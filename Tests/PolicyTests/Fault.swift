import Testing

/// The parts of a policy with a fault, and all that a reader is told of it.
struct Fault: Sendable, CustomTestStringConvertible {
  let parts: String
  let message: String

  init(_ parts: String, _ message: String) {
    self.parts = parts
    self.message = message
  }

  var testDescription: String { parts }
}
