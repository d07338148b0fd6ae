internal import Diagnostics
internal import Quantities

/// Shares of cards of one resource, taken together over all that asks for them: shares of several pods may be on one
/// card, so only their sum says between which numbers the cards are.
struct ShareTally {
  /// How many shares there are.
  private(set) var shares = Interval.zero
  /// How many cards there are at least because shares of one container are on different cards.
  private var apart = Bound.finite(.zero)
  /// In how many places they stand.
  private(set) var places = 0

  mutating func add(_ shares: Interval, ofOneContainer: Interval, areApart: Bool) throws(Overflow) {
    self.shares = try self.shares + shares
    if areApart, shares.low.sign > 0 { apart = max(apart, ofOneContainer.low) }
    places += 1
  }

  /// How many cards they are on.
  var cards: Interval {
    guard shares.low.sign > 0 else { return Interval(.finite(.zero), shares.high) }
    return Interval(max(apart, .finite(.one)), shares.high)
  }

  /// What a reader should know of them.
  var message: Localized {
    func range(_ interval: Interval, _ none: String) -> String {
      interval.exact?.description ?? "\(interval.low) … \(interval.high.number?.description ?? none)"
    }
    let unknown = Localized(zh: "未知", en: "unknown")
    return Localized(
      zh: "\(places) 处共申请 \(range(shares, unknown.zh)) 份共享卡；份不是卡，按 \(range(cards, unknown.zh)) 张卡计",
      en:
        "these are shares of cards, \(range(shares, unknown.en)) in \(places) \(places == 1 ? "place" : "places"); "
        + "shares are no cards, so the number of cards is \(range(cards, unknown.en))")
  }
}
