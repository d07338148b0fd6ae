/// A name, or a family of names: letters that stand for themselves, and `*` for any run of them, even none.
public struct NamePattern: Hashable, Sendable {
  /// The pattern as it was written.
  public let text: String
  /// What stands between the stars; a name without a star is a single piece.
  private let pieces: [[UInt8]]

  /// Why a text is no pattern.
  enum Fault: Error {
    case empty, doubleStar, space
  }

  init(_ text: String) throws(Fault) {
    guard !text.isEmpty else { throw .empty }
    guard !text.utf8.contains(where: { $0 <= 0x20 }) else { throw .space }
    self.text = text
    pieces = text.utf8.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map(Array.init)
    guard !pieces.dropFirst().dropLast().contains(where: \.isEmpty) else { throw .doubleStar }
  }

  /// Whether it is one name only.
  public var isName: Bool { pieces.count == 1 }

  /// How closely it describes: a name before a family, a family with more letters before one with fewer.
  var closeness: Int { pieces.reduce(isName ? 1 << 20 : 0) { $0 + $1.count } }

  /// Whether a name is of the family, from its first letter to its last.
  public func matches(_ name: String) -> Bool {
    var name = name
    return name.withUTF8 { matches($0) }
  }

  private func matches(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let (first, last) = (pieces[0], pieces[pieces.count - 1])
    if isName { return name.elementsEqual(first) }
    guard name.count >= first.count + last.count, name.starts(with: first), name.suffix(last.count).elementsEqual(last)
    else { return false }
    // The leftmost place of each piece leaves the most room for those behind it.
    var rest = name[first.count..<(name.count - last.count)]
    for piece in pieces.dropFirst().dropLast() {
      guard let place = rest.indices.first(where: { rest[$0...].starts(with: piece) }) else { return false }
      rest = rest[(place + piece.count)...]
    }
    return true
  }
}
