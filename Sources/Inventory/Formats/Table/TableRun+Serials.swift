internal import Documents

extension TableRun {
  /// The serial numbers of a position; that a column has something else is said once.
  mutating func readSerials(_ cells: RowCells, _ draft: inout RowDraft, _ block: inout TableBlock) {
    guard let entry = cells.said(.serial) else { return }
    let span = block.table.span(entry.cell)
    let pieces = Self.pieces(of: entry.text.text)
    draft.add(SerialNumbers(pieces.map { Found(text: $0, span: span) }))
    guard let odd = pieces.first(where: { SerialNumber.meaning(of: $0) == nil }),
      block.said.insert("serial \(entry.column.number)").inserted
    else { return }
    draft.note(
      "no-serial", .note, zh: "“\(odd.brief)”不是序列号，没有记下",
      en: "“\(odd.brief)” is no serial number and is left out", at: span)
  }

  /// Takes a row of nothing but serial numbers: they are further ones of the position above. False where it is none.
  mutating func readFurtherSerials(_ cells: RowCells, _ block: TableBlock) -> Bool {
    guard !isLong, drafts.count > block.start, !block.isTotalled, let entry = cells.said(.serial),
      cells.written.count == 1
    else { return false }
    let pieces = Self.pieces(of: entry.text.text)
    guard !pieces.isEmpty, pieces.allSatisfy({ !$0.contains(" ") && SerialNumber.meaning(of: $0) != nil }) else {
      return false
    }
    let span = block.table.span(entry.cell)
    drafts[drafts.count - 1].add(SerialNumbers(pieces.map { Found(text: $0, span: span) }))
    return true
  }

  /// The numbers that are listed in a cell. A space parts them only if there is a number on both sides of it.
  private static func pieces(of text: String) -> [String] {
    text.split { "、，,；;".contains($0) || $0.isNewline }.flatMap { piece in
      let words = piece.split { $0.isWhitespace }.map(String.init)
      return words.allSatisfy { SerialNumber.meaning(of: $0) != nil } ? words : [words.joined(separator: " ")]
    }.filter { !$0.isEmpty }
  }
}
