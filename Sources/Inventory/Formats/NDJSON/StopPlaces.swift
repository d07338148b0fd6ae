internal import CMasks

/// Where a text holds one of two bytes, found for some thousand bytes at a time.
struct StopPlaces: ~Copyable {
  /// So many times 64 bytes are looked through at once.
  private static let blocks = 64
  /// Behind the last place.
  private static let none = UInt32.max

  private let first: UInt8
  private let second: UInt8
  /// The places, counted from `start` on, of the bytes up to `behind`, in order.
  private let places: UnsafeMutablePointer<UInt32>
  private var start = 0
  private var behind = 0
  private var cursor = 0

  init(_ first: UInt8, _ second: UInt8) {
    self.first = first
    self.second = second
    places = .allocate(capacity: Self.blocks * 64 + 65)
    places[0] = Self.none
  }

  deinit { places.deallocate() }

  /// Begins another text.
  mutating func begin() {
    (start, behind, cursor) = (0, 0, 0)
    places[0] = Self.none
  }

  /// Goes to a byte of a text that has `end` of them.
  @inline(__always)
  mutating func seek(_ place: Int, in text: UnsafeRawPointer, to end: Int) {
    if place < start || place >= behind {
      fill(text, from: place, to: end)
    } else if cursor > 0, start &+ Int(places[cursor &- 1]) >= place {
      cursor = 0
    }
    let wanted = place &- start
    while Int(places[cursor]) < wanted { cursor &+= 1 }
  }

  /// The next byte that is one of the two; the end where there is none.
  @inline(__always)
  mutating func next(in text: UnsafeRawPointer, to end: Int) -> Int {
    while places[cursor] == Self.none {
      guard behind < end else { return end }
      fill(text, from: behind, to: end)
    }
    cursor &+= 1
    return start &+ Int(places[cursor &- 1])
  }

  private mutating func fill(_ text: UnsafeRawPointer, from place: Int, to end: Int) {
    start = place
    let whole = min((end - place) / 64, Self.blocks)
    var count = cmasks_find(text + place, whole, first, second, places)
    behind = place + whole * 64
    if whole < Self.blocks {
      for byte in behind..<end {
        let value = text.load(fromByteOffset: byte, as: UInt8.self)
        guard value == first || value == second else { continue }
        places[count] = UInt32(truncatingIfNeeded: byte - place)
        count += 1
      }
      behind = end
    }
    places[count] = Self.none
    cursor = 0
  }
}
