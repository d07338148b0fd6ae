internal import Diagnostics

/// What is left of the limits of a workbook; all of its sheets draw on it.
struct WorkbookBudget {
  /// The size of a part that describes the workbook: its sheets, links and styles.
  static let maximumDescription = 32 << 20

  let limits: WorkbookLimits
  var inflatedBytes: Int
  var cells: Int
  var textBytes: Int

  init(_ limits: WorkbookLimits) {
    self.limits = limits
    inflatedBytes = limits.inflatedBytes
    cells = limits.cells
    textBytes = limits.textBytes
  }

  /// Takes what a part will be uncompressed, which it can then not exceed. What only describes the workbook is held in
  /// memory whole, and small.
  mutating func inflate(_ entry: ZipEntry, holdsCells: Bool, in file: SourceFile) throws(Problems) {
    if entry.size > inflatedBytes {
      throw Problems(
        Diagnostic(
          .error, "too-large",
          Localized(
            zh: "工作簿解压后超过上限 \(limits.inflatedBytes) 字节（部件 `\(entry.name.excerpt)` 有 \(entry.size) 字节）",
            en:
              "the workbook is larger than \(limits.inflatedBytes) bytes uncompressed; its part `\(entry.name.excerpt)` has \(entry.size) bytes"
          ), at: SourceSpan(file: file), help: Self.cutDown))
    }
    if !holdsCells, entry.size > Self.maximumDescription {
      throw Problems(
        Diagnostic(
          .error, "too-large",
          Localized(
            zh: "部件 `\(entry.name.excerpt)` 解压后有 \(entry.size) 字节，超过上限 \(Self.maximumDescription) 字节",
            en:
              "the part `\(entry.name.excerpt)` has \(entry.size) bytes uncompressed; the limit is \(Self.maximumDescription) bytes"
          ), at: SourceSpan(file: file), help: Self.cutDown))
    }
    // A division, so that no size overflows.
    if entry.size > 1 << 20, entry.size / max(1, limits.ratio) > entry.packedSize {
      throw Problems(
        Diagnostic(
          .error, "suspicious-compression",
          Localized(
            zh: "部件 `\(entry.name.excerpt)` 解压后膨胀超过 \(limits.ratio) 倍，可能是压缩炸弹",
            en: "the part `\(entry.name.excerpt)` grows more than \(limits.ratio) times uncompressed, as a bomb does"),
          at: SourceSpan(file: file), help: Self.cutDown))
    }
    inflatedBytes -= entry.size
  }

  /// Takes a cell with a text of so many bytes; nil where that was too much, else what is wrong.
  @inline(__always)
  mutating func take(textBytes count: Int) -> Bool {
    cells -= 1
    textBytes -= count
    return cells >= 0 && textBytes >= 0
  }

  /// What to say when `take` failed.
  func excess(at span: SourceSpan) -> Diagnostic {
    let message =
      cells < 0
      ? Localized(
        zh: "工作簿中有内容的单元格超过 \(limits.cells) 个", en: "more than \(limits.cells) cells of the workbook hold something")
      : Localized(
        zh: "工作簿中的文字超过 \(limits.textBytes) 字节", en: "the texts of the workbook have more than \(limits.textBytes) bytes"
      )
    return Diagnostic(.error, cells < 0 ? "too-many-cells" : "too-much-text", message, at: span, help: Self.cutDown)
  }

  private static var cutDown: Localized {
    Localized(zh: "请只留下需要的工作表，再另存", en: "keep only the sheets that are needed, and save it again")
  }
}
