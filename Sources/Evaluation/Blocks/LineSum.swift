internal import Inventory
internal import Policy

/// What is added up over the lines of a bill, for one measure by one basis or for one condition on lines: a group of sums
/// that stand side by side. All are whole numbers, so that the sums of a bill are nothing but additions.
struct LineSum: Sendable {
  /// Which lines count; nil where all that are among do.
  let of: LineCondition?
  let among: LineCondition
  let basis: Basis

  /// The sums of a group, by the part that a line has in a share (DESIGN, section 6). A weight that has no bound is counted
  /// `endless` places behind the sum that it belongs to.
  enum Slot {
    /// Surely among and surely counted: the least, and how much more at most.
    static let counted = 0, countedMore = 1
    /// Surely among and surely not counted.
    static let against = 2, againstMore = 3
    /// Surely among, perhaps counted; perhaps among, and counted, not counted, or perhaps counted: the most.
    static let openOf = 4, openAmong = 5, openAgainst = 6, open = 7
    /// What of all these is open and has no price of its own.
    static let unpriced = 8
    static let endless = 8
    static let count = 17
  }

  /// How many of the sums' units are one of the basis: quantities and prices come in ten-thousandths, and what a unit has
  /// of a spec is taken in ten-thousandths too.
  var scale: Int64 {
    switch basis {
    case .lines: 1
    case .quantity: 10_000
    case .amount, .spec: 100_000_000
    }
  }

  /// What identifies it among those of a rule book.
  struct Key: Hashable {
    let of: Int?
    let among: Int
    let basis: Basis
  }

  var key: Key { Key(of: of?.number, among: among.number, basis: basis) }
}
