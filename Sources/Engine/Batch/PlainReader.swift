internal import Diagnostics
internal import Inventory

/// Reads the bills of a table in which nothing is odd, and says which ones are not.
final class PlainReader {
  /// A bill of a piece.
  enum PlacedBill {
    /// It was read: the line at which it begins, and its bytes in the piece.
    case plain(BillOfMaterials, line: Int, bytes: Range<Int>)
    /// It is for the careful reader: its bytes behind the header, and the line of the file at which they begin.
    case odd(Range<Int>, line: Int)
  }

  let layout: TableLayout
  private var reader: LongTableReader

  /// A reader; nil where the careful one is needed for all of a table.
  init?(_ layout: TableLayout) {
    guard let table = layout.table else { return nil }
    self.layout = layout
    reader = LongTableReader(table, notesReturns: false)
  }

  /// The bills of a piece up to a byte behind its header; from there on they are for the careful reader.
  func bills(of piece: TablePiece) -> (bills: [PlacedBill], end: Int) {
    let head = layout.head.count
    var bills: [PlacedBill] = []
    var end = 0
    piece.bytes.withUnsafeBufferPointer { bytes in
      reader.move(toByte: piece.offset, line: piece.excerpt.line(layout.headLines + 1))
      _ = reader.read(UnsafeBufferPointer(rebasing: bytes[head...]), isLast: true) { block in
        for number in block.bills.indices {
          let place = block.bills[number]
          let range = place.start - piece.offset..<place.end - piece.offset
          var problems = Problems()
          if place.isPlain, let bill = block.read(number, &problems) {
            bills.append(.plain(bill, line: place.row, bytes: range.lowerBound + head..<range.upperBound + head))
          } else {
            bills.append(.odd(range, line: place.row))
          }
          end = range.upperBound
        }
      }
    }
    return (bills, end)
  }
}
