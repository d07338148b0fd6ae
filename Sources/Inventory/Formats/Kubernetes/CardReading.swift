internal import Quantities

/// What an amount of an extended resource says about cards.
enum CardReading {
  /// So many cards.
  case cards(Interval)
  /// So many parts of cards.
  case shares(Interval)
  /// A resource that the table does not know: at most so many cards.
  case atMost(Bound)
  /// Memory, cores or a percentage of a card.
  case portion
  /// No accelerator.
  case none

  /// The reading of `quantity`, where `others` stand beside it in the same pod or node.
  init(_ quantity: Interval, _ resource: ExtendedResource?, beside others: Set<String>) throws(Overflow) {
    switch resource?.count {
    case .cards?:
      guard let resource else { fallthrough }
      let cards = resource.unit == 1 ? quantity : try quantity / Interval(exactly: Rational(resource.unit))
      if !others.isDisjoint(with: resource.sharedBy) {
        self = .shares(quantity)
      } else if cards.isWhole {
        self = .cards(cards)
      } else {
        self = .shares(try cards.roundedUp())
      }
    case .shares?: self = .shares(quantity)
    case .portion?: self = .portion
    case ExtendedResource.Count.none?: self = .none
    case .unknown?, nil: self = .atMost(quantity.high)
    }
  }
}

extension Interval {
  private var ends: [Rational] { [low, high].compactMap(\.number) }

  /// Whether its finite ends are whole numbers.
  fileprivate var isWhole: Bool { ends.allSatisfy(\.isWhole) }

  /// The interval with its ends at the next whole numbers above.
  func roundedUp() throws(Overflow) -> Interval {
    func up(_ bound: Bound) throws(Overflow) -> Bound {
      guard case .finite(let value) = bound else { return bound }
      return .finite(try value.rounded(to: .one, .up))
    }
    return Interval(try up(low), try up(high))
  }
}
