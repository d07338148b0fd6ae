/// The texts of cells that were seen lately, and what was found out about them with a catalogue and a mapping.
public struct CellTexts {
  /// A longer text hardly returns.
  private static let longest = 256

  /// A table of a few cells is not worth more slots.
  private static let sizes = 1 << 6...1 << 12

  private var slots: [CellText?] = []
  /// How many texts were put into the slots.
  private var kept = 0

  /// None yet.
  public init() {}

  /// What a cell with a text says. Of two texts for one slot the later one is kept, so that memory is bounded.
  mutating func callAsFunction(_ text: String) -> CellText {
    guard text.utf8.count <= Self.longest else { return CellText(text) }
    if kept >= slots.count, slots.count < Self.sizes.upperBound {
      slots = Array(repeating: nil, count: max(Self.sizes.lowerBound, slots.count * 8))
      kept = 0
    }
    var text = text
    let slot = text.withUTF8 {
      Int(truncatingIfNeeded: ByteWords.hash(UnsafeRawBufferPointer($0), 0)) & (slots.count - 1)
    }
    if let known = slots[slot], known.written.isSame(as: text) { return known }
    let made = CellText(text)
    slots[slot] = made
    kept += 1
    return made
  }
}

extension String {
  /// Whether it is another text byte by byte; to the standard library spellings with composed letters are equal.
  fileprivate func isSame(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    var (own, other) = (self, other)
    return own.withUTF8 { own in
      other.withUTF8 { ByteWords.areSame(UnsafeRawBufferPointer(own), UnsafeRawBufferPointer($0)) }
    }
  }
}
