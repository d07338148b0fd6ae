internal import Diagnostics

/// A file that is no workbook this reader knows, though it may go by the name of one.
enum ForeignFile {
  case empty
  case encrypted
  case oldWorkbook
  case oldOffice
  case noArchive
  case openDocument
  case noWorkbook

  /// What the bytes show; nil for an archive.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    if bytes.isEmpty {
      self = .empty
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      // A compound file names its streams in UTF-16.
      self =
        bytes.holdsWide("EncryptedPackage")
        ? .encrypted : bytes.holdsWide("Workbook") || bytes.holdsWide("Book") ? .oldWorkbook : .oldOffice
    } else if !bytes.starts(with: [0x50, 0x4B]) {
      self = .noArchive
    } else {
      return nil
    }
  }

  /// What the parts of an archive show; nil for Office Open XML.
  init?(_ archive: ZipArchive) {
    guard archive.entry("[Content_Types].xml") == nil else { return nil }
    self = archive.entry("content.xml") != nil && archive.entry("mimetype") != nil ? .openDocument : .noWorkbook
  }

  func problems(in file: SourceFile) -> Problems {
    let (code, message, help) = words
    return Problems(Diagnostic(.error, code, message, at: SourceSpan(file: file), help: help))
  }

  /// What to do with a file that a spreadsheet program can open.
  static var saveAsWorkbook: Localized {
    Localized(zh: "请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV", en: "open it in Excel or WPS and save it as .xlsx or CSV")
  }

  private var words: (code: String, message: Localized, help: Localized) {
    switch self {
    case .empty:
      (
        "no-document", Localized(zh: "文件中没有内容", en: "the file holds no document"),
        Localized(zh: "文件可能没有下载完整，请重新获取", en: "the file may not have been downloaded whole; get it again")
      )
    case .encrypted:
      (
        "encrypted-workbook", Localized(zh: "工作簿设有打开密码", en: "the workbook is protected by a password"),
        Localized(
          zh: "请在 Excel 中打开，在“文件 > 信息 > 保护工作簿 > 用密码进行加密”中清空密码，再保存",
          en:
            "open it in Excel, clear the password under File > Info > Protect Workbook > Encrypt with Password, and save it"
        )
      )
    case .oldWorkbook:
      (
        "old-workbook", Localized(zh: "这是旧版 Excel 的工作簿（.xls）", en: "this is a workbook of an old Excel (.xls)"),
        Self.saveAsWorkbook
      )
    case .oldOffice:
      (
        "no-workbook", Localized(zh: "这是旧版 Office 的文件，不是工作簿", en: "this is a file of an old Office, but no workbook"),
        Self.saveAsWorkbook
      )
    case .noArchive:
      (
        "no-workbook", Localized(zh: "这不是 Excel 工作簿", en: "this is no workbook of Excel"),
        Localized(
          zh: "如果是文本，请以 .csv 为扩展名；否则请在 Excel 或 WPS 中另存为 .xlsx",
          en: "name it .csv if it is a text; else save it as .xlsx in Excel or WPS")
      )
    case .openDocument:
      (
        "open-document", Localized(zh: "这是 OpenDocument 文件（.ods）", en: "this is a file of OpenDocument (.ods)"),
        Localized(zh: "请在 LibreOffice 或 WPS 中另存为 .xlsx", en: "save it as .xlsx in LibreOffice or WPS")
      )
    case .noWorkbook:
      (
        "no-workbook", Localized(zh: "这是压缩包，不是 Excel 工作簿", en: "this is an archive, but no workbook of Excel"),
        Localized(zh: "如果工作簿在压缩包里，请先解压", en: "unpack it if a workbook is inside")
      )
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a word of ASCII letters stands somewhere in UTF-16, the low byte first, in whatever case.
  fileprivate func holdsWide(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard length > 0, count >= 2 * length else { return false }
    return (0...count - 2 * length).contains { start in
      (0..<length).allSatisfy {
        self[start + 2 * $0] | 0x20 == text.utf8Start[$0] | 0x20 && self[start + 2 * $0 + 1] == 0
      }
    }
  }
}
