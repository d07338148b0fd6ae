extension JSONWriter {
  /// Hands on an object and a line break, piece by piece. `members` writes the object, and passes on what is written
  /// wherever there may be much of it. After a piece that could not be handed on no further one is.
  static func write(
    pretty: Bool, to body: ([UInt8]) throws -> Void,
    _ members: (inout JSONWriter, _ pass: (inout JSONWriter) -> Void) -> Void
  ) throws {
    try withoutActuallyEscaping(body) { body in
      var failure: (any Error)?
      func hand(_ piece: [UInt8]) {
        guard failure == nil else { return }
        do { try body(piece) } catch { failure = error }
      }
      var writer = JSONWriter(pretty: pretty)
      writer.object { writer in
        members(&writer) { writer in
          if let piece = writer.takePiece() { hand(piece) }
        }
      }
      writer.end()
      hand(writer.bytes)
      if let failure { throw failure }
    }
  }
}
