internal import Diagnostics

/// The nodes of a document in a flat array, and the texts that could not be left in the source.
struct Tape: Sendable {
  var entries: [Entry] = []
  var arena: [UInt8] = []

  /// The entry that a node is read from: what an alias stands for, else the node itself.
  func resolved(_ index: Int) -> Int {
    let entry = entries[index]
    return entry.isAlias ? entry.target : index
  }

  /// The bytes of a scalar's text; none for a collection.
  func withText<Result, Failure: Error>(
    _ index: Int, in file: SourceFile, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let entry = entries[index]
    guard entry.isScalar else { return try body(UnsafeBufferPointer(start: nil, count: 0)) }
    let range = entry.offset..<entry.offset + Int(entry.length)
    if entry.isInSource {
      return try file.bytes.withUnsafeBufferPointer { bytes throws(Failure) in
        try body(UnsafeBufferPointer(rebasing: bytes[range]))
      }
    }
    return try arena.withUnsafeBufferPointer { bytes throws(Failure) in
      try body(UnsafeBufferPointer(rebasing: bytes[range]))
    }
  }

  /// The entry of the value that a key has in the mapping `index`; nil if there is none. Most keys are told by their
  /// length, and no node is made of those that are passed.
  func value(of key: UnsafeBufferPointer<UInt8>, in index: Int, of file: SourceFile) -> Int? {
    withView(of: file) { view in
      let mapping = view.entries[index]
      guard mapping.form == .mapping else { return nil }
      var place = index + 1
      for _ in 0..<mapping.length {
        let value = view.entries[place].next(after: place)
        let text = view.resolved(place)
        if view.entries[text].isScalar, Int(view.entries[text].length) == key.count, view.text(text).elementsEqual(key)
        {
          return value
        }
        place = view.entries[value].next(after: value)
      }
      return nil
    }
  }

  /// A scalar's text; empty for a collection.
  func text(_ index: Int, in file: SourceFile) -> String {
    withText(index, in: file) { String(decoding: $0, as: UTF8.self) }
  }
}
