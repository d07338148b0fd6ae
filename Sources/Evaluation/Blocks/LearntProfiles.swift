internal import Diagnostics
internal import Inventory

/// What lines of prototypes add to sums, for all readers of a file, so that it is asked once, whichever of them meets a
/// prototype first. For those who judge by the same policies.
public final class LearntProfiles: Sendable {
  struct Key: Hashable {
    /// It is the same for as long as the prototype is held.
    private let prototype: ObjectIdentifier
    private let isPriced: Bool
    private let epoch: Int

    init(_ prototype: LinePrototype, isPriced: Bool, epoch: Int) {
      self.prototype = ObjectIdentifier(prototype)
      self.isPriced = isPriced
      self.epoch = epoch
    }
  }

  private struct Learnt {
    let prototype: LinePrototype
    /// Nil where sums do not say all of it.
    let profile: LineProfile?
  }

  /// More are not shared.
  private static let limit = 1 << 13

  private let known = Guarded<[Key: Learnt]>([:])

  /// None yet.
  public init() {}

  /// What lines of a prototype add, on days of an epoch; nil where sums do not say all of it. `make` may be called by
  /// several threads at once.
  func profile(
    of prototype: LinePrototype, isPriced: Bool, epoch: Int, _ make: () -> LineProfile?
  ) -> LineProfile? {
    let key = Key(prototype, isPriced: isPriced, epoch: epoch)
    if let learnt = known.withLock({ $0[key] }) { return learnt.profile }
    let profile = make()
    known.withLock { known in
      if known.count < Self.limit { known[key] = Learnt(prototype: prototype, profile: profile) }
    }
    return profile
  }
}
