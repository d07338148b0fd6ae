internal import Diagnostics

extension SheetReader {
  /// Puts the cell that ends into its row, if it holds something.
  mutating func closeCell() throws(Problems) {
    if !cell.hasValue || cell.value.bytes.isEmpty {
      // A formula whose text is empty has a value, one without a number was never computed.
      if cell.hasFormula, !(cell.hasValue && cell.kind == .string) {
        try add("=" + cell.formula.string, .fault)
      }
      return
    }
    switch cell.kind {
    case .number: try addNumber()
    case .shared: try addShared()
    case .inline, .string: try add(cell.value.string, .text)
    case .flag: try addFlag()
    case .fault: try add(cell.value.string, .fault)
    case .date: try addDate()
    }
  }

  private mutating func addNumber() throws(Problems) {
    guard let number = cell.value.bytes.withUnsafeBufferPointer({ DecimalText.spelling(of: $0.trimmed) }) else {
      problems.badNumber(cell.value.string, at: span)
      return
    }
    guard cell.style < shared.days.count, shared.days[cell.style] else {
      try add(number, .number)
      return
    }
    switch DayText.reading(of: number, countsFrom1904: shared.countsFrom1904) {
    case .day(let day): try add(day, .day)
    case .neverWas: try add("1900-02-29", .fault)
    case .number: try add(number, .number)
    }
  }

  private mutating func addShared() throws(Problems) {
    let index = cell.value.bytes.withUnsafeBufferPointer { $0.trimmed.wholeNumber }
    guard let index, index < shared.texts.count else {
      problems.badText(cell.value.string, count: shared.texts.count, at: span)
      return
    }
    try add(shared.texts[index], .text)
  }

  private mutating func addFlag() throws(Problems) {
    let isTrue = cell.value.bytes.withUnsafeBufferPointer { value -> Bool? in
      value.trimmed.isTrue ? true : value.trimmed.hasText("0") || value.trimmed.hasText("false") ? false : nil
    }
    guard let isTrue else {
      problems.badFlag(cell.value.string, at: span)
      return
    }
    try add(isTrue ? "TRUE" : "FALSE", .flag)
  }

  /// A time without a day remains as it is written.
  private mutating func addDate() throws(Problems) {
    if let day = cell.value.bytes.withUnsafeBufferPointer({ DayText.spelling(ofISO: $0.trimmed) }) {
      try add(day, .day)
    } else {
      try add(cell.value.string, .text)
    }
  }

  private mutating func add(_ text: String, _ form: Table.Form) throws(Problems) {
    guard !text.isEmpty else { return }
    guard budget.take(textBytes: text.utf8.count) else { throw Problems(budget.excess(at: span)) }
    cells.append(Table.Cell(column: cell.column, text: text, form: form, range: range))
  }

  /// The cell that is being read.
  private var range: SourceRange {
    let column = max(1, cell.column)
    return SourceLocation(line: max(1, row), column: column)..<SourceLocation(line: max(1, row), column: column + 1)
  }

  var span: SourceSpan { SourceSpan(file: file, range: range) }
}

extension UnsafeBufferPointer<UInt8> {
  /// Without white space at both ends.
  fileprivate var trimmed: UnsafeBufferPointer<UInt8> {
    var (start, end) = (0, count)
    while start < end, self[start].isXMLSpace { start += 1 }
    while end > start, self[end - 1].isXMLSpace { end -= 1 }
    return UnsafeBufferPointer(rebasing: self[start..<end])
  }
}
