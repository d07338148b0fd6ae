public import Diagnostics

/// One document as a tree whose every node knows its place.
public final class Document: Sendable {
  /// The text that it was read from.
  public let file: SourceFile
  /// INVARIANT: never empty; entry 0 is the root, and every index on the tape is inside the tape.
  let tape: Tape

  init(file: SourceFile, tape: Tape) {
    self.file = file
    self.tape = tape
  }

  /// The outermost node.
  public var root: Node { Node(document: self, place: 0) }
}
