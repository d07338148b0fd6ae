internal import CMasks

/// Cuts the text of a line object, or of what stands before the lines, at the values that differ from one to the next: the
/// numbers of a line, the ids, the name. It knows no grammar: what it leaves is only ever compared with text that the
/// careful reader has read, and where a stretch of text is the same, so is where it leads.
struct ObjectScan: ~Copyable {
  /// At most so many stretches are left of an object.
  static let limit = 8

  private let found: UnsafeMutableBufferPointer<CMasksStretch>
  private(set) var count = 0
  /// In ten-thousandths; −1 where there is none.
  private(set) var quantity: Int64 = -1
  private(set) var price: Int64 = -1
  /// Whether a position was cut out.
  private(set) var hasPosition = false
  /// Whether the id stands under `bom_id`.
  private(set) var isFlat = false
  /// The bytes of the id and of the name, without quotes; empty at 0 where there are none.
  private(set) var id = 0..<0
  private(set) var name = 0..<0

  private var stops = StopPlaces()

  init() { found = .allocate(capacity: Self.limit) }

  /// Begins another text.
  mutating func begin() { stops.begin() }

  deinit { found.deallocate() }

  /// The stretches of text that are left.
  var stretches: UnsafeBufferPointer<CMasksStretch> { UnsafeBufferPointer(rebasing: found[..<count]) }

  /// The same, for whoever learns what they mean.
  var texts: [UnsafeRawBufferPointer] { stretches.map { UnsafeRawBufferPointer($0) } }

  /// The byte behind a line object that begins at a byte; nil where it is not plain.
  @inline(always)
  mutating func line(_ bytes: UnsafeRawPointer, from start: Int, to end: Int) -> Int? {
    id = 0..<0
    // What is found stays in registers until the object ends.
    var (begin, count) = (start, 0)
    var (quantity, price): (Int64, Int64) = (-1, -1)
    var hasPosition = false
    var next = stops.seek(start &+ 1, in: bytes, to: end)
    @inline(__always) func leave(_ behind: Int) -> Bool {
      guard count < Self.limit else { return false }
      found[count] = CMasksStretch(bytes, from: begin, to: behind)
      count &+= 1
      return true
    }
    while true {
      let stop = stops.take(&next, in: bytes, to: end)
      guard stop &+ 2 < end else { return nil }
      if bytes.load(fromByteOffset: stop, as: UInt8.self) == 0x7D {
        guard leave(stop &+ 1) else { return nil }
        stops.keep(next)
        (self.quantity, self.price, self.hasPosition, self.count) = (quantity, price, hasPosition, count)
        return stop &+ 1
      }
      var value = stop &+ 1
      var byte = bytes.load(fromByteOffset: value, as: UInt8.self)
      if byte == 0x20 {
        value &+= 1
        byte = bytes.load(fromByteOffset: value, as: UInt8.self)
      }
      let key = bytes.loadUnaligned(fromByteOffset: stop &- 8, as: UInt64.self).littleEndian
      if byte &- 0x30 < 10 {
        let behind: Int
        if key == Self.quantityKey || key == Self.priceKey {
          let found = PlainNumber.tenThousandths(bytes, from: value, to: end)
          guard found.number >= 0 else { return nil }
          if key == Self.quantityKey { quantity = found.number } else { price = found.number }
          behind = found.end
        } else if key >> 16 == Self.positionKey {
          guard let found = PlainNumber.position(bytes, from: value, to: end) else { return nil }
          hasPosition = true
          behind = found
        } else {
          continue
        }
        guard leave(value) else { return nil }
        begin = behind
      } else if byte == 0x22, key >> 32 == Self.idKey {
        guard let behind = Self.plainText(bytes, value &+ 1, end), leave(value &+ 1) else { return nil }
        id = value &+ 1..<behind
        begin = behind
        next = stops.seek(behind &+ 1, in: bytes, to: end)
      }
    }
  }

  /// The byte behind `"lines":[` of a bill that begins at a byte; nil where it is not plain.
  mutating func head(_ bytes: UnsafeRawPointer, from start: Int, to end: Int) -> Int? {
    count = 0
    isFlat = false
    id = 0..<0
    name = 0..<0
    var begin = start
    var place = start + 1
    while true {
      let stop = Self.stop(bytes, place, end, or: 0x5B)
      guard stop + 2 < end, stop - start < 1 << 14 else { return nil }
      place = stop + 1
      guard stop - start >= 8 else { continue }
      if bytes.load(fromByteOffset: stop, as: UInt8.self) == 0x5B {
        let colon = bytes.load(fromByteOffset: stop - 1, as: UInt8.self) == 0x20 ? stop - 2 : stop - 1
        guard bytes.load(fromByteOffset: colon, as: UInt8.self) == 0x3A, colon - start >= 8,
          bytes.loadUnaligned(fromByteOffset: colon - 8, as: UInt64.self).littleEndian >> 8 == Self.linesKey
        else { continue }
        return add(bytes, begin, stop + 1) ? stop + 1 : nil
      }
      let key = bytes.loadUnaligned(fromByteOffset: stop - 8, as: UInt64.self).littleEndian
      let isName = key >> 16 == Self.nameKey && name.isEmpty
      guard isName || ((key == Self.billKey || key >> 32 == Self.idKey) && id.isEmpty) else { continue }
      if bytes.load(fromByteOffset: place, as: UInt8.self) == 0x20 { place += 1 }
      guard bytes.load(fromByteOffset: place, as: UInt8.self) == 0x22 else { continue }
      guard let behind = Self.text(bytes, place + 1, end), behind > place + 1, add(bytes, begin, place + 1) else {
        return nil
      }
      if isName {
        name = place + 1..<behind
      } else {
        id = place + 1..<behind
        isFlat = key == Self.billKey
      }
      begin = behind
      place = behind + 1
    }
  }

  mutating func add(_ bytes: UnsafeRawPointer, _ start: Int, _ end: Int) -> Bool {
    guard count < Self.limit else { return false }
    found[count] = CMasksStretch(bytes, from: start, to: end)
    count &+= 1
    return true
  }

  // The last bytes of keys, the quote behind them included, from the lowest byte on: constants that need no start.
  /// `uantity"`
  static var quantityKey: UInt64 { 0x2279_7469_746E_6175 }
  /// `t_price"`
  static var priceKey: UInt64 { 0x2265_6369_7270_5F74 }
  /// `"bom_id"`
  private static var billKey: UInt64 { 0x2264_695F_6D6F_6222 }
  /// `"line"`
  private static var positionKey: UInt64 { 0x0000_2265_6E69_6C22 }
  /// `"name"`
  static var nameKey: UInt64 { 0x0000_2265_6D61_6E22 }
  /// `"lines"`
  private static var linesKey: UInt64 { 0x0022_7365_6E69_6C22 }
  /// `"id"`
  private static var idKey: UInt64 { 0x0000_0000_2264_6922 }

  /// The next colon, or the next of another byte; `end` where there is none.
  @inline(__always)
  private static func stop(_ bytes: UnsafeRawPointer, _ start: Int, _ end: Int, or other: UInt8) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let (colons, others) = (ones &* 0x3A, ones &* UInt64(other))
    var index = start
    while index &+ 8 <= end {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
      let (first, second) = (word ^ colons, word ^ others)
      // Above the first byte that is found a bit can be wrong, the first itself cannot.
      let found = (((first &- ones) & ~first) | ((second &- ones) & ~second)) & (ones &<< 7)
      if found != 0 { return index &+ found.trailingZeroBitCount &>> 3 }
      index &+= 8
    }
    while index < end {
      let byte = bytes.load(fromByteOffset: index, as: UInt8.self)
      if byte == 0x3A || byte == other { return index }
      index &+= 1
    }
    return end
  }

  /// The closing quote of a text of printable ASCII without an escape.
  @inline(__always)
  private static func plainText(_ bytes: UnsafeRawPointer, _ start: Int, _ end: Int) -> Int? {
    var index = start
    while index < end {
      let byte = bytes.load(fromByteOffset: index, as: UInt8.self)
      if byte == 0x22 { return index > start ? index : nil }
      guard byte >= 0x20, byte < 0x7F, byte != 0x5C else { return nil }
      index &+= 1
    }
    return nil
  }

  /// The closing quote of a text in UTF-8 without an escape.
  private static func text(_ bytes: UnsafeRawPointer, _ start: Int, _ end: Int) -> Int? {
    var index = start
    var isASCII = true
    while index < end {
      let byte = bytes.load(fromByteOffset: index, as: UInt8.self)
      if byte == 0x22 { break }
      guard byte >= 0x20, byte != 0x5C else { return nil }
      if byte >= 0x7F { isASCII = false }
      index += 1
    }
    guard index < end else { return nil }
    let text = UnsafeRawBufferPointer(start: bytes + start, count: index - start)
    return isASCII || String(validating: text, as: UTF8.self) != nil ? index : nil
  }
}

extension CMasksStretch {
  @inline(always)
  fileprivate init(_ bytes: UnsafeRawPointer, from start: Int, to end: Int) {
    self.init(start: (bytes + start).assumingMemoryBound(to: UInt8.self), count: end &- start)
  }
}
