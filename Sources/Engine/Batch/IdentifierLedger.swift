/// Notices that an id returns behind another one in a table. As long as the ids grow from bill to bill none can have
/// returned and nothing is kept; from the first that is smaller on, the hashes of all are, about 16 bytes a bill.
///
/// Two ids of one hash would be taken for the same: among ten million bills that happens with odds of 1 to 300,000.
struct IdentifierLedger {
  /// The last id.
  private(set) var last: String?
  /// In which orders the ids have only grown so far.
  private(set) var orders: IdentifierOrders
  private var known: Set<UInt64> = []
  private let keepsAll: Bool
  /// Whether the ids before are asked for, because they were not kept.
  private var needsPast: Bool

  /// A ledger of a table from its beginning, or from behind an id. One that keeps all needs no second look at the table,
  /// which of a stream there is none.
  init(keepsAll: Bool, last: String? = nil, orders: IdentifierOrders = .all) {
    self.keepsAll = keepsAll
    self.last = last
    self.orders = orders
    needsPast = !keepsAll
  }

  /// Adds the ids of the bills that follow; which of them return. Where the ids before are needed, `past` is asked.
  mutating func returning(_ ids: IdentifierRun, past: () -> [String]) -> Set<Int> {
    guard ids.count > 0 else { return [] }
    var held = orders.intersection(ids.orders)
    if var last {
      held.formIntersection(
        last.withUTF8 { last in ids.first.withUnsafeBufferPointer { IdentifierOrders(of: $0, above: last) } })
    }
    last = String(decoding: ids.last, as: UTF8.self)
    orders = held
    if !held.isEmpty {
      if keepsAll { known.formUnion(ids.hashes) }
      return []
    }
    if needsPast {
      needsPast = false
      for id in past() { known.insert(IdentifierRun.hash(id.utf8)) }
    }
    var found: Set<Int> = []
    for (index, hash) in ids.hashes.enumerated() where !known.insert(hash).inserted { found.insert(index) }
    return found
  }
}
