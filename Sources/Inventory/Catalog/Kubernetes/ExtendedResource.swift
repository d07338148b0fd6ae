/// What an extended resource of Kubernetes, such as `nvidia.com/gpu`, says about cards.
public struct ExtendedResource: Sendable {
  /// What its number counts.
  public enum Count: String, CaseIterable, Sendable {
    /// Whole cards.
    case cards
    /// Parts of cards: k of them are on one card at least and on k at most.
    case shares
    /// Memory, cores or a percentage of a card: no count at all.
    case portion
    /// Not known: k of them are on k cards at most.
    case unknown
    /// Something that is no accelerator.
    case none
  }

  /// The maker, by its identifier in the catalogue; nil where the resource is not of one maker.
  public let vendor: String?
  /// What its number counts.
  public let count: Count
  /// The resources beside which it counts shares and not cards.
  public let sharedBy: [String]
  /// Whether the shares of one container are on different cards.
  public let isApart: Bool
  /// The resource whose cards it shares; nil for its own.
  public let cardsOf: String?
  /// How much of it is one card.
  public let unit: Int
  /// How many of the devices it counts are one card, for components whose dies are counted.
  public let devicesPerCard: [String: Int]
  /// Where it was found.
  public let source: String

  /// Whether its number can only be whole.
  var isCounted: Bool { count == .cards || count == .shares }
}
