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
  }

  /// The sums of one figure over the four choices of rows.
  struct Figures {
    private var sums = [Sum](repeating: Sum(), count: 4)

    mutating func add(_ figure: Rational?, isOption: Bool, isPart: Bool) {
      for index in sums.indices where !(isOption && index & 1 != 0) && !(isPart && index & 2 != 0) {
        sums[index].add(figure)
      }
    }

    /// The sum over positions that count, without their parts.
    var main: Rational? { sums[3].value ?? sums[2].value ?? sums[1].value ?? sums[0].value }

    /// Whether one of them is within `room` of a total.
    func agree(with total: Rational, room: Rational) -> Bool {
      sums.contains { sum in
        guard let value = sum.value, let gap = try? value - total else { return false }
        return (gap.isNegative ? -gap : gap) <= room
      }
    }
  }

  var quantity = Figures()
  var amount = Figures()
  var count = 0

  mutating func add(_ draft: RowDraft) {
    quantity.add(draft.quantity, isOption: draft.line.isOption, isPart: draft.parent != nil)
    amount.add(draft.amount, isOption: draft.line.isOption, isPart: draft.parent != nil)
    count += 1
  }
}
