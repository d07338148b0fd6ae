internal import Diagnostics
internal import Inventory

/// Reads the bills of a table in which nothing is odd, and says which ones are not.
final class PlainReader {
  let layout: TableLayout
  let alike: AlikeJudge
  private var reader: LongTableReader

  /// A reader; nil where the careful one is needed for all of a table.
  init?(_ layout: TableLayout, showsRegions: Bool) {
    guard let table = layout.table else { return nil }
    self.layout = layout
    reader = LongTableReader(table, notesReturns: false)
    alike = AlikeJudge(layout.outcomes, showsRegions: showsRegions)
  }

  /// Hands on the bills of a piece in blocks, as far as none of its rows is a matter of the whole table.
  func read(_ piece: TablePiece, _ body: (borrowing LineBlock) -> Void) {
    piece.bytes.withUnsafeBufferPointer { bytes in
      reader.move(toByte: piece.offset, line: piece.excerpt.line(layout.headLines + 1))
      _ = reader.read(UnsafeBufferPointer(rebasing: bytes[layout.head.count...]), isLast: true, body)
    }
  }
}

/// Reads bills in JSON, one a line.
final class LineReader {
  let alike: AlikeJudge
  var reader: NDJSONReader

  init(_ engine: Engine, _ file: LineFile, showsRegions: Bool) {
    reader = NDJSONReader(engine.bomReader, sharing: file.learnt)
    alike = AlikeJudge(file.outcomes, showsRegions: showsRegions)
  }
}
