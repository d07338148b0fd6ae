internal import Diagnostics
internal import Documents

/// Lines of JSON that come in a stream, read in pieces.
final class LineStream {
  let file: LineFile
  var name: String { file.name }
  private let stream: ByteStream
  private let pieceSize: Int
  private var buffer: [UInt8]
  private var isEnd = false
  /// The byte of the file, and the line, at which the next piece begins.
  private(set) var offset: Int
  private(set) var line: Int

  /// No line may be longer.
  static let lineLimit = 64 << 20

  init(_ stream: ByteStream, offset: Int, line: Int, pending: [UInt8], pieceSize: Int) {
    self.stream = stream
    self.offset = offset
    self.line = line
    self.pieceSize = pieceSize
    file = LineFile(stream.name)
    buffer = pending
  }

  /// The next piece, whole lines; nil at the end, or where the run is cancelled.
  ///
  /// - Throws: a line that is too long, or a failure of the disk. Nothing more can then be read.
  func next() throws(Problems) -> LinePiece? {
    var target = pieceSize
    while true {
      if !isEnd {
        switch try stream.fill(&buffer, upTo: target) {
        case .open: break
        case .finished: isEnd = true
        case .cancelled: return nil
        }
      }
      let window = min(buffer.count, target)
      if isEnd, window == buffer.count { return window > 0 ? take(upTo: window) : nil }
      if let last = buffer[..<window].lastIndex(of: 0x0A) { return take(upTo: last + 1) }
      guard window < Self.lineLimit else { throw Self.tooLong(name, line: line) }
      target = window * 2
    }
  }

  private func take(upTo cut: Int) -> LinePiece {
    let rest = Array(buffer[cut...])
    buffer.removeSubrange(cut...)
    let piece = LinePiece(file: file, bytes: buffer, firstLine: line)
    line += buffer.withUnsafeBufferPointer { LineCount.breaks(in: $0) }
    offset += cut
    buffer = rest
    return piece
  }

  /// That the line is too long at which nothing more can be read.
  static func tooLong(_ name: String, line: Int) -> Problems {
    let place = SourceLocation(line: 1, column: 1)
    return Problems(
      Diagnostic(
        .error, "too-large",
        Localized(
          zh: "这一行超过 \(lineLimit >> 20) MiB；文件的其余部分没有读",
          en: "this line is longer than \(lineLimit >> 20) MiB; the rest of the file was not read"),
        at: SourceSpan(file: SourceFile(name: name, bytes: [], excerpt: Excerpt(from: line)), range: place..<place)))
  }
}
