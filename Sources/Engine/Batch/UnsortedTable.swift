internal import Diagnostics
internal import Documents

/// A long table in which the rows of a bill may stand apart. It is gone through once to find where the rows of each bill
/// are; then bills come in the order in which they begin, each with all of its rows. What is kept is a place for each
/// stretch of rows and, of a stream, the whole of it.
final class UnsortedTable {
  /// Rows of one bill that stand together.
  private struct Stretch {
    var offset: Int
    var count: Int
    var line: Int
    /// The next stretch of the same bill; −1 at the last.
    var next = -1
  }

  let layout: TableLayout
  private let stream: ByteStream
  private let pieceSize: Int
  private var stretches: [Stretch] = []
  /// The first stretch of each bill, in the order of the file.
  private var firsts: [Int] = []
  private var lasts: [Int] = []
  /// The body of a table that cannot be read again.
  private var body: [UInt8] = []
  /// How many bills were handed out.
  private(set) var done: Int

  /// Goes through a table, and hands out its bills from one on.
  init(_ table: TableStream, _ stream: ByteStream, done: Int, pieceSize: Int) throws(Problems) {
    layout = table.layout
    self.stream = stream
    self.done = done
    self.pieceSize = pieceSize
    var bills: [String: Int] = [:]
    while let (piece, _) = try table.next() {
      let start = layout.head.count
      if !stream.isRegular { body += piece.bytes[start...] }
      for records in piece.bills() {
        let stretch = Stretch(
          offset: piece.offset + records.bytes.lowerBound - start, count: records.bytes.count,
          line: piece.excerpt.line(records.line))
        stretches.append(stretch)
        if let bill = bills[records.id] {
          stretches[lasts[bill]].next = stretches.count - 1
          lasts[bill] = stretches.count - 1
        } else {
          bills[records.id] = firsts.count
          firsts.append(stretches.count - 1)
          lasts.append(stretches.count - 1)
        }
      }
    }
  }

  /// The next piece, whole bills, with how many bytes it is; nil at the end.
  func next() throws(Problems) -> (piece: TablePiece, size: Int)? {
    guard done < firsts.count else { return nil }
    var bytes = layout.head
    var excerpt = Excerpt(from: 1)
    var line = layout.headLines + 1
    let start = stretches[firsts[done]].offset
    while done < firsts.count, bytes.count < pieceSize {
      var index = firsts[done]
      while index >= 0 {
        let stretch = stretches[index]
        var rows = try self.rows(stretch)
        // The last row of a file may lack its line break.
        if rows.last != 0x0A { rows.append(0x0A) }
        excerpt.add(line: line, from: stretch.line)
        line += rows.withUnsafeBufferPointer { LineCount.breaks(in: $0) }
        bytes += rows
        index = stretch.next
      }
      done += 1
    }
    return (
      TablePiece(layout: layout, bytes: bytes, excerpt: excerpt, offset: start, isContiguous: false),
      bytes.count - layout.head.count
    )
  }

  private func rows(_ stretch: Stretch) throws(Problems) -> [UInt8] {
    if !stream.isRegular {
      let start = stretch.offset - layout.bodyOffset
      return Array(body[start..<start + stretch.count])
    }
    return try stream.bytes(at: stretch.offset, count: stretch.count)
  }
}
