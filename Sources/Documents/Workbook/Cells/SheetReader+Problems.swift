internal import Diagnostics

extension SheetReader {
  func badReference(_ text: UnsafeBufferPointer<UInt8>) -> Problems {
    let text = String(utf8: text).excerpt
    return stopped(
      "bad-reference",
      Localized(zh: "单元格的位置 `\(text)` 不对", en: "`\(text)` is no place of a cell here"))
  }

  func badArea(_ text: UnsafeBufferPointer<UInt8>) -> Problems {
    let text = String(utf8: text).excerpt
    return stopped(
      "bad-reference",
      Localized(zh: "合并单元格的范围 `\(text)` 不对", en: "`\(text)` are no cells that can be merged"),
      at: SourceSpan(file: file))
  }

  func unordered() -> Problems {
    stopped(
      "cells-out-of-order",
      Localized(zh: "行或单元格没有按顺序排列，或出现了两次", en: "rows or cells are out of order, or there twice"))
  }

  func outside() -> Problems {
    stopped(
      "sheet-too-large",
      Localized(
        zh: "工作表超过 \(CellReference.maximumRow) 行或 \(CellReference.maximumColumn) 列",
        en: "the sheet has more than \(CellReference.maximumRow) rows or \(CellReference.maximumColumn) columns"))
  }

  func unknownKind(_ text: UnsafeBufferPointer<UInt8>) -> Problems {
    let text = String(utf8: text).excerpt
    return stopped(
      "unknown-cell-type", Localized(zh: "未知的单元格类型 `\(text)`", en: "unknown type of cell `\(text)`"))
  }

  func tooManyMerges() -> Problems {
    stopped(
      "too-many-merges",
      Localized(
        zh: "工作表中的合并单元格超过 \(Self.maximumMerges) 处", en: "the sheet has more than \(Self.maximumMerges) merged cells"),
      at: SourceSpan(file: file))
  }

  private func stopped(_ code: String, _ message: Localized, at place: SourceSpan? = nil) -> Problems {
    Problems(Diagnostic(.error, code, message, at: place ?? span, help: ForeignFile.saveAsWorkbook))
  }
}

extension Problems {
  /// A number that is none.
  mutating func badNumber(_ text: String, at span: SourceSpan) {
    error(
      "bad-number",
      Localized(
        zh: "单元格中的数 `\(text.excerpt)` 写得不对", en: "the number `\(text.excerpt)` of the cell is not well written"),
      at: span, help: ForeignFile.saveAsWorkbook)
  }

  /// A shared text that is not there.
  mutating func badText(_ text: String, count: Int, at span: SourceSpan) {
    error(
      "missing-text",
      Localized(
        zh: "单元格要用第 `\(text.excerpt)` 段共享文字，而工作簿只有 \(count) 段",
        en: "the cell wants the shared text `\(text.excerpt)`, but the workbook has \(count)"),
      at: span, help: ForeignFile.saveAsWorkbook)
  }

  /// A truth that is neither.
  mutating func badFlag(_ text: String, at span: SourceSpan) {
    error(
      "bad-flag",
      Localized(
        zh: "单元格中的逻辑值 `\(text.excerpt)` 写得不对", en: "the truth value `\(text.excerpt)` of the cell is not well written"),
      at: span, help: ForeignFile.saveAsWorkbook)
  }
}
