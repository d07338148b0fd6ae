internal import Glibc

/// The ids of the bills of a block, as far as it takes to notice one that returns.
struct IdentifierRun: Sendable {
  /// All of them, one behind the other, and where each ends.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// Whether each is above the one before, so that none can return within the block.
  private(set) var isAscending = true

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
    if isAscending, !ends.isEmpty { isAscending = isAbove(id) }
    bytes.append(contentsOf: id)
    ends.append(bytes.count)
  }

  /// Whether an id is above the last one.
  private func isAbove(_ id: UnsafeBufferPointer<UInt8>) -> Bool {
    let last = last
    let order = last.withUnsafeBufferPointer { last in
      guard let left = last.baseAddress, let right = id.baseAddress else { return 0 }
      return Int(memcmp(left, right, min(last.count, id.count)))
    }
    return order < 0 || (order == 0 && last.count < id.count)
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
