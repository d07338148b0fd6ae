internal import Diagnostics
internal import Documents
internal import Quantities

extension TableRun {
  /// Holds a row of totals against the rows above it. It is never a position.
  mutating func checkTotals(_ row: Table.Row, _ cells: RowCells, isSubtotal: Bool, _ block: inout TableBlock) {
    let scopes = isSubtotal ? [block.sums.section, block.sums.table] : [block.sums.part, block.sums.table]
    if let entry = cells.said(.quantity),
      case .value(let value) = CellQuantity(entry.text, factor: entry.column.text.countFactor)
    {
      check(value, room: .zero, scopes.map(\.quantity), Localized(zh: "数量", en: "quantity"), entry.cell, block)
    }
    var scratch = RowDraft(span: SourceSpan(file: block.table.file))
    for cell in row.cells {
      let isTotal = block.column(at: cell.column)?.field == .total
      guard isTotal || block.column(at: cell.column)?.field != .quantity,
        let column = block.column(.total) ?? block.column(.unitPrice)
      else { continue }
      var text = CellText(cell.text)
      // 合计（大写）：陆拾叁万玖仟元整: the label stands in the same cell.
      if !isTotal {
        guard let range = text.key.firstRange(of: ":"), !text.isMissing else { continue }
        text = CellText(String(text.key[range.upperBound...]))
        guard case .amount = CellMoney(text, unit: nil, currency: project.currency).reading else { continue }
      }
      guard !text.isMissing,
        let (value, step) = amount(.init(cell: cell, text: text, column: column), &scratch, &block)
      else { continue }
      let room = (try? step / Rational(2)) ?? .zero
      check(
        value, room: step > .one || !value.isWhole ? room : .zero, scopes.map(\.amount),
        Localized(zh: "金额", en: "amount"), cell, block)
    }
    for note in scratch.notes { loose.append((note, max(0, drafts.count - 1))) }
    block.sums.section = TableSums()
    if !isSubtotal {
      block.sums.part = TableSums()
      block.isTotalled = true
    }
  }

  private mutating func check(
    _ total: Rational, room: Rational, _ scopes: [TableSums.Figures], _ what: Localized, _ cell: Table.Cell,
    _ block: TableBlock
  ) {
    guard !scopes.contains(where: { $0.agree(with: total, room: room) }) else { return }
    let note: RowDraft.Note
    if let sum = scopes[0].main {
      note = .init(
        code: "total-mismatch", severity: .warning,
        message: Localized(
          zh: "各行\(what.zh)合计是 \(sum.description)，表中写的是 \(total.description)；以各行为准",
          en:
            "the \(what.en) of the rows adds up to \(sum.description), but the table says \(total.description); the rows stand"
        ),
        span: block.table.span(cell))
    } else {
      note = .init(
        code: "total-unchecked", severity: .warning,
        message: Localized(
          zh: "表中\(what.zh)合计是 \(total.description)，有的行没有\(what.zh)，无法核对",
          en:
            "the table says that the \(what.en) adds up to \(total.description); some rows have none, so it cannot be checked"
        ),
        span: block.table.span(cell))
    }
    loose.append((note, max(0, drafts.count - 1)))
  }
}
