public import Quantities

/// The interval of a share, with the four sums that give its ends (DESIGN, section 6).
public struct Share: Sendable {
  /// The sums of the lowest share.
  public let lowest: Sums
  /// The sums of the highest share.
  public let highest: Sums
  /// The share; nil where no line can be among with a weight above 0.
  public let value: Interval?

  /// A numerator and a denominator.
  public struct Sums: Sendable {
    /// The weight that counts.
    public fileprivate(set) var numerator = Bound.zero
    /// The weight of all.
    public fileprivate(set) var denominator = Bound.zero
  }

  /// The share of the lines that are `of` in those that are `among`.
  init(_ parts: [LinePart]) throws(LineOverflow) {
    var lowest = Sums()
    var highest = Sums()
    var exists = false
    for part in parts where part.among.isPossible {
      if part.weight.high > .zero { exists = true }
      do {
        for end in [End.lowest, .highest] {
          guard let (weight, counts) = end.contribution(of: part) else { continue }
          if end == .lowest { try lowest.add(weight, counts) } else { try highest.add(weight, counts) }
        }
      } catch {
        throw LineOverflow(line: part.line)
      }
    }
    self.lowest = lowest
    self.highest = highest
    guard exists else {
      value = nil
      return
    }
    do {
      value = Interval(try lowest.quotient(atZero: .one), try highest.quotient(atZero: .zero))
    } catch {
      throw LineOverflow(line: nil)
    }
  }

  /// One end of a share.
  public enum End: Sendable {
    case lowest, highest

    /// What a part adds to the sums of this end, and whether to the numerator too; nil where it is left out.
    public func contribution(of part: LinePart) -> (weight: Bound, counts: Bool)? {
      switch (self, part.among, part.of) {
      case (_, .no, _): nil
      case (.lowest, .yes, .yes): (part.weight.low, true)
      case (.lowest, _, .yes): nil
      case (.lowest, _, _): (part.weight.high, false)
      case (.highest, .yes, .no): (part.weight.low, false)
      case (.highest, _, .no): nil
      case (.highest, _, _): (part.weight.high, true)
      }
    }
  }
}

extension Share.Sums {
  /// What counts, and what counts against it.
  init(counted: Bound, against: Bound) throws(Overflow) {
    numerator = counted
    denominator = try counted + against
  }

  fileprivate mutating func add(_ weight: Bound, _ counts: Bool) throws(Overflow) {
    denominator = try denominator + weight
    if counts { numerator = try numerator + weight }
  }

  /// The quotient; where both sums are 0, what the remaining lines make of it; an infinite weight gives the limit.
  func quotient(atZero remaining: Rational) throws(Overflow) -> Rational {
    switch (numerator, denominator) {
    case (.finite(let top), .finite(let bottom)):
      bottom == .zero ? remaining : try top / bottom
    case (.finite, _): .zero
    default: .one
    }
  }
}
