/// Numbers texts in the order in which they are first seen: an open-addressing table keyed by stretches of bytes.
struct ByteTable: ~Copyable {
  /// More distinct texts than this are not kept, so that no file makes memory grow without end.
  static let limit = 1 << 20
  private static let bytesLimit = 256 << 20
  /// No file makes a search long: a text that finds no slot within so many is not kept.
  private static let probeLimit = 64

  private struct Slot: BitwiseCopyable {
    /// Some bits of the hash, before the text itself is looked at.
    var tag: UInt32
    var number: Int32
  }

  private struct Entry: BitwiseCopyable {
    var hash: UInt64
    var start: Int
    var length: Int
  }

  private var slots: UnsafeMutableBufferPointer<Slot>
  private var entries: UnsafeMutableBufferPointer<Entry>
  private var arena: UnsafeMutableRawBufferPointer
  private var count = 0
  private var bytes = 0

  init() {
    slots = Self.emptySlots(1024)
    entries = .allocate(capacity: 256)
    arena = .allocate(byteCount: 1 << 14, alignment: 8)
  }

  deinit {
    slots.deallocate()
    entries.deallocate()
    arena.deallocate()
  }

  private static func emptySlots(_ count: Int) -> UnsafeMutableBufferPointer<Slot> {
    let slots = UnsafeMutableBufferPointer<Slot>.allocate(capacity: count)
    slots.initialize(repeating: Slot(tag: 0, number: -1))
    return slots
  }

  /// The hash of a text in some stretches.
  @inline(__always)
  static func hash(of stretches: UnsafeBufferPointer<UnsafeRawBufferPointer>) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for stretch in stretches { hash = Self.hash(stretch, hash) }
    return hash
  }

  /// The number of a text in some stretches, each kept behind its length; nil with its hash where it is new.
  @inline(__always)
  func number(of stretches: UnsafeBufferPointer<UnsafeRawBufferPointer>) -> (number: Int?, hash: UInt64) {
    let hash = Self.hash(of: stretches)
    let mask = slots.count &- 1
    var place = Int(truncatingIfNeeded: hash) & mask
    let tag = UInt32(truncatingIfNeeded: hash >> 32)
    guard let slots = slots.baseAddress, let entries = entries.baseAddress else { return (nil, hash) }
    for _ in 0..<Self.probeLimit {
      let slot = slots[place]
      if slot.number < 0 { return (nil, hash) }
      if slot.tag == tag, isSame(entries[Int(slot.number)], hash, stretches) { return (Int(slot.number), hash) }
      place = (place &+ 1) & mask
    }
    return (nil, hash)
  }

  @inline(__always)
  private func isSame(
    _ entry: Entry, _ hash: UInt64, _ stretches: UnsafeBufferPointer<UnsafeRawBufferPointer>
  ) -> Bool {
    guard entry.hash == hash else { return false }
    var place = entry.start
    let end = entry.start &+ entry.length
    let arena = UnsafeRawBufferPointer(arena)
    for stretch in stretches {
      guard place &+ 2 &+ stretch.count <= end,
        arena.loadUnaligned(fromByteOffset: place, as: UInt16.self) == UInt16(truncatingIfNeeded: stretch.count),
        Self.areSame(arena, place &+ 2, stretch)
      else { return false }
      place = place &+ 2 &+ stretch.count
    }
    return place == end
  }

  /// Gives a new text the next number; nil where there are too many, or where a stretch is too long.
  mutating func add(_ stretches: UnsafeBufferPointer<UnsafeRawBufferPointer>, hash: UInt64) -> Int? {
    let length = stretches.reduce(0) { $0 + $1.count + 2 }
    guard count < Self.limit, bytes + length < Self.bytesLimit, hasSlot(hash),
      stretches.allSatisfy({ $0.count <= Int(UInt16.max) })
    else { return nil }
    reserve(length)
    entries[count] = Entry(hash: hash, start: bytes, length: length)
    for stretch in stretches {
      arena.storeBytes(of: UInt16(stretch.count), toByteOffset: bytes, as: UInt16.self)
      UnsafeMutableRawBufferPointer(rebasing: arena[(bytes + 2)...]).copyMemory(from: stretch)
      bytes += stretch.count + 2
    }
    count += 1
    if count * 2 > slots.count {
      let more = Self.emptySlots(slots.count * 2)
      slots.deallocate()
      slots = more
      for number in 0..<count { place(number) }
    } else {
      place(count - 1)
    }
    return count - 1
  }

  private mutating func reserve(_ length: Int) {
    if count == entries.count {
      let more = UnsafeMutableBufferPointer<Entry>.allocate(capacity: count * 2)
      _ = more.update(fromContentsOf: entries)
      entries.deallocate()
      entries = more
    }
    if bytes + length > arena.count {
      let more = UnsafeMutableRawBufferPointer.allocate(byteCount: max(arena.count * 2, bytes + length), alignment: 8)
      more.copyMemory(from: UnsafeRawBufferPointer(arena))
      arena.deallocate()
      arena = more
    }
  }

  private func hasSlot(_ hash: UInt64) -> Bool {
    let mask = slots.count - 1
    return (0..<Self.probeLimit).contains { slots[(Int(truncatingIfNeeded: hash) &+ $0) & mask].number < 0 }
  }

  private func place(_ number: Int) {
    let mask = slots.count - 1
    let hash = entries[number].hash
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place].number >= 0 { place = (place + 1) & mask }
    slots[place] = Slot(tag: UInt32(truncatingIfNeeded: hash >> 32), number: Int32(truncatingIfNeeded: number))
  }

  /// A hash of bytes that goes on from another.
  @inline(__always)
  static func hash(_ bytes: UnsafeRawBufferPointer, _ seed: UInt64) -> UInt64 {
    let count = bytes.count
    var hash = seed ^ UInt64(truncatingIfNeeded: count)
    guard let base = bytes.baseAddress, count > 0 else { return mixed(hash, 0xA076_1D64_78BD_642F) }
    func word(_ place: Int) -> UInt64 { base.loadUnaligned(fromByteOffset: place, as: UInt64.self) }
    if count &- 8 <= 40, count >= 8 {
      // Six words that overlap hold all of up to 48 bytes: the processor has no length to guess.
      let end = count &- 8
      let first = mixed(word(0) ^ 0xE703_7ED1_A0B4_28DB, word(min(8, end)) ^ hash)
      let second = mixed(word(min(16, end)) ^ 0x8EBC_6AF0_9C88_C6E3, word(max(0, end &- 16)) ^ hash)
      return mixed(word(max(0, end &- 8)) ^ first ^ 0x5899_65CC_7537_4CC3, word(end) ^ second)
    }
    if count >= 8 {
      var place = 0
      while place &+ 16 < count {
        hash = mixed(word(place) ^ 0xE703_7ED1_A0B4_28DB, word(place &+ 8) ^ hash)
        place &+= 16
      }
      if place &+ 8 < count { hash = mixed(word(place) ^ 0x8EBC_6AF0_9C88_C6E3, hash) }
      return mixed(word(count &- 8) ^ 0x5899_65CC_7537_4CC3, hash)
    }
    var rest: UInt64 = 0
    if count >= 4 {
      rest =
        UInt64(base.loadUnaligned(as: UInt32.self)) << 32
        | UInt64(base.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
    } else {
      for byte in bytes { rest = (rest << 8) | UInt64(byte) }
    }
    return mixed(rest ^ 0x1D8E_4E27_C47D_124F, hash ^ 0xE703_7ED1_A0B4_28DB)
  }

  @inline(__always)
  private static func mixed(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  /// Whether the bytes at a place are those of a stretch of the same length.
  @inline(__always)
  static func areSame(_ left: UnsafeRawBufferPointer, _ place: Int, _ right: UnsafeRawBufferPointer) -> Bool {
    let count = right.count
    guard place &+ count <= left.count, let one = left.baseAddress, let other = right.baseAddress else {
      return count == 0
    }
    func isSame(_ index: Int) -> Bool {
      one.loadUnaligned(fromByteOffset: place &+ index, as: UInt64.self)
        == other.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    }
    guard count >= 8 else {
      for index in 0..<count
      where one.load(fromByteOffset: place &+ index, as: UInt8.self)
        != other.load(fromByteOffset: index, as: UInt8.self)
      {
        return false
      }
      return true
    }
    if count <= 48 {
      func difference(_ index: Int) -> UInt64 {
        one.loadUnaligned(fromByteOffset: place &+ index, as: UInt64.self)
          ^ other.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      }
      let end = count &- 8
      let front = difference(0) | difference(min(8, end)) | difference(min(16, end))
      return front | difference(max(0, end &- 16)) | difference(max(0, end &- 8)) | difference(end) == 0
    }
    var index = 0
    while index &+ 8 < count {
      if !isSame(index) { return false }
      index &+= 8
    }
    return isSame(count &- 8)
  }
}
