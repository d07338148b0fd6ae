public import Diagnostics
internal import Documents
internal import Quantities

/// Bills in JSON, one a line, of which some can be read again: what a block of them refers to.
final class BillLines {
  let file: SourceFile
  let reader: BomReader

  init(file: SourceFile, reader: BomReader) {
    self.file = file
    self.reader = reader
  }

  /// A bill that is plain: each prototype is copied, with the numbers and, if they are wanted, the places of its object.
  func plain(_ block: borrowing LineBlock, _ number: Int, hasPlaces: Bool) -> BillOfMaterials? {
    let place = block.bills[number]
    var scan = ObjectScan()
    return file.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return nil }
      let raw = UnsafeRawPointer(base)
      guard var index = scan.head(raw, from: place.start, to: place.end) else { return nil }
      var bill = BillOfMaterials(project: block.projects[place.project], lines: [], file: file)
      if !scan.id.isEmpty { bill.project.id = String(decoding: bytes[scan.id], as: UTF8.self) }
      if !scan.name.isEmpty { bill.project.name = String(decoding: bytes[scan.name], as: UTF8.self) }
      var column = 1 + bytes[place.start..<index].count { $0 & 0xC0 != 0x80 }
      let lines = block.lines(of: number)
      bill.lines.reserveCapacity(lines.count)
      for line in lines {
        let places = hasPlaces ? ObjectPlaces(bytes, from: index, line: place.row, column: column) : nil
        guard let behind = scan.line(raw, from: index, to: place.end) else { return nil }
        let id = scan.id.isEmpty ? nil : String(decoding: bytes[scan.id], as: UTF8.self)
        add(
          block.prototypes[Int(block.numbers[line])], id, quantity: block.quantities[line], price: block.prices[line],
          places, to: &bill)
        (index, column) = (behind, places?.endColumn ?? 0)
        while index < place.end, bytes[index] != 0x7B, bytes[index] != 0x5D {
          index += 1
          column += 1
        }
      }
      return bill
    }
  }

  private func add(
    _ prototype: LinePrototype, _ id: String?, quantity: Int64, price: Int64, _ places: ObjectPlaces?,
    to bill: inout BillOfMaterials
  ) {
    var line = prototype.line
    line.id = id
    if let value = try? Rational(Int128(quantity), over: 10_000) { line.quantity = Interval(exactly: value) }
    if price >= 0 { line.unitPrice = try? Rational(Int128(price), over: 10_000) }
    func span(_ column: Int?) -> SourceSpan {
      SourceSpan(file: file, range: places.map { places in column.map { places.values[$0] } ?? places.whole })
    }
    line.span = span(nil)
    if places != nil, !prototype.places.isEmpty { line.places = FieldPlaces(prototype.places) { span($0) } }
    bill.lines.append(line)
    for note in prototype.notes {
      let finding = note.finding
      bill.findings.append(
        Finding(
          finding.code, finding.severity, finding.message, line: id ?? "\(bill.lines.count)", span: span(note.column)))
    }
  }

  /// The id of a bill that is plain; nil where it has none.
  func id(of bill: LineBlock.Bill, like project: Project) -> String? {
    var scan = ObjectScan()
    return file.bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, scan.head(base, from: bill.start, to: bill.end) != nil, !scan.id.isEmpty
      else {
        return project.id
      }
      return String(decoding: bytes[scan.id], as: UTF8.self)
    }
  }

  /// A bill that only the careful reader can read.
  func careful(_ bill: LineBlock.Bill, _ problems: inout Problems) -> BillOfMaterials? {
    switch JSON.line(in: file, bytes: bill.start..<bill.end, line: bill.row) {
    case .success(let document):
      var reader = reader
      return reader.read(document, &problems)
    case .failure(let found):
      problems.add(found)
      return nil
    }
  }
}

extension BomReader {
  /// The bills of newline-delimited JSON, one a line, with their places. What is wrong with a line spoils no other.
  ///
  /// - Throws: what is wrong with the file as a whole.
  public func readLines(_ file: SourceFile, _ problems: inout Problems) throws(Problems) -> [BillOfMaterials] {
    try DocumentLimits.default.check(file)
    var found = Problems()
    var bills: [BillOfMaterials] = []
    var reader = NDJSONReader(self)
    reader.read(file) { block in
      for bill in block.bills.indices {
        if let bill = block.read(bill, &found) { bills.append(bill) }
      }
    }
    problems.add(found)
    return bills
  }
}
