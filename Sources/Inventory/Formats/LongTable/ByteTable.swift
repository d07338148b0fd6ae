/// Numbers texts in the order in which they are first seen: an open-addressing table keyed by stretches of bytes.
struct ByteTable {
  /// More distinct texts than this are not kept, so that no file makes memory grow without end.
  static let limit = 1 << 20
  private static let bytesLimit = 256 << 20

  private struct Entry {
    var hash: UInt64
    var start: Int
    var length: Int
  }

  private var entries: [Entry] = []
  private var slots: [Int32] = Array(repeating: -1, count: 1024)
  private var arena: [UInt8] = []

  /// The number of a text in some stretches, each kept behind its length; nil with its hash where it is new.
  @inline(__always)
  func number(of stretches: UnsafeBufferPointer<UnsafeRawBufferPointer>) -> (number: Int?, hash: UInt64) {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    var length = 0
    for stretch in stretches {
      hash = Self.hash(stretch, hash)
      length += stretch.count + 2
    }
    let mask = slots.count - 1
    let number: Int? = slots.withUnsafeBufferPointer { slots in
      entries.withUnsafeBufferPointer { entries in
        arena.withUnsafeBytes { arena in
          var slot = Int(truncatingIfNeeded: hash) & mask
          while slots[slot] >= 0 {
            let entry = entries[Int(slots[slot])]
            if entry.hash == hash, entry.length == length {
              var place = entry.start
              var isSame = true
              for stretch in stretches where isSame {
                // Within the arena, for all lengths together are those of the entry.
                isSame =
                  arena.loadUnaligned(fromByteOffset: place, as: UInt16.self)
                  == UInt16(truncatingIfNeeded: stretch.count)
                  && Self.areSame(arena, place + 2, stretch)
                place += stretch.count + 2
              }
              if isSame { return Int(slots[slot]) }
            }
            slot = (slot + 1) & mask
          }
          return nil
        }
      }
    }
    return (number, hash)
  }

  /// Gives a new text the next number; nil where there are too many, or where a stretch is too long.
  mutating func add(_ stretches: UnsafeBufferPointer<UnsafeRawBufferPointer>, hash: UInt64) -> Int? {
    guard entries.count < Self.limit, arena.count < Self.bytesLimit,
      stretches.allSatisfy({ $0.count <= Int(UInt16.max) })
    else { return nil }
    let start = arena.count
    for stretch in stretches {
      withUnsafeBytes(of: UInt16(stretch.count)) { arena.append(contentsOf: $0) }
      arena.append(contentsOf: stretch)
    }
    entries.append(Entry(hash: hash, start: start, length: arena.count - start))
    if entries.count * 2 > slots.count {
      slots = Array(repeating: -1, count: slots.count * 2)
      for number in entries.indices { place(number) }
    } else {
      place(entries.count - 1)
    }
    return entries.count - 1
  }

  private mutating func place(_ number: Int) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: entries[number].hash) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(truncatingIfNeeded: number)
  }

  /// A hash of bytes that goes on from another.
  @inline(__always)
  static func hash(_ bytes: UnsafeRawBufferPointer, _ seed: UInt64) -> UInt64 {
    let factor: UInt64 = 0xD6E8_FEB8_6659_FD93
    var hash = (seed ^ UInt64(truncatingIfNeeded: bytes.count)) &* factor
    var index = 0
    while index + 8 <= bytes.count {
      hash = (hash ^ bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* factor
      hash ^= hash >> 32
      index += 8
    }
    if index < bytes.count {
      var rest: UInt64 = 0
      if bytes.count >= 8 {
        rest = bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
      } else {
        for byte in bytes[index...] { rest = (rest << 8) | UInt64(byte) }
      }
      hash = (hash ^ rest) &* factor
      hash ^= hash >> 32
    }
    return hash
  }

  /// Whether the bytes at a place are those of a stretch of the same length.
  @inline(__always)
  static func areSame(_ left: UnsafeRawBufferPointer, _ place: Int, _ right: UnsafeRawBufferPointer) -> Bool {
    let count = right.count
    guard place + count <= left.count else { return false }
    guard count >= 8 else {
      for index in 0..<count where left[place + index] != right[index] { return false }
      return true
    }
    var index = 0
    while index + 8 < count {
      if left.loadUnaligned(fromByteOffset: place + index, as: UInt64.self)
        != right.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      {
        return false
      }
      index += 8
    }
    return left.loadUnaligned(fromByteOffset: place + count - 8, as: UInt64.self)
      == right.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
  }
}
