internal import Diagnostics
internal import Documents
internal import Evaluation
internal import Inventory

/// Reads and judges blocks; a thread has one of its own.
struct BlockReader: ~Copyable {
  private let engine: Engine
  private let options: BatchOptions
  private var judge: BillJudge
  private var plain: PlainReader?
  private var lineReader: NDJSONReader

  /// What became of a block.
  struct Outcome {
    var entries: [BatchEntry] = []
    /// What is to be known of a table as a whole.
    var tableFindings: [Finding] = []
    /// Whether the rest of the table cannot be read.
    var endsInput = false
  }

  init(_ engine: Engine, _ options: BatchOptions) {
    self.engine = engine
    self.options = options
    judge = engine.judge(options.judging)
    lineReader = NDJSONReader(engine.bomReader)
  }

  /// The bills of a block in order. `returned` are those, by their place among them, whose rows are not together.
  mutating func read(_ block: Block, returned: Set<Int> = []) -> Outcome {
    switch block.content {
    case .files(let paths):
      var outcome = Outcome()
      let (engine, options) = (engine, options)
      for path in paths {
        outcome.entries += whole(path) { () throws(Problems) in try engine.contents(at: path, options.reading) }
      }
      return outcome
    case .stream(let bytes, let name):
      return Outcome(entries: whole(name) { [InputPart(name: "", bytes: bytes)] })
    case .problem(let path, let problems):
      return Outcome(entries: [entry(ReadBill(id: nil, line: nil, problems), source: path) { "" }])
    case .lines(let piece): return Outcome(entries: lines(piece))
    case .table(let piece): return table(piece, returned)
    }
  }

  private mutating func whole(_ path: String, _ contents: () throws(Problems) -> [InputPart]) -> [BatchEntry] {
    let name = path == "-" ? "<stdin>" : path
    do {
      let contents = try contents()
      let read = try engine.materialsApart(contents, at: path, options.reading)
      return read.map { entry($0, source: name) { Digest.text(of: contents.map(\.bytes)) } }
    } catch {
      return [entry(ReadBill(id: nil, line: nil, error), source: name) { "" }]
    }
  }

  private mutating func lines(_ piece: LinePiece) -> [BatchEntry] {
    guard let decoded = try? SourceFile.decoding(piece.bytes, name: piece.name) else { return linesOneByOne(piece) }
    let file = SourceFile(name: piece.name, bytes: decoded.bytes, excerpt: Excerpt(from: piece.firstLine))
    var read: [(bill: ReadBill, bytes: Range<Int>)] = []
    let (engine, options) = (engine, options)
    lineReader.read(file) { block in
      for number in block.bills.indices {
        let place = block.bills[number]
        let line = piece.firstLine + place.row - 1
        var problems = Problems()
        if place.isPlain, let bill = block.read(number, &problems) {
          read.append((ReadBill(bill, line: line), place.start..<place.end))
        } else {
          let own = SourceFile(
            name: file.name, bytes: Array(file.bytes[place.start..<place.end]), excerpt: Excerpt(from: line))
          let found = (try? engine.linesApart(of: own, options.reading)) ?? []
          read += found.map { ($0, place.start..<place.end) }
        }
      }
    }
    return read.map { read in
      entry(read.bill, source: piece.name) { Digest.text(of: [Array(file.bytes[read.bytes])]) }
    }
  }

  /// Reads each line by itself: one that is no text spoils no other.
  private mutating func linesOneByOne(_ piece: LinePiece) -> [BatchEntry] {
    var entries: [BatchEntry] = []
    for (index, bytes) in piece.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where bytes.contains(where: { $0 > 0x20 }) {
      let excerpt = Excerpt(from: piece.firstLine + index)
      let bytes = Array(bytes)
      do {
        let file = try SourceFile.decoding(bytes, name: piece.name)
        let read = try engine.linesApart(
          of: SourceFile(name: piece.name, bytes: file.bytes, excerpt: excerpt), options.reading)
        for one in read { entries.append(entry(one, source: piece.name) { Digest.text(of: [bytes]) }) }
      } catch {
        let one = ReadBill(id: nil, line: piece.firstLine + index, error.placed(in: excerpt))
        entries.append(entry(one, source: piece.name) { "" })
      }
    }
    return entries
  }

  private mutating func table(_ piece: TablePiece, _ returned: Set<Int>) -> Outcome {
    var outcome = Outcome()
    var rest = 0
    if returned.isEmpty, piece.isContiguous, let plain = plainReader(of: piece.layout) {
      let found = plain.bills(of: piece)
      rest = found.end
      for bill in found.bills {
        switch bill {
        case .plain(let bill, let line, let range):
          let read = bare(ReadBill(bill, line: line), of: piece.layout, &outcome)
          outcome.entries.append(
            entry(read, source: piece.layout.name) { Digest.text(of: [Array(piece.bytes[range])]) })
        case .odd(let range, let line):
          careful(piece.piece(of: range, line: line), returned, &outcome)
          if outcome.endsInput { return outcome }
        }
      }
    }
    if rest < piece.bytes.count - piece.layout.head.count {
      careful(rest == 0 ? piece : piece.suffix(from: rest), returned, &outcome)
    }
    return outcome
  }

  /// Reads the bills of a piece one by one, each under its header as if there were no others.
  private mutating func careful(_ piece: TablePiece, _ returned: Set<Int>, _ outcome: inout Outcome) {
    let reader = engine.tableReader(options.reading)
    for records in piece.bills() {
      let own = piece.piece(of: records)
      let line = piece.excerpt.line(records.line)
      let returns = returned.contains(outcome.entries.count)
      let read: [ReadBill]
      do {
        read = returns ? [] : try bills(of: own, reader, id: records.id, line: line)
      } catch {
        read = [ReadBill(id: records.id, line: line, error.problems)]
        outcome.endsInput = error.endsInput
      }
      let digest: @Sendable () -> String = { Digest.text(of: [Array(piece.bytes[records.bytes])]) }
      for one in returns ? [ReadBill(id: records.id, line: line, Self.returned(own, records.id))] : read {
        outcome.entries.append(
          entry(bare(one, of: piece.layout, &outcome), source: piece.layout.name, digest: digest))
      }
      if outcome.endsInput { return }
    }
  }

  /// The reader of the plain rows of a table, which keeps what it has learnt of names for the next piece.
  private mutating func plainReader(of layout: TableLayout) -> PlainReader? {
    if plain?.layout !== layout { plain = PlainReader(layout) }
    return plain
  }

  /// Why a piece of a table is no bill.
  private struct PieceFault: Error {
    var problems: Problems
    var endsInput = false
  }

  /// The bill in the records of one; none where they only repeat the header.
  private func bills(
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
    let bills = reader.read([table], project: piece.layout.project, &problems)
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

  private mutating func entry(
    _ read: ReadBill, source: String, digest: @escaping @Sendable () -> String
  ) -> BatchEntry {
    let result: Result<Assessment, Problems>
    do throws(Problems) {
      var problems = Problems()
      let materials = try read.result.get()
      guard let bill = engine.bill(materials, "", options.reading.overrides, &problems) else { throw problems }
      result = .success(try judge.assess(bill))
    } catch {
      result = .failure(error)
    }
    return BatchEntry(source: source, line: read.line, id: read.id, result: result, digest: digest)
  }
}
