internal import Diagnostics

/// The texts that cells of text only point to.
struct SharedStrings: XMLHandler {
  private(set) var texts: [String] = []
  private var elements: PackageElements
  private var text = CellText()
  private var isInText = false
  private let limits: WorkbookLimits
  private let span: SourceSpan
  private var textBytes = 0

  init(in file: SourceFile, limits: WorkbookLimits) {
    elements = PackageElements("sst", of: .spreadsheet, in: file)
    self.limits = limits
    span = SourceSpan(file: file)
  }

  mutating func open(_ tag: XMLTag) throws(Problems) {
    guard try elements.enters(tag) else { return }
    if tag.name.hasText("t") {
      isInText = true
    } else if tag.name.hasText("si") {
      text.removeAll()
    } else if tag.name.hasText("rPh") {
      // How a text is pronounced stands beside it.
      elements.skip()
    }
  }

  mutating func close(_ end: XMLEnd) throws(Problems) {
    guard elements.leaves() else { return }
    if end.name.hasText("t") {
      isInText = false
    } else if end.name.hasText("si") {
      textBytes += text.bytes.count
      guard texts.count < limits.cells, textBytes <= limits.textBytes else {
        throw Problems(
          Diagnostic(
            .error, "too-much-text",
            Localized(
              zh: "工作簿中的文字超过 \(limits.cells) 段或 \(limits.textBytes) 字节",
              en: "the workbook holds more than \(limits.cells) texts, or texts of more than \(limits.textBytes) bytes"),
            at: span))
      }
      texts.append(text.string)
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Problems) {
    if isInText, !text.add(bytes) { throw CellText.tooLong(at: span) }
  }
}
