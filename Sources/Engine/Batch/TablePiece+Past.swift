internal import Diagnostics

extension TablePiece {
  /// Whether the table can be read again.
  var isRepeatable: Bool { layout.isRegular }

  /// The ids of the bills before this piece, read again from the file; none where it can no longer be read.
  func identifiersBefore(_ options: BatchOptions) -> [String] {
    guard let stream = try? BlockSource.rereading(layout, options) else { return [] }
    var ids: [String] = []
    while stream.offset < offset, let (piece, _) = try? stream.next() {
      ids += piece.bills().map(\.id).prefix { _ in piece.offset < offset }
    }
    return ids
  }
}
