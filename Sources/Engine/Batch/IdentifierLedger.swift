/// Notices that an id returns behind another one in a table. As long as the ids grow from bill to bill none can have
/// returned and nothing is kept; from the first that is smaller on, the hashes of all are, about 16 bytes a bill.
///
/// Two ids of one hash would be taken for the same: among ten million bills that happens with odds of 1 to 300,000.
struct IdentifierLedger {
  /// The last id.
  private(set) var last: String?
  /// Whether the ids have only grown so far.
  private(set) var isAscending = true
  private var known: Set<UInt64> = []
  private let keepsAll: Bool
  /// Whether the ids before are asked for, because they were not kept.
  private var needsPast: Bool

  /// A ledger of a table from its beginning, or from behind an id. One that keeps all needs no second look at the table,
  /// which of a stream there is none.
  init(keepsAll: Bool, last: String? = nil, isAscending: Bool = true) {
    self.keepsAll = keepsAll
    self.last = last
    self.isAscending = isAscending
    needsPast = !keepsAll
  }

  /// Adds the ids of the bills that follow; which of them return. Where the ids before are needed, `past` is asked.
  mutating func returning(_ ids: IdentifierRun, past: () -> [String]) -> Set<Int> {
    guard ids.count > 0 else { return [] }
    let isBehind = last.map { $0.utf8.lexicographicallyPrecedes(ids.first) } ?? true
    last = String(decoding: ids.last, as: UTF8.self)
    if isAscending, ids.isAscending, isBehind {
      if keepsAll { known.formUnion(ids.hashes) }
      return []
    }
    isAscending = false
    if needsPast {
      needsPast = false
      for id in past() { known.insert(IdentifierRun.hash(id.utf8)) }
    }
    var found: Set<Int> = []
    for (index, hash) in ids.hashes.enumerated() where !known.insert(hash).inserted { found.insert(index) }
    return found
  }
}
