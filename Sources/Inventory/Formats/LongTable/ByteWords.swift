/// Short texts, hashed and compared by words that overlap where they must: most have up to 64 bytes, and the processor has
/// no length to guess.
enum ByteWords {
  /// A hash of bytes that goes on from another. They stand behind `base`, the first byte that may be read.
  @inline(always)
  static func hash(_ text: UnsafeRawBufferPointer, _ seed: UInt64, behind base: UnsafeRawPointer) -> UInt64 {
    guard let start = text.baseAddress else { return mixed(seed ^ first, second) }
    return hash(start, text.count, seed, isReadable: start - base >= 8)
  }

  /// The same of a text before which nothing is read.
  static func hash(_ text: UnsafeRawBufferPointer, _ seed: UInt64) -> UInt64 {
    guard let start = text.baseAddress else { return mixed(seed ^ first, second) }
    return hash(start, text.count, seed, isReadable: false)
  }

  /// A hash that goes on from another by the length and no more than 24 bytes, as `cmasks_number` makes it. What it takes of
  /// them does not wait for the other.
  @inline(always)
  static func sample(_ text: UnsafeRawBufferPointer, _ seed: UInt64, behind base: UnsafeRawPointer) -> UInt64 {
    let turned = seed &<< 21 | seed &>> 43
    guard let start = text.baseAddress else { return turned ^ mixed(first, second) }
    let count = text.count
    let length = UInt64(truncatingIfNeeded: count) &* third
    guard count >= 8 else {
      return turned ^ mixed(upToSeven(start, count, isReadable: start - base >= 8) ^ first, second ^ length)
    }
    func word(_ place: Int) -> UInt64 { start.loadUnaligned(fromByteOffset: place, as: UInt64.self) }
    let end = count &- 8
    var last = word(end) ^ second ^ length
    if count > 16 { last &+= word(end / 2) &* fourth }
    return turned ^ mixed(word(0) ^ first, last)
  }

  /// Whether as many bytes at a place, before which eight can be read, are those of a text that stands behind `base`.
  @inline(always)
  static func areSame(_ left: UnsafeRawPointer, _ text: UnsafeRawBufferPointer, behind base: UnsafeRawPointer) -> Bool {
    guard let right = text.baseAddress else { return true }
    return areSame(left, right, text.count, isReadable: right - base >= 8)
  }

  /// Whether two texts are the same; before neither anything is read.
  static func areSame(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    guard left.count == right.count else { return false }
    guard let one = left.baseAddress, let other = right.baseAddress else { return true }
    return areSame(one, other, left.count, isReadable: false)
  }

  private static var first: UInt64 { 0xE703_7ED1_A0B4_28DB }
  private static var second: UInt64 { 0x8EBC_6AF0_9C88_C6E3 }
  private static var third: UInt64 { 0x5899_65CC_7537_4CC3 }
  private static var fourth: UInt64 { 0x1D8E_4E27_C47D_124F }

  /// `isReadable` is whether eight bytes before the text can be read.
  @inline(always)
  private static func hash(_ start: UnsafeRawPointer, _ count: Int, _ seed: UInt64, isReadable: Bool) -> UInt64 {
    let length = UInt64(truncatingIfNeeded: count)
    guard count >= 8 else {
      return mixed(upToSeven(start, count, isReadable: isReadable) ^ first, second ^ seed &* third ^ length)
    }
    func word(_ place: Int) -> UInt64 { start.loadUnaligned(fromByteOffset: place, as: UInt64.self) }
    if count <= 16 { return mixed(word(count &- 8) ^ first, word(0) ^ second ^ seed &* third ^ length) }
    var hash = seed ^ length
    var place = 0
    while place &+ 16 < count {
      hash = mixed(word(place) ^ first, word(place &+ 8) ^ hash)
      place &+= 16
    }
    return mixed(word(count &- 16) ^ second, word(count &- 8) ^ hash)
  }

  @inline(always)
  private static func areSame(
    _ left: UnsafeRawPointer, _ right: UnsafeRawPointer, _ count: Int, isReadable: Bool
  ) -> Bool {
    guard count >= 8 else {
      return upToSeven(left, count, isReadable: isReadable) == upToSeven(right, count, isReadable: isReadable)
    }
    if count <= 16 {
      func difference(_ place: Int) -> UInt64 {
        left.loadUnaligned(fromByteOffset: place, as: UInt64.self)
          ^ right.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      }
      return difference(0) | difference(count &- 8) == 0
    }
    func difference(_ place: Int) -> SIMD2<UInt64> {
      left.loadUnaligned(fromByteOffset: place, as: SIMD2<UInt64>.self)
        ^ right.loadUnaligned(fromByteOffset: place, as: SIMD2<UInt64>.self)
    }
    let end = count &- 16
    if count <= 32 {
      let found = difference(0) | difference(end)
      return found.x | found.y == 0
    }
    if count <= 128 {
      var found = difference(0) | difference(min(16, end)) | difference(max(0, end &- 16)) | difference(end)
      if count > 64 {
        found |= difference(32) | difference(48) | difference(end &- 48) | difference(end &- 32)
      }
      return found.x | found.y == 0
    }
    var found = difference(end)
    var place = 0
    while place < end {
      found |= difference(place)
      place &+= 16
    }
    return found.x | found.y == 0
  }

  /// At most seven bytes as a word.
  @inline(always)
  private static func upToSeven(_ start: UnsafeRawPointer, _ count: Int, isReadable: Bool) -> UInt64 {
    guard isReadable else { return byByte(start, count) }
    let last = start.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self).littleEndian
    // What stands before the text is shifted out, in two steps: a word cannot be shifted by all of its bits.
    return (last &>> 8) &>> UInt64(truncatingIfNeeded: 56 &- count &* 8)
  }

  private static func byByte(_ start: UnsafeRawPointer, _ count: Int) -> UInt64 {
    var word: UInt64 = 0
    for place in 0..<count {
      word |= UInt64(start.load(fromByteOffset: place, as: UInt8.self)) << UInt64(truncatingIfNeeded: place * 8)
    }
    return word
  }

  @inline(always)
  private static func mixed(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}
