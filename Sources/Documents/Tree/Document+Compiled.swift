public import Diagnostics

extension Document {
  /// The tree in parts that a program can carry: the entries as words, and the texts that are not in the source.
  public struct Compiled {
    /// The entries, six words each.
    public var words: [UInt32]
    /// The texts, in UTF-8.
    public var arena: [UInt8]

    /// Parts of a tree.
    public init(words: [UInt32], arena: [UInt8]) {
      self.words = words
      self.arena = arena
    }
  }

  /// The tree, for a program that carries documents inside it.
  public var compiled: Compiled {
    Compiled(
      words: tape.entries.withUnsafeBytes { Array($0.bindMemory(to: UInt32.self)) }, arena: tape.arena)
  }

  /// The document that `compiled` was made of, with the text that it was read from.
  ///
  /// The parts must come from `compiled` of the same build of the program: only their number is checked.
  public convenience init?(_ compiled: Compiled, file: SourceFile) {
    let size = MemoryLayout<Entry>.stride / 4
    let count = compiled.words.count / size
    guard count > 0, compiled.words.count == count * size else { return nil }
    var tape = Tape()
    tape.entries = Array(unsafeUninitializedCapacity: count) { buffer, initialized in
      compiled.words.withUnsafeBytes { UnsafeMutableRawBufferPointer(buffer).copyMemory(from: $0) }
      initialized = count
    }
    tape.arena = compiled.arena
    self.init(file: file, tape: tape)
  }
}
