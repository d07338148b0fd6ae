public import Diagnostics

extension Document {
  /// The tree as bytes, for a program that carries documents inside it: the number of entries, the entries, the texts.
  public var compiled: [UInt8] {
    var bytes: [UInt8] = []
    withUnsafeBytes(of: UInt64(tape.entries.count).littleEndian) { bytes += $0 }
    tape.entries.withUnsafeBytes { bytes += $0 }
    bytes += tape.arena
    return bytes
  }

  /// The document that `compiled` was made of, with the text that it was read from.
  ///
  /// The bytes must come from `compiled` of the same build of the program: only their length is checked.
  public convenience init?(compiled bytes: UnsafeRawBufferPointer, file: SourceFile) {
    guard bytes.count >= 8 else { return nil }
    let count = Int(bytes.loadUnaligned(as: UInt64.self))
    let size = MemoryLayout<Entry>.stride
    guard count > 0, count <= (bytes.count - 8) / size else { return nil }
    var tape = Tape()
    tape.entries = Array(unsafeUninitializedCapacity: count) { buffer, initialized in
      UnsafeMutableRawBufferPointer(buffer).copyMemory(
        from: UnsafeRawBufferPointer(rebasing: bytes[8..<8 + count * size]))
      initialized = count
    }
    tape.arena = Array(bytes[(8 + count * size)...])
    self.init(file: file, tape: tape)
  }
}
