extension Node {
  /// A scalar's text: escapes resolved, spelling kept, no meaning guessed (`NO` and `1_000` are texts); empty for a
  /// collection.
  public var text: String { document.tape.text(index, in: document.file) }

  /// Whether it is a scalar of this text, compared without making a string.
  public func hasText(_ text: StaticString) -> Bool {
    guard entry.isScalar, Int(entry.length) == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { wanted in withUTF8Text { $0.elementsEqual(wanted) } }
  }

  /// Whether it is a scalar of this text, compared without making a string.
  public func hasText(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { wanted in
      let entry = entry
      guard entry.isScalar, Int(entry.length) == wanted.count else { return false }
      return withUTF8Text { bytes in
        for index in 0..<wanted.count where bytes[index] != wanted[index] { return false }
        return true
      }
    }
  }

  /// How many bytes of UTF-8 a scalar's text has; 0 for a collection.
  public var textLength: Int {
    let entry = entry
    return entry.isScalar ? Int(entry.length) : 0
  }

  /// Calls `body` with the bytes of a scalar's text; with none for a collection.
  public func withUTF8Text<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try document.tape.withText(index, in: document.file, body)
  }
}
