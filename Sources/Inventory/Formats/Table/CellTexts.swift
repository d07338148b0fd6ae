/// The texts of cells that were seen lately.
struct CellTexts {
  /// A longer text hardly returns.
  private static let longest = 256

  private var slots: [CellText?] = Array(repeating: nil, count: 1 << 12)

  /// What a cell with a text says. Of two texts for one slot the later one is kept, so that memory is bounded.
  mutating func callAsFunction(_ text: String) -> CellText {
    guard text.utf8.count <= Self.longest else { return CellText(text) }
    var text = text
    let slot = text.withUTF8 {
      Int(truncatingIfNeeded: ByteTable.hash(UnsafeRawBufferPointer($0), 0)) & (slots.count - 1)
    }
    if let known = slots[slot], known.written.isSame(as: text) { return known }
    let made = CellText(text)
    slots[slot] = made
    return made
  }
}

extension String {
  /// Whether it is another text byte by byte; to the standard library spellings with composed letters are equal.
  fileprivate func isSame(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    var (own, other) = (self, other)
    return own.withUTF8 { own in
      other.withUTF8 { ByteTable.areSame(UnsafeRawBufferPointer(own), 0, UnsafeRawBufferPointer($0)) }
    }
  }
}
