internal import Diagnostics
internal import Documents
internal import Glibc
internal import Inventory

extension BlockSource {
  /// How an input is read.
  enum Opening {
    case pieces(Opened)
    /// At once, by whoever judges it.
    case whole
    /// At once; it is a stream, so it was read already.
    case stream([UInt8], name: String)
    case cancelled
  }

  /// Looks at the beginning of an input: a long table or lines of JSON are read in pieces.
  func opened(_ path: String, at wanted: BatchPosition?) throws(Problems) -> Opening {
    let stream =
      if path == "-", let content = options.content {
        ByteStream(content)
      } else {
        try ByteStream(path, isCancelled: isCancelled)
      }
    var sample: [UInt8] = []
    // Of what is surely lines only the encoding is looked at.
    if try stream.fill(&sample, upTo: areLines(path) ? 1 << 16 : 1 << 18) == .cancelled { return .cancelled }
    let hasMark = sample.starts(with: [0xEF, 0xBB, 0xBF])
    // UTF-16 is decoded whole; so is a text whose lines end as on an old Macintosh.
    if !Self.has(0, sample), !Self.hasLoneReturn(sample) {
      let mark = hasMark ? 3 : 0
      if isLines(sample, path) {
        return .pieces(lines(stream, sample, path, from: mark, at: wanted))
      }
      if mayBeTable(path),
        let found = try layout(
          of: Array(sample.dropFirst(mark)), path, hasMark: hasMark,
          options.keepsSources ? SideFile.kept(beside: path) : nil,
          isRegular: stream.isRegular)
      {
        let start = mark + found.head.count
        if options.isUnsorted {
          let table = TableStream(
            stream, found, offset: start, line: found.headLines + 1, pending: Array(sample[start...]),
            pieceSize: options.blockSize)
          let unsorted = try UnsortedTable(table, stream, done: wanted?.offset ?? 0, pieceSize: options.blockSize)
          return isCancelled() ? .cancelled : .pieces(.unsorted(unsorted))
        }
        let isResumed = try seek(stream, wanted)
        let table = TableStream(
          stream, found, offset: isResumed ? wanted?.offset ?? 0 : start,
          line: isResumed ? wanted?.line ?? 1 : found.headLines + 1,
          pending: isResumed ? [] : Array(sample[start...]), pieceSize: options.blockSize)
        return .pieces(.table(table))
      }
    }
    guard !stream.isRegular else { return .whole }
    var bytes = sample
    while true {
      switch try stream.fill(&bytes, upTo: bytes.count + (1 << 20)) {
      case .cancelled: return .cancelled
      case .finished: return .stream(bytes, name: path)
      case .open:
        if bytes.count > InputFile.limit { throw InputFile.tooLarge(SourceFile(name: stream.name, bytes: [])) }
      }
    }
  }

  /// A reader of the ids of a table from its first bill on.
  static func rereading(_ layout: TableLayout, _ options: BatchOptions) throws(Problems) -> TableStream {
    let stream = try ByteStream(layout.path, isCancelled: { false })
    let start = layout.bodyOffset
    try stream.seek(to: start)
    return TableStream(
      stream, layout, offset: start, line: layout.headLines + 1, pending: [], pieceSize: options.blockSize)
  }

  private func seek(_ stream: ByteStream, _ wanted: BatchPosition?) throws(Problems) -> Bool {
    guard let wanted else { return false }
    try stream.seek(to: wanted.offset)
    return true
  }

  private func lines(
    _ stream: ByteStream, _ sample: [UInt8], _ path: String, from mark: Int, at wanted: BatchPosition?
  ) -> Opened {
    // Standard input may be a file, but then not from its first byte on.
    guard path == "-" || !stream.isRegular else {
      let (offset, line) = (wanted?.offset ?? mark, wanted?.line ?? 1)
      return .lineFile(LineCuts(stream, offset: offset, line: line, pieceSize: options.blockSize))
    }
    return .lines(
      LineStream(
        stream, offset: mark, line: options.content?.firstLine ?? 1, pending: Array(sample[mark...]),
        pieceSize: options.blockSize))
  }

  /// Whether a path is surely one of lines of JSON, told by its name and the format alone.
  private func areLines(_ path: String) -> Bool {
    switch options.reading.format {
    case .ndjson: true
    case nil: ["ndjson", "jsonl"].contains(path.fileSuffix)
    default: false
    }
  }

  private func isLines(_ sample: [UInt8], _ path: String) -> Bool {
    if areLines(path) { return true }
    guard options.reading.format == nil, path == "-" || path.fileSuffix.isEmpty else { return false }
    return Syntax(of: SourceFile(name: "", bytes: sample), format: nil) == .jsonLines
  }

  private func mayBeTable(_ path: String) -> Bool {
    switch options.reading.format {
    case .table: true
    case nil: path == "-" || ["csv", "tsv", "tab", ""].contains(path.fileSuffix)
    default: false
    }
  }

  /// The layout of a long table that a file begins; nil for anything else.
  func layout(
    of sample: [UInt8], _ path: String, hasMark: Bool, _ side: KeptSide?, isRegular: Bool
  ) throws(Problems) -> TableLayout? {
    let name = options.name(of: path)
    let separator = sample.withUnsafeBufferPointer { RecordWalk.separator(of: $0) }
    var begins: [Int] = []
    let end = sample.withUnsafeBufferPointer {
      RecordWalk(separator: separator).begins(of: $0, from: 0, isLast: sample.count < 1 << 18 - 3, into: &begins)
    }
    begins.append(end)
    guard let header = try header(of: sample, begins, name, separator) else { return nil }
    var reading = options.reading
    reading.side = side
    let project = try engine.project(beside: path, reading)
    let head = Array(sample[..<begins[header.records]])
    let mark = hasMark ? 3 : 0
    return TableLayout(
      path: path, name: name, head: head, separator: separator, isUTF8: hasMark,
      bodyOffset: begins[header.records] + mark, isRegular: isRegular, header: header,
      table: sample.withUnsafeBufferPointer { sample in
        // A header that takes more than the first line is for the careful reader.
        let table = LongTable(
          sample, of: SourceFile(name: name, bytes: head), reader: engine.tableReader(options.reading),
          project: project)
        return table?.bodyOffset == begins[header.records] ? table : nil
      },
      project: project, sample: options.keepsSources ? sample : [], side: side)
  }

  /// The header among some records. Most of these say nothing of it, and one that is spoilt must not hide it.
  private func header(
    of sample: [UInt8], _ begins: [Int], _ name: String, _ separator: CSV.Separator
  ) throws(Problems) -> TableReader.LongHeader? {
    let reader = engine.tableReader(options.reading)
    for count in [min(begins.count - 1, 256), 16, 4, 2] where (1..<begins.count).contains(count) {
      guard let file = try? SourceFile.decodingTable(Array(sample[..<begins[count]]), name: name),
        let table = try? CSV.table(in: file, separator: separator)
      else { continue }
      if options.reading.format == nil, BomFormat(ofTable: file) != nil { return nil }
      if let header = reader.longHeader(of: table), header.records < begins.count { return header }
    }
    return nil
  }

  private static func hasLoneReturn(_ bytes: [UInt8]) -> Bool {
    guard has(0x0D, bytes) else { return false }
    return bytes.indices.dropLast().contains { bytes[$0] == 0x0D && bytes[$0 + 1] != 0x0A }
  }

  private static func has(_ byte: UInt8, _ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
      bytes.baseAddress.map { memchr($0, Int32(byte), bytes.count) != nil } ?? false
    }
  }
}
