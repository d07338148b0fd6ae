/// A value that changes by law: each entry holds from its day until the next one.
public struct DatedSeries<Value: Sendable>: Sendable {
  /// The entries by day; a value that never changes has one, without a day.
  public let entries: [(from: Day?, value: Value)]

  /// A value that holds on every day.
  public init(constant value: Value) {
    entries = [(nil, value)]
  }

  /// A value by its first days, in any order; nil where two entries are of one day or there is none.
  @inlinable
  public init?(_ dated: [(from: Day, value: Value)]) {
    let sorted = dated.sorted { $0.from < $1.from }
    guard !sorted.isEmpty, !sorted.indices.dropFirst().contains(where: { sorted[$0 - 1].from == sorted[$0].from })
    else {
      return nil
    }
    entries = sorted.map { ($0.from, $0.value) }
  }

  /// The value in force on a day: that of the last entry on or before it; nil before the first.
  @inlinable
  public func value(on day: Day) -> Value? {
    for index in entries.indices.reversed() {
      guard let from = entries[index].from, from > day else { return entries[index].value }
    }
    return nil
  }

  /// The first day on which there is a value; nil where there always is one.
  public var first: Day? { entries.first?.from }

  /// The first entry after a day, where the value is going to change.
  public func next(after day: Day) -> (from: Day, value: Value)? {
    for entry in entries {
      if let from = entry.from, from > day { return (from, entry.value) }
    }
    return nil
  }

  /// The series with every value changed.
  public func map<Other: Sendable, Failure: Error>(
    _ transform: (Value) throws(Failure) -> Other
  ) throws(Failure) -> DatedSeries<Other> {
    var changed: [(from: Day?, value: Other)] = []
    for entry in entries { changed.append((entry.from, try transform(entry.value))) }
    return DatedSeries<Other>(entries: changed)
  }

  private init(entries: [(from: Day?, value: Value)]) {
    self.entries = entries
  }
}
