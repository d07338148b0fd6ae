public import Quantities

/// One question about a project.
public enum ProjectTest: Hashable, Sendable {
  case region([String])
  case facility([Facility])
  case buyer([Buyer])
  case number(String, NumberRange)
  case flag(String, Bool)
  case text(String, [String])
  case date(String, DateRange)

  /// Limits for a day; both ends included.
  public struct DateRange: Hashable, Sendable {
    /// Not before.
    public var atLeast: Day?
    /// Not after.
    public var atMost: Day?
  }
}
