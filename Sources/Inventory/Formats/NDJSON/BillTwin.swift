internal import Diagnostics
internal import Documents
internal import Quantities

/// Has the reader of canonical bills read a bill of one line, so that text that was seen once means the same wherever it
/// is seen again.
struct BillTwin {
  let reader: BomReader

  /// Texts in the places of those that were cut out.
  private static let idText = "i-7"
  private static let nameText = "n-7"

  /// What a line object means in which the numbers and the id of a scan are cut out; nil where the careful reader is needed.
  func prototype(_ scan: borrowing ObjectScan, isFlat: Bool) -> LinePrototype? {
    guard scan.quantity >= 0 else { return nil }
    var text = Array((isFlat ? #"{"bom_id":"b","lines":["# : #"{"bom":1,"lines":["#).utf8)
    let start = text.count
    for (number, stretch) in scan.texts.enumerated() {
      text += stretch
      guard number + 1 < scan.count else { break }
      if stretch.last == UInt8(ascii: "\"") {
        text += Self.idText.utf8
      } else if Self.ends(stretch, with: "uantity\"") {
        text.append(UInt8(ascii: "7"))
      } else {
        text.append(UInt8(ascii: Self.ends(stretch, with: "t_price\"") ? "9" : "3"))
      }
    }
    text += "]}".utf8
    guard let bill = bill(text, isFlat: isFlat), bill.lines.count == 1, let line = bill.lines.first,
      line.contents == nil, line.quantity == Interval(exactly: Rational(7)),
      line.unitPrice == (scan.price >= 0 ? Rational(9) : nil), line.id == (scan.id.isEmpty ? nil : Self.idText)
    else { return nil }
    let places = text.withUnsafeBufferPointer { ObjectPlaces($0, from: start, line: 1, column: start + 1) }
    guard places.end == text.count - 2, line.span.range == places.whole else { return nil }
    func column(_ span: SourceSpan?) -> Int?? {
      guard let range = span?.range else { return nil }
      return range == places.whole ? .some(nil) : places.values.firstIndex(of: range)
    }
    var notes: [LinePrototype.Note] = []
    for finding in bill.findings {
      guard finding.line == (line.id ?? "1"), let column = column(finding.span) else { return nil }
      notes.append(LinePrototype.Note(finding: finding, column: column))
    }
    var columns: [LineField: Int] = [:]
    for (field, span) in line.places {
      guard case let place?? = column(span) else { return nil }
      columns[field] = place
    }
    return LinePrototype(line, catalog: reader.catalog, column: nil, places: columns, notes: notes)
  }

  /// What is said of a project around its lines, where the id and the name are cut out; nil where the careful reader is
  /// needed. The last stretch is what stands behind the lines; `line` is one of them that is plain.
  func project(_ head: borrowing ObjectScan, line: UnsafeRawBufferPointer, isFlat: Bool) -> Project? {
    guard let tail = head.texts.last else { return nil }
    var text: [UInt8] = []
    let stretches = head.texts.dropLast()
    for (number, stretch) in stretches.enumerated() {
      text += stretch
      guard number + 1 < stretches.count else { break }
      text += (Self.ends(stretch.dropLast(), with: "\"name\"") ? Self.nameText : Self.idText).utf8
    }
    let start = text.count
    text += line
    let end = text.count
    text += tail
    guard var bill = bill(text, isFlat: isFlat), bill.lines.count == 1,
      head.id.isEmpty || bill.project.id == Self.idText, head.name.isEmpty || bill.project.name == Self.nameText,
      bill.findings.allSatisfy({ $0.line != nil })
    else { return nil }
    let places = text.withUnsafeBufferPointer {
      ObjectPlaces($0, from: start, line: 1, column: 1 + $0[..<start].count { $0 & 0xC0 != 0x80 })
    }
    guard places.end == end, bill.lines[0].span.range == places.whole else { return nil }
    if !head.id.isEmpty { bill.project.id = nil }
    if !head.name.isEmpty { bill.project.name = nil }
    return bill.project
  }

  /// The bill that a text of one line is; nil where there is anything wrong with it.
  private func bill(_ text: [UInt8], isFlat: Bool) -> BillOfMaterials? {
    guard !text.contains(0x0A), !text.contains(0x0D), let file = try? SourceFile.decoding(text, name: ""),
      file.bytes.count == text.count,
      case .success(let document) = JSON.line(in: file, bytes: 0..<text.count, line: 1),
      BomReader.isFlat(document.root) == isFlat
    else { return nil }
    var problems = Problems()
    var reader = reader
    let bill = reader.read(document, &problems)
    return problems.isEmpty ? bill : nil
  }

  /// Whether what stands before the colon at the end of a stretch ends with a key.
  private static func ends(_ stretch: some BidirectionalCollection<UInt8>, with key: String) -> Bool {
    var text = Array(stretch.suffix(24))
    if text.last == 0x20 { text.removeLast() }
    guard text.popLast() == 0x3A else { return false }
    return text.suffix(key.utf8.count).elementsEqual(key.utf8)
  }
}
