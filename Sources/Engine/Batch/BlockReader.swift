internal import Diagnostics
internal import Documents
internal import Evaluation
internal import Inventory

/// Why a piece of a table is no bill.
private struct PieceFault: Error {
  var problems: Problems
  var endsInput = false
}

/// Reads and judges blocks; a thread has one of its own.
struct BlockReader<Renderer: BatchRenderer>: ~Copyable {
  private let engine: Engine
  private let options: BatchOptions
  private var judge: BillJudge
  private var renderer: Renderer
  private var plain: PlainReader?
  private var lines: (reader: LineReader, source: String)?
  /// What the cells of tables say that are read carefully, bill by bill.
  private var texts = CellTexts()

  /// What became of a block.
  struct Outcome {
    /// The ids of its bills.
    var identifiers = IdentifierRun()
    /// What is to be known of a table as a whole.
    var tableFindings: [Finding] = []
    /// Whether the rest of the table cannot be read.
    var endsInput = false
    /// The bytes of its bills, packed for a store, where their reader did so.
    var packed: PackedBytes?
  }

  init(_ engine: Engine, _ options: BatchOptions, _ renderer: Renderer) {
    self.engine = engine
    self.options = options
    self.renderer = renderer
    judge = BillJudge(engine, options.judging, isWordless: !renderer.showsFindings)
  }

  /// What the bills of a block come to, in order, and what is to be known of them. `returned` are those, by their place
  /// among them, whose rows are not together.
  mutating func read(_ block: Block, returned: Set<Int> = []) -> (outcome: Outcome, output: Renderer.Output) {
    var outcome = Outcome()
    switch block.content {
    case .files(let paths):
      let (engine, options) = (engine, options)
      for path in paths {
        whole(path, options.reading, &outcome) { () throws(Problems) in
          try engine.contents(at: path, options.reading)
        }
      }
    case .kept(let files):
      for file in files {
        var reading = options.reading
        reading.side = file.side
        whole(file.path, reading, &outcome) { () throws(Problems) in try file.contents.get() }
      }
    case .stream(let bytes, let name): whole(name, options.reading, &outcome) { [InputPart(name: "", bytes: bytes)] }
    case .problem(let path, let problems): add(ReadBill(id: nil, line: nil, problems), source: path, &outcome) { "" }
    case .lines(let piece): lines(piece, &outcome)
    case .table(let piece): table(piece, returned, &outcome)
    }
    return (outcome, renderer.finish())
  }

  private mutating func whole(
    _ path: String, _ reading: ReadingOptions, _ outcome: inout Outcome,
    _ contents: () throws(Problems) -> [InputPart]
  ) {
    let name = options.name(of: path)
    do {
      let contents = try contents()
      for read in try engine.materialsApart(contents, at: path, reading) {
        add(read, source: name, &outcome) { Digest.text(of: contents.map(\.bytes)) }
      }
    } catch {
      add(ReadBill(id: nil, line: nil, error), source: name, &outcome) { "" }
    }
  }

  private mutating func lines(_ piece: LinePiece, _ outcome: inout Outcome) {
    // What stands in a plain bill is text that was read before, so only what is not plain is looked through for bytes that
    // are none; and what begins a file, where that is no bill.
    var bytes = piece.bytes
    if piece.firstLine == 1, bytes.first.map({ $0 >= 0x80 }) ?? false {
      guard let decoded = try? SourceFile.decoding(bytes, name: piece.file.name) else {
        return linesOneByOne(piece, &outcome)
      }
      bytes = decoded.bytes
    }
    let file = SourceFile(name: piece.file.name, bytes: bytes, excerpt: Excerpt(from: piece.firstLine))
    let lines = lineReader(of: piece)
    let (alike, source) = (lines.alike, piece.file.name)
    alike.text = bytes
    defer { alike.text = [] }
    lines.reader.read(file) { block in
      for number in block.bills.indices {
        let place = block.bills[number]
        let line = piece.firstLine + place.row - 1
        let range = place.start..<place.end
        if place.isPlain, add(number, of: block, alike, source, line: line, range, &outcome) { continue }
        linesOneByOne(
          LinePiece(file: piece.file, bytes: Array(bytes[range]), firstLine: line), &outcome)
      }
    }
  }

  /// The reader of the lines of a file, which keeps what it has learnt of names for the next piece. What is kept of an
  /// outcome names the file.
  private mutating func lineReader(of piece: LinePiece) -> LineReader {
    if let lines, lines.source == piece.file.name, !lines.reader.isWornOut { return lines.reader }
    let reader = LineReader(engine, piece.file, showsRegions: renderer.showsRegions)
    lines = (reader, piece.file.name)
    return reader
  }

  /// Adds a plain bill of a block, whose line in the file is given, and where it stands in the judge's text; false where
  /// the careful reader is needed.
  private mutating func add(
    _ number: Int, of block: borrowing LineBlock, _ alike: AlikeJudge, _ source: String, line: Int,
    _ range: Range<Int>, _ outcome: inout Outcome, layout: TableLayout? = nil
  ) -> Bool {
    let found = alike.outcome(of: number, in: block, by: judge, options.reading.overrides)
    if let found, let pattern = alike.pattern(of: found, &renderer), let bill = alike.bill {
      let id = block.idBytes(of: number)
      bill.fill(found, line: line, id: id, in: range)
      if renderer.add(bill, like: pattern) {
        // Only the rows of a bill in a table may stand apart.
        if layout != nil { outcome.identifiers.add(id) }
        return true
      }
    }
    guard let bill = plain(number, of: block, line: line, hasPlaces: renderer.showsFindings, layout, &outcome) else {
      return false
    }
    var (read, result) = (bill, assessed(bill))
    if case .failure = result, !renderer.showsFindings,
      let placed = plain(number, of: block, line: line, hasPlaces: true, layout, &outcome)
    {
      // What is wrong with a bill is said with its place.
      (read, result) = (placed, assessed(placed))
    }
    let text = alike.text
    let entry = add(read, result, source: source, &outcome) { Digest.text(of: text, in: range) }
    if let found, found.isNew, let sums = alike.bill?.sums {
      alike.keep(renderer.pattern(of: entry, found, sums), of: found, renderer)
    }
    return true
  }

  /// A plain bill of a block; nil where the careful reader is needed.
  private func plain(
    _ number: Int, of block: borrowing LineBlock, line: Int, hasPlaces: Bool, _ layout: TableLayout?,
    _ outcome: inout Outcome
  ) -> ReadBill? {
    var problems = Problems()
    guard let bill = block.read(number, hasPlaces: hasPlaces, &problems) else { return nil }
    let read = ReadBill(bill, line: line)
    return layout.map { bare(read, of: $0, &outcome) } ?? read
  }

  /// Reads each line by itself: one that is no text spoils no other.
  private mutating func linesOneByOne(_ piece: LinePiece, _ outcome: inout Outcome) {
    for (index, bytes) in piece.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where bytes.contains(where: { $0 > 0x20 }) {
      let excerpt = Excerpt(from: piece.firstLine + index)
      let bytes = Array(bytes)
      do {
        let file = try SourceFile.decoding(bytes, name: piece.file.name)
        let read = try engine.linesApart(
          of: SourceFile(name: piece.file.name, bytes: file.bytes, excerpt: excerpt), options.reading)
        for one in read { add(one, source: piece.file.name, &outcome) { Digest.text(of: [bytes]) } }
      } catch {
        let one = ReadBill(id: nil, line: piece.firstLine + index, error.placed(in: excerpt))
        add(one, source: piece.file.name, &outcome) { "" }
      }
    }
  }

  private mutating func table(_ piece: TablePiece, _ returned: Set<Int>, _ outcome: inout Outcome) {
    var rest = 0
    let head = piece.layout.head.count
    if returned.isEmpty, piece.isContiguous, let plain = plainReader(of: piece.layout) {
      let (alike, source) = (plain.alike, piece.layout.name)
      alike.text = piece.bytes
      defer { alike.text = [] }
      outcome.packed = plain.read(piece) { block in
        for number in block.bills.indices where !outcome.endsInput {
          let place = block.bills[number]
          let range = place.start - piece.offset..<place.end - piece.offset
          rest = range.upperBound
          let bytes = range.lowerBound + head..<range.upperBound + head
          if place.isPlain,
            add(number, of: block, alike, source, line: place.row, bytes, &outcome, layout: piece.layout)
          {
            continue
          }
          careful(piece.piece(of: range, line: place.row), returned, &outcome)
        }
      }
      if outcome.endsInput { return }
    }
    if rest < piece.bytes.count - head {
      careful(rest == 0 ? piece : piece.suffix(from: rest), returned, &outcome)
    }
  }

  /// Reads the bills of a piece one by one, each under its header as if there were no others.
  private mutating func careful(_ piece: TablePiece, _ returned: Set<Int>, _ outcome: inout Outcome) {
    let reader = engine.tableReader(options.reading)
    for records in piece.bills() {
      let own = piece.piece(of: records)
      let line = piece.excerpt.line(records.line)
      let returns = returned.contains(outcome.identifiers.count)
      let read: [ReadBill]
      do {
        read = returns ? [] : try bills(of: own, reader, id: records.id, line: line)
      } catch {
        read = [ReadBill(id: records.id, line: line, error.problems)]
        outcome.endsInput = error.endsInput
      }
      let digest: @Sendable () -> String = { Digest.text(of: piece.bytes, in: records.bytes) }
      for one in returns ? [ReadBill(id: records.id, line: line, Self.returned(own, records.id))] : read {
        add(bare(one, of: piece.layout, &outcome), source: piece.layout.name, &outcome, digest: digest)
      }
      if outcome.endsInput { return }
    }
  }

  /// The reader of the plain rows of a table, which keeps what it has learnt of names for the next piece.
  private mutating func plainReader(of layout: TableLayout) -> PlainReader? {
    if plain?.layout !== layout || plain?.isWornOut == true {
      plain = PlainReader(layout, showsRegions: renderer.showsRegions, packs: options.keepsSources)
    }
    return plain
  }

  /// The bill in the records of one; none where they only repeat the header.
  private mutating func bills(
    of piece: TablePiece, _ reader: TableReader, id: String, line: Int
  ) throws(PieceFault) -> [ReadBill] {
    let file: SourceFile
    let table: Table
    do {
      file = try piece.layout.text(piece.bytes, piece.excerpt)
      table = try CSV.table(in: file, separator: piece.layout.separator)
    } catch {
      throw PieceFault(problems: error)
    }
    switch reader.headerReturns(in: table, after: piece.layout.header) {
    case .none: break
    case .same: return []
    case .other(let span):
      throw PieceFault(
        problems: Problems(
          Diagnostic(
            .error, "second-header",
            Localized(
              zh: "这里又有一个表头，列与文件开头的不同；文件的其余部分没有读",
              en: "here is another header, with other columns than the first; the rest of the file was not read"),
            at: span, help: Localized(zh: "请把两张表分成两个文件", en: "put the two tables into two files"))),
        endsInput: true)
    }
    var problems = Problems()
    let bills = reader.read([table], project: piece.layout.project, &texts, &problems)
    if problems.hasErrors { throw PieceFault(problems: problems) }
    return bills.map { ReadBill($0, line: line) }
  }

  /// A bill without what is to be known of its table as a whole: its row is the same whatever stands beside it.
  private func bare(_ read: ReadBill, of layout: TableLayout, _ outcome: inout Outcome) -> ReadBill {
    guard case .success(var bill) = read.result, !bill.findings.isEmpty else { return read }
    let lines = layout.headLines
    func isOfTable(_ finding: Finding) -> Bool {
      guard finding.line == nil else { return false }
      return finding.span?.range.map { Int($0.lowerBound.line) <= lines } ?? true
    }
    let own = bill.findings.filter { !isOfTable($0) }
    guard own.count < bill.findings.count else { return read }
    if outcome.tableFindings.isEmpty { outcome.tableFindings = bill.findings.filter(isOfTable) }
    bill.findings = own
    return ReadBill(bill, line: read.line)
  }

  private static func returned(_ piece: TablePiece, _ id: String) -> Problems {
    let start = SourceLocation(line: piece.layout.headLines + 1, column: 1)
    let end = SourceLocation(line: piece.layout.headLines + 1, column: 2)
    let file = (try? piece.layout.text(piece.bytes, piece.excerpt)) ?? SourceFile(name: piece.layout.name, bytes: [])
    return Problems(
      Diagnostic(
        .error, "bom-id-returns",
        Localized(zh: "清单 `\(id)` 的行不相连", en: "the rows of bill `\(id)` do not stand together"),
        at: SourceSpan(file: file, range: start..<end),
        help: Localized(zh: "请按清单编号排序，或用 --unsorted", en: "sort the rows by the bill's id, or use --unsorted")))
  }

  /// Judges a bill and adds it.
  private mutating func add(
    _ read: ReadBill, source: String, _ outcome: inout Outcome, digest: @escaping @Sendable () -> String
  ) {
    add(read, assessed(read), source: source, &outcome, digest: digest)
  }

  /// Adds a bill, given what was found of it.
  @discardableResult
  private mutating func add(
    _ read: ReadBill, _ result: Result<Assessment, Problems>, source: String, _ outcome: inout Outcome,
    digest: @escaping @Sendable () -> String
  ) -> BatchEntry {
    let entry = BatchEntry(source: source, line: read.line, id: read.id, result: result, digest: digest)
    outcome.identifiers.add(read.id ?? "")
    renderer.add(entry)
    return entry
  }

  private mutating func assessed(_ read: ReadBill) -> Result<Assessment, Problems> {
    do throws(Problems) {
      var problems = Problems()
      let materials = try read.result.get()
      guard let bill = engine.bill(materials, "", options.reading.overrides, &problems) else { throw problems }
      return .success(try judge.assess(bill))
    } catch {
      return .failure(error)
    }
  }
}
