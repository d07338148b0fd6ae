/// The names of a catalogue by how they are compared: found whole, or as words inside a text.
struct NameIndex: Sendable {
  /// One spelling, and all that it may mean.
  struct Name: Sendable {
    /// The spelling as it is compared.
    let bytes: [UInt8]
    /// The spelling as it was written first.
    let text: String
    /// The components that have it, by index, in order.
    fileprivate(set) var components: [Int] = []
    /// The vendors that have it.
    fileprivate(set) var vendors: [String] = []
    /// Another name of the same hash; -1 where there is none.
    fileprivate var next = -1

    /// Whether it is nothing but Latin letters and digits.
    var isCode: Bool { bytes.allSatisfy(NormalizedName.isLatin) }
  }

  /// All spellings.
  private(set) var names: [Name] = []
  private var byHash: [Int: Int] = [:]
  // Once `sort` has run: the spellings by their first two bytes, the longest first, and where each two begin and end.
  private var order: [Int] = []
  private var byStart: [Int: Range<Int>] = [:]

  mutating func add(_ text: String, component: Int) {
    guard let slot = slot(text), names[slot].components.last != component else { return }
    names[slot].components.append(component)
  }

  mutating func add(_ text: String, vendor: String) {
    guard let slot = slot(text) else { return }
    names[slot].vendors.append(vendor)
  }

  /// Puts the longest spellings first; to be called once all are there.
  mutating func sort() {
    let keys = names.map { (start: Self.start($0.bytes[...]), length: $0.bytes.count) }
    order = names.indices.sorted { left, right in
      if keys[left].start != keys[right].start { return keys[left].start < keys[right].start }
      return keys[left].length != keys[right].length ? keys[left].length > keys[right].length : left < right
    }
    var first = 0
    while first < order.count {
      let start = keys[order[first]].start
      var end = first + 1
      while end < order.count, keys[order[end]].start == start { end += 1 }
      byStart[start] = first..<end
      first = end
    }
  }

  /// The spelling that is the whole of some bytes.
  func whole(_ bytes: some Collection<UInt8>) -> Name? {
    slot(of: bytes, hash: Self.hash(bytes)).map { names[$0] }
  }

  /// Spellings that may stand at a place of a text, the longest first.
  func candidates(at index: Int, of bytes: [UInt8]) -> some Sequence<Name> {
    (byStart[Self.start(bytes[index...])] ?? 0..<0).lazy.map { names[order[$0]] }
  }

  private mutating func slot(_ text: String) -> Int? {
    let bytes = NormalizedName(text, keepsBreaks: false).bytes
    guard !bytes.isEmpty else { return nil }
    let hash = Self.hash(bytes)
    if let known = slot(of: bytes, hash: hash) { return known }
    var name = Name(bytes: bytes, text: text)
    name.next = byHash.updateValue(names.count, forKey: hash) ?? -1
    names.append(name)
    return names.count - 1
  }

  private func slot(of bytes: some Collection<UInt8>, hash: Int) -> Int? {
    var slot = byHash[hash] ?? -1
    while slot >= 0, !names[slot].bytes.elementsEqual(bytes) { slot = names[slot].next }
    return slot >= 0 ? slot : nil
  }

  // A name of a single byte stands under that byte alone, so it is found whole and never inside a text.
  private static func start(_ bytes: ArraySlice<UInt8>) -> Int {
    let first = Int(bytes[bytes.startIndex]) << 8
    return bytes.count > 1 ? first | Int(bytes[bytes.startIndex + 1]) : first
  }

  /// FNV-1a; Swift's own hashing normalises every Chinese text anew.
  private static func hash(_ bytes: some Collection<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash)
  }
}
