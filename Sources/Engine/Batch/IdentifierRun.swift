/// The ids of the bills of a block, as far as it takes to notice one that returns.
struct IdentifierRun: Sendable {
  /// A hash of each, in order.
  private(set) var hashes: [UInt64] = []
  /// The first, and the last.
  private(set) var first: [UInt8] = []
  private(set) var last: [UInt8] = []
  /// Whether each is above the one before, so that none can return within the block.
  private(set) var isAscending = true

  /// Adds one.
  mutating func add(_ id: String) {
    var id = id
    id.withUTF8 { add($0) }
  }

  /// Adds one by its bytes.
  mutating func add(_ id: UnsafeBufferPointer<UInt8>) {
    if hashes.isEmpty { first = Array(id) } else if isAscending { isAscending = Self.isAbove(id, last) }
    last.removeAll(keepingCapacity: true)
    last.append(contentsOf: id)
    hashes.append(Self.hash(id))
  }

  private static func isAbove(_ id: UnsafeBufferPointer<UInt8>, _ last: [UInt8]) -> Bool {
    for (left, right) in zip(last, id) where left != right { return left < right }
    return last.count < id.count
  }

  /// FNV with its bits mixed at the end.
  static func hash(_ id: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in id { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ (hash >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ (hash >> 33)
  }
}
