internal import Diagnostics

/// How cells are shown, as far as it says what they hold.
struct Styles: XMLHandler {
  /// Excel itself takes 65,490.
  static let maximumCount = 1 << 17

  /// Whether a cell of each style shows its number as a day.
  private(set) var days: [Bool] = []
  private var custom: [Int: Bool] = [:]
  private var isInCellFormats = false
  private var elements: PackageElements
  private let span: SourceSpan

  init(in file: SourceFile) {
    elements = PackageElements("styleSheet", of: .spreadsheet, in: file)
    span = SourceSpan(file: file)
  }

  mutating func open(_ tag: XMLTag) throws(Problems) {
    guard try elements.enters(tag) else { return }
    if tag.name.hasText("numFmt") {
      // Those of tables and conditions stand elsewhere and have numbers of their own.
      guard let id = tag.value("numFmtId")?.wholeNumber, let code = tag.value("formatCode") else { return }
      custom[id] = NumberFormat.isDay(String(utf8: code))
    } else if tag.name.hasText("cellXfs") {
      isInCellFormats = true
    } else if tag.name.hasText("cellStyleXfs") || tag.name.hasText("dxfs") {
      elements.skip()
    } else if tag.name.hasText("xf"), isInCellFormats {
      let id = tag.value("numFmtId")?.wholeNumber ?? 0
      days.append(custom[id] ?? NumberFormat.isDay(id))
    }
    guard days.count <= Self.maximumCount, custom.count <= Self.maximumCount else {
      throw Problems(
        Diagnostic(
          .error, "too-many-styles",
          Localized(
            zh: "工作簿的单元格样式超过 \(Self.maximumCount) 种",
            en: "the workbook has more than \(Self.maximumCount) styles of cells"),
          at: span, help: ForeignFile.saveAsWorkbook))
    }
  }

  mutating func close(_ end: XMLEnd) throws(Problems) {
    if elements.leaves(), end.name.hasText("cellXfs") { isInCellFormats = false }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Problems) {}
}
