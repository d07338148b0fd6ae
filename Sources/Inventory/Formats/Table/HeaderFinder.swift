internal import Diagnostics
internal import Documents

/// Finds headers among the rows of a table.
struct HeaderFinder {
  let table: Table
  let mapping: TableMapping?
  /// What is recognised in the first row, where that is known already.
  var first: TableHeader?

  /// The header that begins in a row: one row, or two of which the upper one spans columns of the lower one.
  func header(at index: Int) -> TableHeader? {
    let single = header(of: index..<index + 1)
    if let double = doubleHeader(at: index), double.isCredible { return double }
    return single.isCredible ? single : nil
  }

  /// What is recognised in a row, however little.
  func header(of rows: Range<Int>) -> TableHeader {
    if let first, rows == 0..<1 { return first }
    var header = TableHeader(rows: rows, columns: [], unknown: [])
    for (column, title, text, cell) in titles(of: rows) {
      let span = table.span(cell)
      if let field = mapping?.field(of: text, column: column) {
        header.columns.append(
          .init(number: column, title: title, text: text, field: field, rank: 9, span: span))
      } else if let meaning = text.meaning {
        header.columns.append(
          .init(number: column, title: title, text: text, field: meaning.field, rank: meaning.rank, span: span))
      } else {
        header.unknown.append((title, span))
      }
    }
    return header
  }

  private func doubleHeader(at index: Int) -> TableHeader? {
    let rows = table.rows
    guard index + 1 < rows.count, rows[index + 1].number == rows[index].number + 1 else { return nil }
    let lower = rows[index + 1].cells
    guard !lower.isEmpty, lower.allSatisfy({ HeaderText($0.text).isHeading }) else { return nil }
    let upper = Set(rows[index].cells.map(\.column))
    // Under a header that fills every column of the lower row there is a second header, and no part of the first;
    // but a lower row of units and taxes alone belongs to what it stands under.
    let isUnits = lower.allSatisfy { HeaderText($0.text).key.isEmpty }
    guard isUnits || lower.contains(where: { !upper.contains($0.column) }) else { return nil }
    // A row above a header that is whole without it is a title, unless it has columns of its own.
    let below = Set(lower.map(\.column))
    let isWhole = header(of: index + 1..<index + 2).isCredible
    let known = rows[index].cells.contains {
      HeaderText($0.text).meaning != nil && !(isWhole && below.contains($0.column))
    }
    return known ? header(of: index..<index + 2) : nil
  }

  private func titles(of rows: Range<Int>) -> [(Int, String, HeaderText, Table.Cell)] {
    let upper = table.rows[rows.lowerBound].cells
    guard rows.count == 2 else { return upper.map { ($0.column, Self.title($0), HeaderText($0.text), $0) } }
    let lower = table.rows[rows.lowerBound + 1].cells
    var found: [(Int, String, HeaderText, Table.Cell)] = []
    let below = Dictionary(lower.map { ($0.column, $0) }) { first, _ in first }
    let above = Dictionary(upper.map { ($0.column, $0) }) { first, _ in first }
    var wide: Table.Cell?
    for column in Set(below.keys).union(above.keys).sorted() {
      wide = above[column] ?? wide
      guard let cell = below[column] else {
        if let cell = above[column] { found.append((column, Self.title(cell), HeaderText(cell.text), cell)) }
        continue
      }
      let own = HeaderText(cell.text)
      guard let wide else {
        found.append((column, Self.title(cell), own, cell))
        continue
      }
      found.append(
        (column, Self.title(wide) + "/" + Self.title(cell), HeaderText(wide.text).over(own), cell))
    }
    return found
  }

  private static func title(_ cell: Table.Cell) -> String {
    guard cell.text.unicodeScalars.contains(where: \.isBlank) else { return cell.text.brief }
    return String(String.UnicodeScalarView(cell.text.unicodeScalars.filter { !$0.isBlank })).brief
  }
}
