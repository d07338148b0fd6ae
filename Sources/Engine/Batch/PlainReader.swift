internal import Diagnostics
internal import Inventory

/// Reads the bills of a table in which nothing is odd, and says which ones are not.
final class PlainReader {
  let layout: TableLayout
  let alike: AlikeJudge
  private var reader: LongTableReader

  /// Whether another should take its place.
  var isWornOut: Bool { reader.isWornOut }

  /// A reader, which also packs what it reads for a store; nil where the careful one is needed for all of a table.
  init?(_ layout: TableLayout, showsRegions: Bool, packs: Bool) {
    guard let table = layout.table else { return nil }
    self.layout = layout
    reader = LongTableReader(table, notesReturns: false)
    if packs { reader.packer = RowPacker(table) }
    alike = AlikeJudge(layout.outcomes, showsRegions: showsRegions)
  }

  /// Hands on the bills of a piece in blocks, as far as none of its rows is a matter of the whole table; the piece, packed, if
  /// that is wanted and worth it.
  func read(_ piece: TablePiece, _ body: (borrowing LineBlock) -> Void) -> PackedBytes? {
    piece.bytes.withUnsafeBufferPointer { bytes in
      let rows = UnsafeBufferPointer(rebasing: bytes[layout.head.count...])
      reader.move(toByte: piece.offset, line: piece.excerpt.line(layout.headLines + 1))
      reader.packer?.begin(layout.head, count: rows.count)
      _ = reader.read(rows, isLast: true, body)
      return reader.packer?.finish(rows).map { PackedBytes(rows: $0, of: bytes.count) }
    }
  }
}

/// Reads bills in JSON, one a line.
final class LineReader {
  let alike: AlikeJudge
  var reader: NDJSONReader

  /// Whether another should take its place.
  var isWornOut: Bool { reader.isWornOut }

  init(_ engine: Engine, _ file: LineFile, showsRegions: Bool) {
    reader = NDJSONReader(engine.bomReader, sharing: file.learnt)
    alike = AlikeJudge(file.outcomes, showsRegions: showsRegions)
  }
}
