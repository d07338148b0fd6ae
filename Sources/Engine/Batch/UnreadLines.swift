internal import Diagnostics
internal import Documents

/// Lines of JSON that are still to be read.
struct UnreadLines {
  let file: LineFile
  let stream: ByteStream
  let offset: Int
  let count: Int
  /// The most that pieces usually have.
  let room: Int
  let number: Int
  let lines: LineTally

  /// The lines, in the memory of some bytes that nobody needs any longer, and the number of the line behind them. It waits
  /// until those before them are read too.
  ///
  /// - Throws: a failure of the disk.
  func read(insteadOf spent: inout [UInt8]) throws(Problems) -> (piece: LinePiece, nextLine: Int) {
    var breaks = 0
    do {
      let bytes = try stream.bytes(at: offset, count: count, insteadOf: &spent, room: room)
      breaks = bytes.withUnsafeBufferPointer { LineCount.breaks(in: $0) }
      let first = lines.add(breaks, of: number)
      return (LinePiece(file: file, bytes: bytes, firstLine: first), first + breaks)
    } catch {
      // Those behind must not wait for ever.
      _ = lines.add(0, of: number)
      throw error
    }
  }
}
