internal import Diagnostics

/// Reads the rows of separated values, one byte after the other.
struct CSVReader {
  private let file: SourceFile
  private let bytes: UnsafeBufferPointer<UInt8>
  private let separator: UInt8
  private let limits: TableLimits
  /// The byte to be read next, and its line.
  private(set) var offset = 0
  private(set) var line: Int
  private var column = 1
  private var cellCount = 0

  private static let quote = UInt8(ascii: "\"")

  init(file: SourceFile, bytes: UnsafeBufferPointer<UInt8>, separator: UInt8, limits: TableLimits, line: Int = 1) {
    self.file = file
    self.bytes = bytes
    self.separator = separator
    self.limits = limits
    self.line = line
  }

  /// Goes on behind the line that names the separator.
  mutating func skip(_ start: CSVStart) {
    while offset < start.offset { advance() }
  }

  /// All rows that hold something; the first is number `first`.
  mutating func rows(from first: Int? = nil) throws(Problems) -> [Table.Row] {
    var rows: [Table.Row] = []
    var number = (first ?? line) - 1
    while offset < bytes.count {
      number += 1
      guard number <= limits.rows else {
        throw excess(
          "too-many-rows", Localized(zh: "表格超过 \(limits.rows) 行", en: "the table has more than \(limits.rows) rows"))
      }
      let cells = try cells()
      if !cells.isEmpty { rows.append(Table.Row(number: number, cells: cells)) }
    }
    return rows
  }

  /// The cells of one row that hold something, and the line break behind it.
  mutating func cells() throws(Problems) -> [Table.Cell] {
    var cells: [Table.Cell] = []
    var number = 1
    while true {
      if let cell = try field(column: number) {
        cells.append(cell)
        cellCount += 1
        guard cellCount <= limits.cells else {
          throw excess(
            "too-many-cells",
            Localized(zh: "表格中有内容的单元格超过 \(limits.cells) 个", en: "the table has more than \(limits.cells) cells"))
        }
      }
      guard offset < bytes.count else { return cells }
      let isEnd = bytes[offset] != separator
      advance()
      if isEnd { return cells }
      number += 1
      guard number <= limits.columns else {
        throw excess(
          "too-many-columns",
          Localized(zh: "这一行超过 \(limits.columns) 列", en: "this row has more than \(limits.columns) columns"),
          help: Localized(
            zh: "请检查分隔符，以及是否把所有行写成了一行", en: "check the separator, and whether all rows were written into one"))
      }
    }
  }

  /// The field that begins here, up to the separator or the end of the row; nil where it is empty.
  private mutating func field(column number: Int) throws(Problems) -> Table.Cell? {
    let start = location
    if offset < bytes.count, bytes[offset] == Self.quote { return try quotedField(column: number, from: start) }
    let first = offset
    while offset < bytes.count, bytes[offset] != separator, !isLineBreak(bytes[offset]) { advance() }
    guard bytes[first..<offset].contains(where: { $0 != 0x20 && $0 != 0x09 }) else { return nil }
    return Table.Cell(
      column: number, text: String(decoding: bytes[first..<offset], as: UTF8.self), range: start..<location)
  }

  private mutating func quotedField(column number: Int, from start: SourceLocation) throws(Problems) -> Table.Cell? {
    advance()
    var text: [UInt8] = []
    var first = offset
    while true {
      guard offset < bytes.count else { throw unclosed(start) }
      guard bytes[offset] == Self.quote else {
        advance()
        continue
      }
      text += bytes[first..<offset]
      advance()
      guard offset < bytes.count, bytes[offset] == Self.quote else { break }
      first = offset
      advance()
    }
    let end = location
    while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x09, bytes[offset] != separator { advance() }
    if offset < bytes.count, bytes[offset] != separator, !isLineBreak(bytes[offset]) {
      throw Problems(
        Diagnostic(
          .error, "stray-quote",
          Localized(zh: "引号结束之后还有文字", en: "there is text behind a closing quote"),
          at: SourceSpan(file: file, range: location..<after(location)),
          help: Localized(
            zh: "带引号的单元格里，引号要写成两个：`19\"\"机柜`", en: "inside a quoted cell a quote is written twice: `19\"\" rack`")))
    }
    guard text.contains(where: { $0 > 0x20 }) else { return nil }
    return Table.Cell(column: number, text: String(decoding: text, as: UTF8.self), range: start..<end)
  }

  private func unclosed(_ start: SourceLocation) -> Problems {
    Problems(
      Diagnostic(
        .error, "unclosed-quote",
        Localized(zh: "这里开始的引号直到文件末尾都没有结束", en: "the quote that opens here is never closed"),
        at: SourceSpan(file: file, range: start..<after(start)),
        help: Localized(zh: "在单元格末尾补上 `\"`，或去掉这个引号", en: "close it with `\"` at the end of the cell, or remove it")))
  }

  private func excess(_ code: String, _ message: Localized, help: Localized? = nil) -> Problems {
    let place = SourceLocation(line: line, column: column)
    return Problems(
      Diagnostic(.error, code, message, at: SourceSpan(file: file, range: place..<after(place)), help: help))
  }

  private var location: SourceLocation { SourceLocation(line: line, column: column) }

  private func after(_ place: SourceLocation) -> SourceLocation {
    SourceLocation(line: Int(place.line), column: Int(place.column) + 1)
  }

  private func isLineBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// Steps over one character, or over a line break: LF, CR, or both.
  private mutating func advance() {
    let byte = bytes[offset]
    offset += 1
    if byte == 0x0A || byte == 0x0D {
      if byte == 0x0D, offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
      line += 1
      column = 1
    } else {
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      column += 1
    }
  }
}
