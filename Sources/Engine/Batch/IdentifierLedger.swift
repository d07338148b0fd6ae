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

  /// A ledger of a table from its beginning, or from behind an id. One that keeps all needs no second look at the table,
  /// which of a stream there is none.
  init(keepsAll: Bool, last: String? = nil, isAscending: Bool = true) {
    self.keepsAll = keepsAll
    self.last = last
    self.isAscending = isAscending
    if !isAscending { needsPast = true }
  }

  /// Whether the ids before are asked for, because they were not kept.
  private(set) var needsPast = false

  /// Adds the ids of the bills that follow; which of them return. Where the ids before are needed, `past` is asked.
  mutating func returning(_ ids: [String], past: () -> [String]) -> Set<Int> {
    var found: Set<Int> = []
    for (index, id) in ids.enumerated() {
      if isAscending, last.map({ $0 < id }) ?? true {
        if keepsAll { known.insert(Self.hash(id)) }
        last = id
        continue
      }
      if isAscending {
        isAscending = false
        if !keepsAll {
          needsPast = false
          for id in past() + ids[..<index] { known.insert(Self.hash(id)) }
        }
      } else if needsPast {
        needsPast = false
        for id in past() + ids[..<index] { known.insert(Self.hash(id)) }
      }
      last = id
      if !known.insert(Self.hash(id)).inserted { found.insert(index) }
    }
    return found
  }

  private static func hash(_ id: String) -> UInt64 {
    // Equal texts hash alike, however they are composed: FNV with its bits mixed at the end.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ (hash >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ (hash >> 33)
  }
}
