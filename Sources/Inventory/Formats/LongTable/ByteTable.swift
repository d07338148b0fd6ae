internal import CMasks

/// Numbers texts in the order in which they are first seen: an open-addressing table keyed by stretches of bytes.
struct ByteTable: ~Copyable {
  /// More distinct texts than this are not kept, so that no file makes memory grow without end.
  static let limit = 1 << 20
  private static let bytesLimit = 256 << 20
  /// No file makes a search long: a text that finds no slot within so many is not kept.
  fileprivate static let probeLimit = 64
  /// Where so many texts share a slot, all of their bytes must tell them apart.
  private static let sampleLimit = 12

  fileprivate typealias Slot = CMasksSlot

  private var slots: UnsafeMutableBufferPointer<Slot>
  private var arena: UnsafeMutableRawBufferPointer
  private var count = 0
  private var bytes = Self.before
  /// Whether hashes go by a few bytes alone, which for most files is enough.
  private var isSampled = true

  /// So many bytes stand before the first text, so that eight bytes up to the end of any can be read.
  private static let before = 8

  init() {
    slots = Self.emptySlots(1024)
    arena = .allocate(byteCount: 1 << 14, alignment: 8)
  }

  deinit {
    slots.deallocate()
    arena.deallocate()
  }

  private static func emptySlots(_ count: Int) -> UnsafeMutableBufferPointer<Slot> {
    let slots = UnsafeMutableBufferPointer<Slot>.allocate(capacity: count)
    slots.initialize(repeating: Slot(hash: 0, start: 0, number: -1))
    return slots
  }

  /// The table as it is, until something is added: a few words that stay in registers.
  struct View: BitwiseCopyable {
    fileprivate let slots: UnsafePointer<Slot>
    fileprivate let mask: Int
    fileprivate let arena: UnsafeRawPointer
    fileprivate let isSampled: Bool

    /// The hash of a text in some stretches, of which `stretch` gives each. All stand behind `base`, the first byte that may
    /// be read.
    @inline(always)
    func hash(
      _ count: Int, behind base: UnsafeRawPointer, _ stretch: (Int) -> UnsafeRawBufferPointer
    ) -> UInt64 {
      var hash = UInt64(truncatingIfNeeded: count)
      if isSampled {
        for index in 0..<count { hash = ByteWords.sample(stretch(index), hash, behind: base) }
      } else {
        for index in 0..<count { hash = ByteWords.hash(stretch(index), hash, behind: base) }
      }
      return hash
    }

    /// The number of such a text; −1 where it is new.
    @inline(always)
    func number(
      _ count: Int, behind base: UnsafeRawPointer, _ stretch: (Int) -> UnsafeRawBufferPointer
    ) -> Int {
      let hash = hash(count, behind: base, stretch)
      var place = Int(truncatingIfNeeded: hash) & mask
      var distance = 0
      while distance < ByteTable.probeLimit {
        let slot = slots[place]
        if slot.number < 0 { return -1 }
        if slot.hash == hash, isSame(Int(slot.start), count, base, stretch) { return Int(slot.number) }
        place = (place &+ 1) & mask
        distance &+= 1
      }
      return -1
    }

    @inline(always)
    private func isSame(
      _ start: Int, _ count: Int, _ base: UnsafeRawPointer, _ stretch: (Int) -> UnsafeRawBufferPointer
    ) -> Bool {
      var place = arena + start
      guard Int(place.loadUnaligned(as: UInt16.self)) == count else { return false }
      for index in 0..<count {
        let text = stretch(index)
        guard Int(place.loadUnaligned(fromByteOffset: 2, as: UInt16.self)) == text.count,
          ByteWords.areSame(place + 4, text, behind: base)
        else { return false }
        place += 2 &+ text.count
      }
      return true
    }
  }

  /// A view of it.
  @inline(always)
  var view: View {
    View(
      slots: UnsafePointer(slots.baseAddress.unsafelyUnwrapped), mask: slots.count &- 1,
      arena: UnsafeRawPointer(arena.baseAddress.unsafelyUnwrapped), isSampled: isSampled)
  }

  /// The number of a text in some stretches; −1 where it is new. All stand behind `base`, the first byte that may be read.
  @inline(always)
  func number(of stretches: UnsafeBufferPointer<CMasksStretch>, behind base: UnsafeRawPointer) -> Int {
    guard isSampled, let first = stretches.baseAddress else {
      return view.number(stretches.count, behind: base) { UnsafeRawBufferPointer(stretches[$0]) }
    }
    return Int(
      cmasks_number(
        slots.baseAddress.unsafelyUnwrapped, slots.count &- 1, Self.probeLimit, arena.baseAddress.unsafelyUnwrapped,
        first, stretches.count))
  }

  private func hash(of stretches: [UnsafeRawBufferPointer], behind base: UnsafeRawPointer) -> UInt64 {
    view.hash(stretches.count, behind: base) { stretches[$0] }
  }

  /// Gives a new text the next number; nil where there are too many, or where a stretch is too long.
  mutating func add(_ stretches: [UnsafeRawBufferPointer], behind base: UnsafeRawPointer) -> Int? {
    let length = stretches.reduce(2) { $0 + $1.count + 2 }
    guard count < Self.limit, bytes + length < Self.bytesLimit,
      stretches.allSatisfy({ $0.count <= Int(UInt16.max) }), stretches.count <= Int(UInt16.max)
    else { return nil }
    func slot() -> Slot {
      Slot(
        hash: hash(of: stretches, behind: base), start: UInt32(bytes), number: Int32(truncatingIfNeeded: count))
    }
    if !place(slot(), within: isSampled ? Self.sampleLimit : Self.probeLimit) {
      guard isSampled else { return nil }
      isSampled = false
      rebuild(slots.count)
      guard place(slot(), within: Self.probeLimit) else { return nil }
    }
    reserve(length)
    func append(_ number: Int) {
      arena.storeBytes(of: UInt16(truncatingIfNeeded: number), toByteOffset: bytes, as: UInt16.self)
      bytes += 2
    }
    append(stretches.count)
    for stretch in stretches {
      append(stretch.count)
      UnsafeMutableRawBufferPointer(rebasing: arena[bytes...]).copyMemory(from: stretch)
      bytes += stretch.count
    }
    count += 1
    if count * 2 > slots.count { rebuild(slots.count * 2) }
    return count - 1
  }

  /// Makes the slots anew. A text that finds none is learnt again.
  private mutating func rebuild(_ size: Int) {
    let before = slots
    slots = Self.emptySlots(size)
    for var slot in before where slot.number >= 0 {
      if !isSampled { slot.hash = hash(ofKept: Int(slot.start)) }
      _ = place(slot, within: Self.probeLimit)
    }
    before.deallocate()
  }

  private func hash(ofKept start: Int) -> UInt64 {
    guard let base = arena.baseAddress.map({ UnsafeRawPointer($0) }) else { return 0 }
    var place = base + start
    let count = Int(place.loadUnaligned(as: UInt16.self))
    var stretches: [UnsafeRawBufferPointer] = []
    for _ in 0..<count {
      let length = Int(place.loadUnaligned(fromByteOffset: 2, as: UInt16.self))
      stretches.append(UnsafeRawBufferPointer(start: place + 4, count: length))
      place += 2 + length
    }
    return hash(of: stretches, behind: base)
  }

  private mutating func reserve(_ length: Int) {
    guard bytes + length > arena.count else { return }
    let more = UnsafeMutableRawBufferPointer.allocate(byteCount: max(arena.count * 2, bytes + length), alignment: 8)
    more.copyMemory(from: UnsafeRawBufferPointer(arena))
    arena.deallocate()
    arena = more
  }

  private func place(_ slot: Slot, within limit: Int) -> Bool {
    let mask = slots.count - 1
    for distance in 0..<limit {
      let place = (Int(truncatingIfNeeded: slot.hash) &+ distance) & mask
      if slots[place].number < 0 {
        slots[place] = slot
        return true
      }
    }
    return false
  }
}

extension UnsafeRawBufferPointer {
  init(_ stretch: CMasksStretch) { self.init(start: stretch.start, count: stretch.count) }
}
