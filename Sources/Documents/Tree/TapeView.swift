internal import Diagnostics

/// A tape and the text that it was read from by address, for a look at many entries at once: to look into an array that
/// an object holds is to retain it, each time anew.
struct TapeView {
  let entries: UnsafeBufferPointer<Entry>
  private let arena: UnsafeBufferPointer<UInt8>
  private let source: UnsafeBufferPointer<UInt8>

  fileprivate init(
    entries: UnsafeBufferPointer<Entry>, arena: UnsafeBufferPointer<UInt8>, source: UnsafeBufferPointer<UInt8>
  ) {
    self.entries = entries
    self.arena = arena
    self.source = source
  }

  /// The entry that a node is read from: what an alias stands for, else the node itself.
  func resolved(_ index: Int) -> Int {
    let entry = entries[index]
    return entry.isAlias ? entry.target : index
  }

  /// The bytes of a scalar's text; none for a collection.
  func text(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let entry = entries[index]
    guard entry.isScalar else { return UnsafeBufferPointer(start: nil, count: 0) }
    let range = entry.offset..<entry.offset + Int(entry.length)
    return UnsafeBufferPointer(rebasing: (entry.isInSource ? source : arena)[range])
  }

  /// Whether an entry is a scalar without quotes that means nothing.
  func isNull(_ index: Int) -> Bool {
    let entry = entries[index]
    guard entry.isPlain, entry.length <= 4 else { return false }
    let text = text(index)
    switch text.count {
    case 0: return true
    case 1: return text[0] == UInt8(ascii: "~")
    case 4: return text.elementsEqual("null".utf8) || text.elementsEqual("Null".utf8) || text.elementsEqual("NULL".utf8)
    default: return false
    }
  }
}

extension Tape {
  /// Calls `body` with a view of the tape, which must not outlive the call.
  func withView<Result>(of file: SourceFile, _ body: (TapeView) -> Result) -> Result {
    entries.withUnsafeBufferPointer { entries in
      arena.withUnsafeBufferPointer { arena in
        file.bytes.withUnsafeBufferPointer { body(TapeView(entries: entries, arena: arena, source: $0)) }
      }
    }
  }
}
