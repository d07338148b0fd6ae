/// Numbers outcomes in the order in which they are first seen: an open-addressing table of keys of one length.
struct OutcomeTable {
  /// More are not kept: what is kept of one is some thousand bytes.
  static let limit = 1 << 13

  private let width: Int
  private var keys: [UInt64] = []
  private var slots: [Int32] = Array(repeating: -1, count: 1024)
  private(set) var count = 0

  init(width: Int) { self.width = width }

  /// The number of a key, and whether it is new; nil where there are too many.
  mutating func number(of key: UnsafePointer<UInt64>) -> (number: Int, isNew: Bool)? {
    var slot = Self.hash(key, width) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if isSame(number, key) { return (number, false) }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard count < Self.limit else { return nil }
    slots[slot] = Int32(count)
    keys.append(contentsOf: UnsafeBufferPointer(start: key, count: width))
    count += 1
    if count * 2 > slots.count { grow() }
    return (count - 1, true)
  }

  @inline(__always)
  private func isSame(_ number: Int, _ key: UnsafePointer<UInt64>) -> Bool {
    for index in 0..<width where keys[number * width + index] != key[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    keys.withUnsafeBufferPointer { keys in
      guard let base = keys.baseAddress else { return }
      for number in 0..<count {
        var slot = Self.hash(base + number * width, width) & (slots.count - 1)
        while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Int32(number)
      }
    }
  }

  @inline(__always)
  private static func hash(_ key: UnsafePointer<UInt64>, _ width: Int) -> Int {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for index in 0..<width {
      hash = (hash ^ key[index]) &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash >> 32
    }
    return Int(truncatingIfNeeded: hash & 0x7FFF_FFFF)
  }
}
