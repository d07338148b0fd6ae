internal import Synchronization

/// What the readers of a file have learnt of its texts, so that each is learnt once, whichever thread meets it first.
public final class LearntTexts: Sendable {
  private struct Known {
    var prototypes: [[UInt8]: LinePrototype] = [:]
    var projects: [[UInt8]: Project] = [:]
  }

  /// More are not shared: every reader keeps its own too.
  private static let limit = 1 << 14

  private let known = Mutex(Known())

  /// Nothing yet.
  public init() {}

  /// What lines with a text are; nil where that cannot be learnt. `make` may be called by several threads at once.
  func prototype(_ text: [UInt8], _ make: () -> LinePrototype?) -> LinePrototype? {
    if let found = known.withLock({ $0.prototypes[text] }) { return found }
    guard let made = make() else { return nil }
    known.withLock { known in
      if known.prototypes.count < Self.limit { known.prototypes[text] = made }
    }
    return made
  }

  /// What bills with a text say of their project; nil where that cannot be learnt.
  func project(_ text: [UInt8], _ make: () -> Project?) -> Project? {
    if let found = known.withLock({ $0.projects[text] }) { return found }
    guard let made = make() else { return nil }
    known.withLock { known in
      if known.projects.count < Self.limit { known.projects[text] = made }
    }
    return made
  }

  /// One text that says what some stretches say and where each ends, of lines of one form.
  static func key(_ stretches: UnsafeBufferPointer<UnsafeRawBufferPointer>, form: UInt8 = 0) -> [UInt8] {
    var key = [form]
    for stretch in stretches {
      withUnsafeBytes(of: stretch.count.littleEndian) { key.append(contentsOf: $0) }
      key.append(contentsOf: stretch)
    }
    return key
  }
}
