internal import Diagnostics

/// Lines of JSON in a file on a disk. It says where each piece stands; whoever takes a piece reads it.
final class LineCuts {
  let file: LineFile
  private let stream: ByteStream
  private let pieceSize: Int
  private let lines: LineTally
  private var taken = 0
  /// The byte of the file at which the next piece begins.
  private(set) var offset: Int

  /// A piece is no more than one of so many of the rest of the file, nor less than one of so many of a usual piece.
  private static let share = 4
  /// So many bytes are looked at first for where a line ends.
  private static let tail = 1 << 13

  init(_ stream: ByteStream, offset: Int, line: Int, pieceSize: Int) {
    self.stream = stream
    self.offset = offset
    self.pieceSize = pieceSize
    file = LineFile(stream.name)
    lines = LineTally(from: line)
  }

  /// The next piece, whole lines; nil at the end.
  ///
  /// - Throws: a line that is too long, or a failure of the disk. Nothing more can then be read.
  func next() throws(Problems) -> UnreadLines? {
    let rest = try stream.size() - offset
    guard rest > 0 else { return nil }
    // Towards the end pieces become smaller, so that no thread has much left when the others have nothing.
    var size = max(1, min(pieceSize, max(rest, pieceSize) / Self.share))
    while true {
      if size >= rest { return take(rest) }
      if let count = try lastBreak(within: size) { return take(count) }
      guard size < LineStream.lineLimit else { throw LineStream.tooLong(file.name, line: lines.line(of: taken)) }
      size = min(size * 2, LineStream.lineLimit)
    }
  }

  /// How many of so many bytes are whole lines, sought from their end; nil where no line ends in them.
  private func lastBreak(within size: Int) throws(Problems) -> Int? {
    var end = size
    var count = min(size, Self.tail)
    while end > 0 {
      let bytes = try stream.bytes(at: offset + end - count, count: count)
      if let last = bytes.lastIndex(of: 0x0A) { return end - count + last + 1 }
      end -= count
      count = min(end, count * 2)
    }
    return nil
  }

  private func take(_ count: Int) -> UnreadLines {
    defer { (taken, offset) = (taken + 1, offset + count) }
    return UnreadLines(
      file: file, stream: stream, offset: offset, count: count, room: pieceSize, number: taken, lines: lines)
  }
}
