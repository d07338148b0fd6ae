internal import Diagnostics
internal import Documents
internal import Quantities

/// Makes bills of materials of the lines of a long table: each prototype is copied, with the numbers and the places of its row.
struct LongTableBills {
  private let file: SourceFile
  private let separator: UInt8
  private let columns: LongTableColumns
  /// What the table as a whole gives to the first bill.
  private var tableFindings: [Finding]
  private(set) var bills: [BillOfMaterials] = []
  private(set) var lineCount = 0
  /// How far places are known: a byte at the beginning of a record, and its line.
  private var known = (offset: 0, line: 1)

  init(file: SourceFile, reader: borrowing LongTableReader) {
    self.file = file
    separator = reader.twin.separator.rawValue
    columns = reader.columns
    tableFindings = reader.least.table.map { Self.placed($0, in: file) }
    known = (reader.bodyOffset, 2)
  }

  /// Adds the lines of a block, up to one that is not plain.
  mutating func add(_ block: borrowing LineBlock, _ bytes: UnsafeBufferPointer<UInt8>) {
    var next = 0
    for line in 0..<block.count {
      guard block.quantities[line] > 0 else { return }
      let cells = RecordPlaces(
        bytes, from: block.offsets[line], line: known.line, columns: columns.roles.count, separator: separator)
      known = (cells.end, cells.endLine)
      if next < block.bills.count, block.bills[next].line == line {
        var project = block.projects[block.bills[next].project]
        project.id = String(decoding: bytes[cells.bytes[columns.id]], as: UTF8.self)
        bills.append(BillOfMaterials(project: project, lines: [], file: file))
        bills[bills.count - 1].findings = tableFindings
        tableFindings = []
        next += 1
      }
      guard var bill = bills.popLast() else { continue }
      add(
        block.prototypes[Int(block.numbers[line])], quantity: block.quantities[line], price: block.prices[line], cells,
        to: &bill)
      bills.append(bill)
      lineCount += 1
    }
  }

  private mutating func add(
    _ prototype: LinePrototype, quantity: Int64, price: Int64, _ cells: RecordPlaces, to bill: inout BillOfMaterials
  ) {
    var line = prototype.line
    if let value = Self.number(quantity) { line.quantity = Interval(exactly: value) }
    line.span = span(cells, prototype.column)
    line.places = prototype.places.mapValues { span(cells, $0) }
    line.places[.quantity] = span(cells, columns.quantity)
    if price >= 0, let column = columns.price {
      line.unitPrice = Self.number(price)
      line.places[.unitPrice] = span(cells, column)
    }
    bill.lines.append(line)
    for note in prototype.notes {
      let finding = note.finding
      bill.findings.append(
        Finding(
          finding.code, finding.severity, finding.message, line: "\(bill.lines.count)", span: span(cells, note.column)))
    }
  }

  private func span(_ cells: RecordPlaces, _ column: Int?) -> SourceSpan {
    SourceSpan(file: file, range: column.map { cells.ranges[$0] })
  }

  private static func number(_ tenThousandths: Int64) -> Rational? {
    try? Rational(Int128(tenThousandths), over: 10_000)
  }

  private static func placed(_ finding: Finding, in file: SourceFile) -> Finding {
    Finding(
      finding.code, finding.severity, finding.message, line: finding.line,
      span: finding.span.map { SourceSpan(file: file, range: $0.range) })
  }
}

/// Where the fields of a record stand.
struct RecordPlaces {
  /// The bytes of each field.
  private(set) var bytes: [Range<Int>] = []
  private(set) var ranges: [SourceRange] = []
  /// Where the next record begins, and its line.
  private(set) var end: Int
  private(set) var endLine: Int

  /// The places of a record that is known to have so many fields, from its first byte on.
  init(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, line first: Int, columns: Int, separator: UInt8
  ) {
    var (index, line, column) = (start, first, 1)
    var (isQuoted, mayQuote) = (false, false)
    var field = (offset: start, place: SourceLocation(line: first, column: 1))
    bytes.reserveCapacity(columns)
    ranges.reserveCapacity(columns)
    while bytes.count < columns {
      let byte = index < text.count ? text[index] : 0x0A
      let isBreak = byte == 0x0A || (byte == 0x0D && index + 1 < text.count && text[index + 1] == 0x0A)
      if !isQuoted, isBreak || byte == separator {
        bytes.append(field.offset..<index)
        ranges.append(field.place..<SourceLocation(line: line, column: column))
        field = (index + 1, SourceLocation(line: line, column: column + 1))
      }
      if index == field.offset { mayQuote = byte == 0x22 }
      if byte == 0x22, mayQuote { isQuoted.toggle() }
      if index < text.count { index += byte == 0x0D && isBreak ? 2 : 1 } else { break }
      if isBreak || byte == 0x0D {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    end = index
    endLine = line
  }
}
