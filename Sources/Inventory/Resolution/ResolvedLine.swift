public import Quantities

/// A line with what the catalogue knows of it, and with its total quantity.
///
/// An object, because every predicate of every policy looks at it and a copy of all its texts each time would cost more
/// than the look.
public final class ResolvedLine: Sendable {
  /// Who says that the line is there.
  public enum Presence: Sendable {
    /// The bill.
    case listed
    /// The catalogue: its parent is known to contain it.
    case catalogue
    /// Nobody: a server surely holds processors, and the bill does not list them.
    case hidden
  }

  /// Its id, or its place: `3`, `3/2`, `s1/2`.
  public let place: String
  /// The line as written, or as the catalogue or the rule on hidden parts makes it.
  public let line: Line
  /// Who says that it is there.
  public let presence: Presence
  /// The line that contains it, by index.
  public let parent: Int?
  /// How many there are in all.
  public let quantity: Interval
  /// What its names mean.
  public let identity: Identity

  init(
    place: String, line: Line, presence: Presence, parent: Int?, quantity: Interval, identity: Identity
  ) {
    self.place = place
    self.line = line
    self.presence = presence
    self.parent = parent
    self.quantity = quantity
    self.identity = identity
  }

  /// The component or components that its names mean.
  public var resolution: Resolution { identity.resolution }

  /// The vendor, by identifier.
  public var vendor: String? { identity.vendor }

  /// Whether it is surely there.
  public var isThere: Truth { quantity.low > .zero ? .yes : .unknown }

  /// What to call it: vendor and model as written, or the component's name.
  public var title: String {
    let words = [line.vendor, line.model].compactMap(\.self)
    return words.isEmpty ? "" : words.joined(separator: " ")
  }
}
