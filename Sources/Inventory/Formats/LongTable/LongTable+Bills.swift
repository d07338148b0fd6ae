internal import Diagnostics
internal import Documents
internal import Quantities

extension LongTable {
  /// A bill that is plain: each prototype is copied, with the numbers and, if they are wanted, the places of its row.
  /// `isFirst` is whether it is to say what is known of the table as a whole.
  func plain(
    _ block: borrowing LineBlock, _ number: Int, _ chunk: UnsafeBufferPointer<UInt8>, _ offset: Int,
    isFirst: Bool = true, hasPlaces: Bool = true
  ) -> BillOfMaterials {
    let place = block.bills[number]
    let lines = block.lines(of: number)
    var bill = BillOfMaterials(project: block.projects[place.project], lines: [], file: twin.file)
    bill.lines.reserveCapacity(lines.count)
    if isFirst { bill.findings = findings }
    bill.project.id = String(decoding: block.idBytes(of: number), as: UTF8.self)
    if place.nameCount > 0 {
      bill.project.name = String(
        decoding: block.text[place.nameStart..<place.nameStart + place.nameCount], as: UTF8.self)
    }
    var known = (offset: place.start - offset, line: place.row)
    for line in lines {
      let prototype = block.prototypes[Int(block.numbers[line])]
      guard hasPlaces else {
        add(prototype, quantity: block.quantities[line], price: block.prices[line], nil, to: &bill)
        continue
      }
      known = behindBlankRows(chunk, known)
      let cells = RecordPlaces(
        chunk, from: known.offset, line: known.line, columns: columns.roles.count, separator: twin.separator.rawValue)
      known = (cells.end, cells.endLine)
      add(prototype, quantity: block.quantities[line], price: block.prices[line], cells, to: &bill)
    }
    return bill
  }

  /// The id of a bill that is plain.
  func id(of bill: LineBlock.Bill, _ chunk: UnsafeBufferPointer<UInt8>, _ offset: Int) -> String {
    let first = behindBlankRows(chunk, (bill.start - offset, bill.row))
    let cells = RecordPlaces(
      chunk, from: first.offset, line: first.line, columns: columns.roles.count, separator: twin.separator.rawValue)
    return String(decoding: chunk[cells.bytes[columns.id]], as: UTF8.self)
  }

  /// Where the next row that holds something begins.
  private func behindBlankRows(
    _ chunk: UnsafeBufferPointer<UInt8>, _ place: (offset: Int, line: Int)
  ) -> (offset: Int, line: Int) {
    var place = place
    while place.offset < chunk.count, chunk[place.offset] <= 0x2C || chunk[place.offset] == twin.separator.rawValue,
      let record = try? CSV.record(
        in: chunk, from: place.offset, line: place.line, separator: twin.separator, of: twin.file),
      record.cells.isEmpty
    {
      place = (record.end, record.endLine)
    }
    return place
  }

  private func add(
    _ prototype: LinePrototype, quantity: Int64, price: Int64, _ cells: RecordPlaces?, to bill: inout BillOfMaterials
  ) {
    var line = prototype.line
    if let value = Self.number(quantity) { line.quantity = Interval(exactly: value) }
    line.span = span(cells, prototype.column)
    if price >= 0, columns.price != nil { line.unitPrice = Self.number(price) }
    if let cells {
      line.places = FieldPlaces(prototype.places, more: 2) { span(cells, $0) }
      line.places[.quantity] = span(cells, columns.quantity)
      if price >= 0, let column = columns.price { line.places[.unitPrice] = span(cells, column) }
    }
    bill.lines.append(line)
    for note in prototype.notes {
      let finding = note.finding
      bill.findings.append(
        Finding(
          finding.code, finding.severity, finding.message, line: "\(bill.lines.count)", span: span(cells, note.column)))
    }
  }

  private func span(_ cells: RecordPlaces?, _ column: Int?) -> SourceSpan {
    SourceSpan(file: twin.file, range: cells.flatMap { cells in column.map { cells.ranges[$0] } })
  }

  private static func number(_ tenThousandths: Int64) -> Rational? {
    try? Rational(Int128(tenThousandths), over: 10_000)
  }

  /// A bill that only the careful reader can read, under its header and without the other bills.
  func careful(
    _ bill: LineBlock.Bill, _ chunk: UnsafeBufferPointer<UInt8>, _ offset: Int, _ problems: inout Problems
  ) -> BillOfMaterials? {
    let bills = careful([(chunk, (bill.start - offset)..<(bill.end - offset), bill.row)], &problems)
    return bills?.first
  }

  /// The bills in some stretches of text, one in each, read as one table under the header; nil, with the problems, where
  /// there are errors.
  func careful(
    _ stretches: [(text: UnsafeBufferPointer<UInt8>, range: Range<Int>, line: Int)], _ problems: inout Problems
  ) -> [BillOfMaterials]? {
    var own = Problems()
    var rows = twin.headerRows
    do {
      for (text, range, line) in stretches {
        // Rows of two bills do not stand together, so that no header is seen in them.
        let number = (rows.last?.number ?? 0) + (rows.count > 1 ? 2 : 1)
        rows += try CSV.rows(
          in: UnsafeBufferPointer(rebasing: text[range]), line: line, number: number, separator: twin.separator,
          of: twin.file)
      }
      let bills = twin.reader.read([Table(file: twin.file, rows: rows)], project: twin.project, &own)
      problems.add(own)
      return own.hasErrors ? nil : bills
    } catch {
      problems.add(error)
      return nil
    }
  }
}
