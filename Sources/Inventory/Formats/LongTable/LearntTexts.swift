internal import Diagnostics

/// What the readers of a file have learnt of its texts, so that each is learnt once, whichever thread meets it first. No
/// file makes it grow without end: each reader keeps its own too.
public final class LearntTexts: Sendable {
  /// What was learnt of some texts, and how many bytes these are.
  private struct Learnt<Value: Sendable> {
    var values: [ByteText: Value] = [:]
    var bytes = 0
  }

  /// A longer text is not shared.
  private static let longest = 1 << 12
  /// More texts, and more bytes of them, are not shared.
  private static let most = 1 << 13
  private static let room = 1 << 23

  private let prototypes = Guarded(Learnt<LinePrototype>())
  private let projects = Guarded(Learnt<Project>())

  /// Nothing yet.
  public init() {}

  /// What lines with a text are; nil where that cannot be learnt. `make` may be called by several threads at once.
  func prototype(_ text: [UInt8]?, _ make: () -> LinePrototype?) -> LinePrototype? {
    Self.value(of: text, in: prototypes, make)
  }

  /// What bills with a text say of their project; nil where that cannot be learnt. `make` may be called by several threads
  /// at once.
  func project(_ text: [UInt8]?, _ make: () -> Project?) -> Project? {
    Self.value(of: text, in: projects, make)
  }

  private static func value<Value: Sendable>(
    of text: [UInt8]?, in learnt: Guarded<Learnt<Value>>, _ make: () -> Value?
  ) -> Value? {
    guard let bytes = text else { return make() }
    let text = ByteText(bytes)
    if let found = learnt.withLock({ $0.values[text] }) { return found }
    guard let made = make() else { return nil }
    learnt.withLock { learnt in
      guard learnt.values.count < most, learnt.bytes + bytes.count <= room,
        learnt.values.updateValue(made, forKey: text) == nil
      else { return }
      learnt.bytes += bytes.count
    }
    return made
  }

  /// One text that says what some stretches say and where each ends, of lines of one form; nil where it is too long to be
  /// shared.
  static func key(_ stretches: [UnsafeRawBufferPointer], form: UInt8 = 0) -> [UInt8]? {
    guard stretches.reduce(0, { $0 + $1.count }) <= longest else { return nil }
    var key = [form]
    for stretch in stretches {
      withUnsafeBytes(of: stretch.count.littleEndian) { key.append(contentsOf: $0) }
      key.append(contentsOf: stretch)
    }
    return key
  }
}
