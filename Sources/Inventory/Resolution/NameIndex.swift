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

    /// Whether it is nothing but Latin letters and digits.
    var isCode: Bool { bytes.allSatisfy(NormalizedName.isLatin) }
  }

  /// All spellings.
  private(set) var names: [Name] = []
  private var byHash: [UInt64: [Int]] = [:]
  // Spellings by their first two bytes; the longest first, once `sort` has run.
  private var byStart: [UInt16: [Int]] = [:]

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
    for (start, list) in byStart {
      byStart[start] = list.sorted { (names[$1].bytes.count, $0) < (names[$0].bytes.count, $1) }
    }
  }

  /// The spelling that is the whole of some bytes.
  func whole(_ bytes: some Collection<UInt8>) -> Name? {
    byHash[Self.hash(bytes)]?.first { names[$0].bytes.elementsEqual(bytes) }.map { names[$0] }
  }

  /// Spellings that may stand at a place of a text, the longest first.
  func candidates(at index: Int, of bytes: [UInt8]) -> [Name] {
    byStart[Self.start(bytes[index...])].map { $0.map { names[$0] } } ?? []
  }

  private mutating func slot(_ text: String) -> Int? {
    let bytes = NormalizedName(text).bytes
    guard !bytes.isEmpty else { return nil }
    let hash = Self.hash(bytes)
    if let known = byHash[hash]?.first(where: { names[$0].bytes == bytes }) { return known }
    byHash[hash, default: []].append(names.count)
    byStart[Self.start(bytes[...]), default: []].append(names.count)
    names.append(Name(bytes: bytes, text: text))
    return names.count - 1
  }

  // A name of a single byte stands under that byte alone, so it is found whole and never inside a text.
  private static func start(_ bytes: ArraySlice<UInt8>) -> UInt16 {
    let first = UInt16(bytes[bytes.startIndex]) << 8
    return bytes.count > 1 ? first | UInt16(bytes[bytes.startIndex + 1]) : first
  }

  /// FNV-1a; Swift's own hashing normalises every Chinese text anew.
  private static func hash(_ bytes: some Collection<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
