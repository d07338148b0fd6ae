internal import Diagnostics
internal import Documents
internal import Inventory

/// A long table that is read in pieces, cut where the id of the bill changes.
final class TableStream {
  let layout: TableLayout
  private let stream: ByteStream
  private let pieceSize: Int
  /// The header, then what was read and not handed out.
  private var buffer: [UInt8]
  private var begins: [Int] = []
  private var walked: Int
  private var isEnd = false
  /// The byte of the file, and the line, at which the next piece begins.
  private(set) var offset: Int
  private(set) var line: Int

  /// No bill of a table may be larger.
  static let billLimit = 64 << 20

  /// A table whose body goes on at a byte of the file with some bytes that were read already.
  init(_ stream: ByteStream, _ layout: TableLayout, offset: Int, line: Int, pending: [UInt8], pieceSize: Int) {
    self.stream = stream
    self.layout = layout
    self.offset = offset
    self.line = line
    self.pieceSize = pieceSize
    buffer = layout.head + pending
    walked = layout.head.count
  }

  /// The next piece with how many bytes it is; nil at the end, or where the run is cancelled.
  ///
  /// - Throws: a bill that is too large, or a failure of the disk. Nothing more can then be read.
  func next() throws(Problems) -> (piece: TablePiece, size: Int)? {
    let head = layout.head.count
    var target = head + pieceSize
    while true {
      if !isEnd {
        switch try stream.fill(&buffer, upTo: target) {
        case .open: break
        case .finished: isEnd = true
        case .cancelled: return nil
        }
      }
      let window = min(buffer.count, target)
      let isLast = isEnd && window == buffer.count
      if isLast { return window > head ? take(upTo: window) : nil }
      switch quickChange(window) {
      case .at(let cut): return take(upTo: cut)
      case .none:
        guard window - head < Self.billLimit else { throw tooLarge() }
        target = window + max(pieceSize, window)
        continue
      case .unknown: break
      }
      walked = buffer[..<window].withUnsafeBufferPointer {
        layout.walk.begins(of: $0, from: walked, isLast: false, into: &begins)
      }
      if let cut = lastChange() { return take(upTo: cut) }
      guard window - head < Self.billLimit else { throw tooLarge() }
      target = window + max(pieceSize, window)
    }
  }

  private enum Change {
    case at(Int)
    case none
    /// Only a walk over all records tells.
    case unknown
  }

  /// Where the last bill that has begun begins, if there is another one before it, found from the end.
  private func quickChange(_ window: Int) -> Change {
    let walk = layout.walk
    return buffer.withUnsafeBufferPointer { bytes in
      let bytes = UnsafeBufferPointer(rebasing: bytes[..<window])
      let tail = RecordTail(bytes, from: layout.head.count, separator: layout.separator.rawValue)
      guard let tail else { return .unknown }
      var last: (id: [UInt8], begin: Int)?
      var end = tail.end
      while let recordEnd = end, let begin = tail.begin(ofRecordTo: recordEnd) {
        let record = UnsafeBufferPointer(rebasing: bytes[begin..<recordEnd])
        let id = walk.field(layout.header.column, in: record)
        if !id.isEmpty {
          if let last, last.id != id { return .at(last.begin) }
          last = (id, begin)
        }
        end = begin
      }
      return .none
    }
  }

  /// The same by all records.
  private func lastChange() -> Int? {
    let walk = layout.walk
    return buffer.withUnsafeBufferPointer { bytes in
      func identifier(_ index: Int) -> [UInt8] {
        let end = index + 1 < begins.count ? begins[index + 1] : walked
        return walk.field(layout.header.column, in: UnsafeBufferPointer(rebasing: bytes[begins[index]..<end]))
      }
      var index = begins.count - 1
      var last: (id: [UInt8], begin: Int)?
      while index >= 0 {
        let id = identifier(index)
        if !id.isEmpty {
          if let last, last.id != id { return last.begin }
          last = (id, begins[index])
        }
        index -= 1
      }
      return nil
    }
  }

  private func take(upTo cut: Int) -> (TablePiece, Int) {
    let head = layout.head.count
    let rest = Array(buffer[cut...])
    buffer.removeSubrange(cut...)
    var excerpt = Excerpt(from: 1)
    excerpt.add(line: layout.headLines + 1, from: line)
    let piece = TablePiece(layout: layout, bytes: buffer, excerpt: excerpt, offset: offset, isContiguous: true)
    let size = cut - head
    line += buffer.withUnsafeBufferPointer { LineCount.breaks(in: UnsafeBufferPointer(rebasing: $0[head...])) }
    offset += size
    buffer = layout.head + rest
    begins = []
    walked = head
    return (piece, size)
  }

  private func tooLarge() -> Problems {
    let place = SourceLocation(line: 1, column: 1)
    let file = SourceFile(name: layout.name, bytes: [], excerpt: Excerpt(from: line))
    return Problems(
      Diagnostic(
        .error, "too-large",
        Localized(
          zh: "这里开始的一份清单超过 \(Self.billLimit >> 20) MiB；文件的其余部分没有读",
          en: "the bill that begins here is larger than \(Self.billLimit >> 20) MiB; the rest of the file was not read"),
        at: SourceSpan(file: file, range: place..<place),
        help: Localized(zh: "请核对清单编号，或检查是否有没有结束的引号", en: "check the ids of the bills, and whether a quote never closes")
      ))
  }
}
