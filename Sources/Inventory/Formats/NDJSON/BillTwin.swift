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
    // As deep within the text as it is in a bill.
    var text = Array("[[".utf8)
    let start = text.count
    for (number, stretch) in scan.texts.enumerated() {
      text += stretch
      guard number + 1 < scan.count else { break }
      if stretch.last == UInt8(ascii: "\"") {
        text += Self.idText.utf8
      } else {
        switch Self.key(before: stretch.count, in: stretch) {
        case ObjectScan.quantityKey: text.append(UInt8(ascii: "7"))
        case ObjectScan.priceKey: text.append(UInt8(ascii: "9"))
        default: text.append(UInt8(ascii: "3"))
        }
      }
    }
    text += "]]".utf8
    guard let (line, findings) = line(text, isFlat: isFlat), line.contents == nil,
      line.quantity == Interval(exactly: Rational(7)),
      line.unitPrice == (scan.price >= 0 ? Rational(9) : nil), line.id == (scan.id.isEmpty ? nil : Self.idText)
    else { return nil }
    let places = text.withUnsafeBufferPointer { ObjectPlaces($0, from: start, line: 1, column: start + 1) }
    guard places.end == text.count - 2, line.span.range == places.whole else { return nil }
    func column(_ span: SourceSpan?) -> Int?? {
      guard let range = span?.range else { return nil }
      return range == places.whole ? .some(nil) : places.values.firstIndex(of: range)
    }
    var notes: [LinePrototype.Note] = []
    for finding in findings {
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
      // The quote of the value stands at the end.
      let isName = Self.key(before: stretch.count - 1, in: stretch) >> 16 == ObjectScan.nameKey
      text += (isName ? Self.nameText : Self.idText).utf8
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
    guard let document = document(text), BomReader.isFlat(document.root) == isFlat else { return nil }
    var problems = Problems()
    var reader = reader
    let bill = reader.read(document, &problems)
    return problems.isEmpty ? bill : nil
  }

  /// The line that a text of one in two lists is, with what is to be known of it; nil where there is anything wrong.
  private func line(_ text: [UInt8], isFlat: Bool) -> (Line, [Finding])? {
    guard let document = document(text), let lines = document.root.listed.first, lines.kind == .sequence,
      document.root.count == 1, lines.count == 1, let node = lines.listed.first
    else { return nil }
    var problems = Problems()
    var reader = reader
    let line =
      isFlat ? reader.flatLine(node, place: 1, &problems) : reader.line(node, depth: 1, &problems)
    guard let line, problems.isEmpty else { return nil }
    return (line, reader.findings)
  }

  private func document(_ text: [UInt8]) -> Document? {
    guard !text.contains(0x0A), !text.contains(0x0D), let file = try? SourceFile.decoding(text, name: ""),
      file.bytes.count == text.count
    else { return nil }
    return try? JSON.line(in: file, bytes: 0..<text.count, line: 1).get()
  }

  /// The last eight bytes of what stands before a colon, which ends so many bytes of a stretch or has one blank behind it;
  /// 0 where there are fewer.
  private static func key(before end: Int, in stretch: UnsafeRawBufferPointer) -> UInt64 {
    var colon = end - 1
    if colon > 0, stretch[colon] == 0x20 { colon -= 1 }
    guard colon >= 8, stretch[colon] == 0x3A else { return 0 }
    return stretch.loadUnaligned(fromByteOffset: colon - 8, as: UInt64.self).littleEndian
  }
}
