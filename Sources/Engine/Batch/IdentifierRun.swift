/// The ids of the bills of a block, as far as it takes to notice one that returns.
struct IdentifierRun: Sendable {
  /// All of them, one behind the other, and where each ends.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// In which orders each is above the one before.
  private(set) var orders = IdentifierOrders.all

  /// How many there are.
  var count: Int { ends.count }
  /// The first, and the last; empty where there is none.
  var first: ArraySlice<UInt8> { id(0) }
  var last: ArraySlice<UInt8> { id(count - 1) }
  /// A hash of each, in order.
  var hashes: [UInt64] { ends.indices.map { Self.hash(id($0)) } }

  private func id(_ number: Int) -> ArraySlice<UInt8> {
    guard ends.indices.contains(number) else { return [] }
    return bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
  }

  /// Adds one.
  mutating func add(_ id: String) {
    var id = id
    id.withUTF8 { add($0) }
  }

  /// Adds one by its bytes.
  mutating func add(_ id: UnsafeBufferPointer<UInt8>) {
    if !orders.isEmpty, !ends.isEmpty {
      last.withUnsafeBufferPointer { orders.formIntersection(IdentifierOrders(of: id, above: $0)) }
    }
    bytes.append(contentsOf: id)
    ends.append(bytes.count)
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
