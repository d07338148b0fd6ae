/// How far a run over many inputs has come: up to here everything is judged and written.
public struct BatchPosition: Hashable, Sendable {
  /// Inputs that are done.
  public var inputs = 0
  /// The bytes of the next input that are done, or the bills of a table that is not sorted; 0 where it has not begun.
  public var offset = 0
  /// The line of the next input at which it goes on.
  public var line = 1
  /// A fingerprint of the paths, sizes and times of all inputs so far, the one that has begun included.
  public var fingerprint = ""
  /// The last id of the table that has begun.
  public var lastID: String?
  /// In which orders the ids of that table have only grown so far.
  public var orders = IdentifierOrders.all
  /// Whether the rest of that table cannot be read.
  public var isClosed = false
  /// How many blocks a store was given up to here; nil where it was not given all of them.
  public var kept: Int?

  /// The beginning.
  public init() {}
}
