internal import Diagnostics

/// A package of Office Open XML that is no workbook in XML.
enum OfficeFile {
  case binaryWorkbook
  case text
  case slides
  case unknown

  /// What the main part shows; nil for a workbook, and where nothing is said of it.
  init?(part: String, type: String) {
    if type.hasPrefix("application/vnd.ms-excel.sheet.binary") || part.lowercased().hasSuffix(".bin") {
      self = .binaryWorkbook
    } else if type.hasSuffix("sheet.main+xml") || type.hasSuffix("template.main+xml") && type.isSpreadsheet
      || type.hasSuffix("macroEnabled.main+xml") && type.isSpreadsheet || type.isEmpty || type == "application/xml"
    {
      return nil
    } else if type.isOf("word") {
      self = .text
    } else if type.isOf("powerpoint") || type.isOf("presentation") {
      self = .slides
    } else {
      self = .unknown
    }
  }

  func problems(in file: SourceFile) -> Problems {
    let help: Localized
    let message: Localized
    switch self {
    case .binaryWorkbook:
      message = Localized(zh: "这是二进制工作簿（.xlsb）", en: "this is a binary workbook (.xlsb)")
      help = ForeignFile.saveAsWorkbook
    case .text:
      message = Localized(zh: "这是 Word 文档，不是工作簿", en: "this is a document of Word, not a workbook")
      help = Localized(zh: "请把其中的表格复制到工作簿，存为 .xlsx", en: "copy its tables into a workbook and save that as .xlsx")
    case .slides:
      message = Localized(zh: "这是 PowerPoint 演示文稿，不是工作簿", en: "this is a presentation of PowerPoint, not a workbook")
      help = Localized(zh: "请把其中的表格复制到工作簿，存为 .xlsx", en: "copy its tables into a workbook and save that as .xlsx")
    case .unknown:
      message = Localized(zh: "这个 Office 文件不是工作簿", en: "this file of Office is no workbook")
      help = ForeignFile.saveAsWorkbook
    }
    let code = self == .binaryWorkbook ? "binary-workbook" : "no-workbook"
    return Problems(Diagnostic(.error, code, message, at: SourceSpan(file: file), help: help))
  }
}

extension String {
  /// Whether a content type is one of a program or of its documents.
  fileprivate func isOf(_ program: String) -> Bool {
    split { $0 == "." || $0 == "-" || $0 == "/" }.contains { $0.hasPrefix(program) }
  }

  fileprivate var isSpreadsheet: Bool { isOf("excel") || isOf("spreadsheetml") }
}
