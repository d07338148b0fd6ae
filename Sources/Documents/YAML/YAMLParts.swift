internal import Diagnostics
internal import Glibc

/// Stretches of a long YAML text that libyaml can read each by itself, side by side.
///
/// A text is cut before lines that begin a document or, where none does, before the items of one list. Whether the cuts
/// were right shows when the parts have been read, so finding them may be simple.
struct YAMLParts {
  /// What begins at the cuts.
  enum Boundary: Equatable {
    /// `---` at the beginning of a line, which ends whatever is open.
    case document
    /// An item of one list, its `-` behind so many spaces.
    case item(indent: Int)
  }

  let boundary: Boundary
  /// The parts, in order; two at least.
  let ranges: [Range<Int>]

  /// At most `count` parts of about the same length, none much shorter than `shortest`; nil where the text is too short
  /// or has no place to be cut.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, count: Int, shortest: Int) {
    let count = min(count, bytes.count / max(1, shortest))
    guard count > 1 else { return nil }
    var search = Search(targets: (1..<count).map { bytes.count / count * $0 })
    search.run(bytes)
    guard let found = search.result else { return nil }
    boundary = found.boundary
    ranges = zip([0] + found.cuts, found.cuts + [bytes.count]).map { $0..<$1 }
  }

  /// A walk over lines, from the first place where a cut is wanted to the last one, or to the end where items are cut.
  private struct Search {
    let targets: [Int]
    private var documents: [Int] = []
    private var items: [Int] = []
    /// The least indentation so far, and whether all that has it are items.
    private var indent = Int.max
    private var isList = false

    init(targets: [Int]) {
      self.targets = targets
    }

    var result: (boundary: Boundary, cuts: [Int])? {
      if !documents.isEmpty { return (.document, documents) }
      return isList && !items.isEmpty ? (.item(indent: indent), items) : nil
    }

    mutating func run(_ bytes: UnsafeBufferPointer<UInt8>) {
      var place = Self.nextLine(bytes, behind: targets[0])
      while let line = place {
        if Self.beginsDocument(bytes, at: line) {
          documents.append(line)
          guard let target = targets.first(where: { $0 > line }) else { return }
          place = Self.nextLine(bytes, behind: target)
        } else {
          if documents.isEmpty { noteItem(bytes, at: line) }
          place = Self.nextLine(bytes, behind: line)
        }
      }
    }

    /// The first line that begins behind a place.
    private static func nextLine(_ bytes: UnsafeBufferPointer<UInt8>, behind place: Int) -> Int? {
      guard let base = bytes.baseAddress, let found = memchr(base + place, 0x0A, bytes.count - place) else {
        return nil
      }
      let start = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
      return start < bytes.count ? start : nil
    }

    private static func beginsDocument(_ bytes: UnsafeBufferPointer<UInt8>, at line: Int) -> Bool {
      let dash = UInt8(ascii: "-")
      guard bytes[line] == dash, line + 3 < bytes.count, bytes[line + 1] == dash, bytes[line + 2] == dash else {
        return false
      }
      return bytes[line + 3] <= UInt8(ascii: " ")
    }

    private mutating func noteItem(_ bytes: UnsafeBufferPointer<UInt8>, at line: Int) {
      var first = line
      while first < bytes.count, bytes[first] == UInt8(ascii: " ") { first += 1 }
      guard first - line <= indent, first < bytes.count, bytes[first] > UInt8(ascii: " "),
        bytes[first] != UInt8(ascii: "#")
      else { return }
      let isItem =
        bytes[first] == UInt8(ascii: "-") && first + 1 < bytes.count && bytes[first + 1] <= UInt8(ascii: " ")
      if first - line < indent {
        indent = first - line
        isList = isItem
        items.removeAll(keepingCapacity: true)
      } else if !isItem {
        isList = false
      }
      if isItem, items.count < targets.count, line > targets[items.count] { items.append(line) }
    }
  }
}
