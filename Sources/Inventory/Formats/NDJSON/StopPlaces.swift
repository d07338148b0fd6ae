internal import CMasks

/// Where an object of JSON may end, or a value begin that is a number or an id, found for some thousand bytes at a time:
/// every closing brace, and every colon behind which such a value may stand.
struct StopPlaces: ~Copyable {
  /// So many times 64 bytes are looked through at once.
  private static let blocks = 64
  /// Behind the last place.
  private static let none = UInt32.max

  /// The places, counted from `start` on, of the bytes up to `behind`, in order.
  private let places: UnsafeMutablePointer<UInt32>
  private var start = 0
  private var behind = 0
  private var cursor = 0

  init() {
    places = .allocate(capacity: Self.blocks * 64 + 65)
    places[0] = Self.none
  }

  deinit { places.deallocate() }

  /// Begins another text.
  mutating func begin() {
    (start, behind, cursor) = (0, 0, 0)
    places[0] = Self.none
  }

  /// The next stop, until others are looked for.
  typealias Next = UnsafePointer<UInt32>

  /// The first stop from a byte on of a text that has `end` of them.
  @inline(always)
  mutating func seek(_ place: Int, in text: UnsafeRawPointer, to end: Int) -> Next {
    if place < start || place >= behind {
      fill(text, from: place, to: end)
    } else if cursor > 0, start &+ Int(places[cursor &- 1]) >= place {
      cursor = 0
    }
    let wanted = place &- start
    var next = Next(places + cursor)
    while Int(next.pointee) < wanted { next += 1 }
    return next
  }

  /// A stop, from which the next becomes the one behind it; the end of the text where there is none.
  @inline(always)
  mutating func take(_ next: inout Next, in text: UnsafeRawPointer, to end: Int) -> Int {
    while next.pointee == Self.none {
      guard behind < end else { return end }
      fill(text, from: behind, to: end)
      next = Next(places)
    }
    let stop = start &+ Int(next.pointee)
    next += 1
    return stop
  }

  /// Goes on from a stop when a place is looked for again.
  @inline(always)
  mutating func keep(_ next: Next) { cursor = next - Next(places) }

  private mutating func fill(_ text: UnsafeRawPointer, from place: Int, to end: Int) {
    start = place
    // What stands beside a block is looked at too.
    let whole = place >= 2 ? min((end - place - 1) / 64, Self.blocks) : 0
    var count = cmasks_values(text + place, whole, places)
    behind = place + whole * 64
    if whole < Self.blocks {
      // One colon too many is only a step more.
      for byte in behind..<min(end, place + Self.blocks * 64) {
        let value = text.load(fromByteOffset: byte, as: UInt8.self)
        guard value == UInt8(ascii: ":") || value == UInt8(ascii: "}") else { continue }
        places[count] = UInt32(truncatingIfNeeded: byte - place)
        count += 1
      }
      behind = min(end, place + Self.blocks * 64)
    }
    places[count] = Self.none
    cursor = 0
  }
}
