/// The ids of bills seen so far, as hashes of 64 bits: enough to suspect that one returns.
struct IdentifierSet {
  /// At most this many: 256 MiB of memory.
  static let limit = 1 << 24

  private var slots: [UInt64] = Array(repeating: 0, count: 1024)
  private var count = 0

  /// Adds one; false where it may have been there, or where there are too many.
  mutating func insert(_ hash: UInt64) -> Bool {
    guard count < Self.limit else { return false }
    let key = hash == 0 ? 1 : hash
    if !Self.place(key, in: &slots) { return false }
    count += 1
    if count * 2 > slots.count {
      var larger = [UInt64](repeating: 0, count: slots.count * 2)
      for key in slots where key != 0 { _ = Self.place(key, in: &larger) }
      slots = larger
    }
    return true
  }

  private static func place(_ key: UInt64, in slots: inout [UInt64]) -> Bool {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key >> 20) & mask
    while slots[slot] != 0 {
      if slots[slot] == key { return false }
      slot = (slot + 1) & mask
    }
    slots[slot] = key
    return true
  }
}
