internal import Quantities

/// What rows of a table add up to, against which its totals are held. A total may count options or not, and parts or
/// not; it is right if it is one of these.
struct TableSums {
  /// A sum; nil once a figure was missing.
  private struct Sum {
    var value: Rational? = .zero

    mutating func add(_ figure: Rational?) {
      guard let known = value, let figure else {
        value = nil
        return
      }
      value = try? known + figure
    }

    static func + (left: Sum, right: Sum) -> Sum {
      var sum = left
      sum.add(right.value)
      return sum
    }
  }

  /// Which sort of row a row is.
  struct Sort {
    var isOption: Bool
    var isPart: Bool
  }

  /// The sums of one figure: over positions, options, parts, and parts that are options.
  struct Figures {
    private var own = (Sum(), Sum(), Sum(), Sum())

    mutating func add(_ figure: Rational?, _ sort: Sort) {
      switch (sort.isPart, sort.isOption) {
      case (false, false): own.0.add(figure)
      case (false, true): own.1.add(figure)
      case (true, false): own.2.add(figure)
      case (true, true): own.3.add(figure)
      }
    }

    /// The sums over the four choices of rows: all, without options, without parts, without either.
    private var sums: [Sum] {
      [own.0 + own.1 + own.2 + own.3, own.0 + own.2, own.0 + own.1, own.0]
    }

    /// The sum over positions that count, without their parts.
    var main: Rational? { sums.reversed().lazy.compactMap(\.value).first }

    /// Whether one of them is within `room` of a total.
    func agree(with total: Rational, room: Rational) -> Bool {
      sums.contains { sum in
        guard let value = sum.value, let gap = try? value - total else { return false }
        return (gap.isNegative ? -gap : gap) <= room
      }
    }
  }

  private(set) var quantity = Figures()
  private(set) var amount = Figures()

  mutating func add(_ quantity: Rational?, _ amount: Rational?, _ sort: Sort) {
    self.quantity.add(quantity, sort)
    self.amount.add(amount, sort)
  }
}
