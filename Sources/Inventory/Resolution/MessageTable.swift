internal import Diagnostics

/// What was said of the names of lines, by what they mean.
struct MessageTable: Sendable {
  private struct Key: Hashable {
    let identity: ObjectIdentifier
    let hasNear: Bool
  }

  /// A message, with what it speaks of: as long as that lives, no other has its address.
  private struct Said {
    let identity: Identity
    let message: Localized
  }

  /// Neither more are kept nor longer ones: a run over endless or boundless names must not grow without end.
  private static let limit = 100_000
  private static let longest = 1 << 13
  private var messages: [Key: Said] = [:]

  /// What was said of names of this meaning, with or without the names near to them.
  subscript(_ identity: Identity, _ hasNear: Bool) -> Localized? {
    get { messages[Key(identity: ObjectIdentifier(identity), hasNear: hasNear)]?.message }
    set {
      guard newValue?.zh.utf8.count ?? 0 <= Self.longest, newValue?.en.utf8.count ?? 0 <= Self.longest else { return }
      if messages.count >= Self.limit { messages.removeAll() }
      messages[Key(identity: ObjectIdentifier(identity), hasNear: hasNear)] = newValue.map {
        Said(identity: identity, message: $0)
      }
    }
  }
}
