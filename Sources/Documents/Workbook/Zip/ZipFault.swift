internal import Diagnostics

/// What is wrong with an archive.
enum ZipFault {
  case noDirectory
  case badDirectory
  case tooManyParts
  case overlap(String)
  case duplicate(String)
  case damaged(String)
  case encrypted(String)
  case unknownMethod(String, Int)

  func problems(in file: SourceFile) -> Problems {
    let (code, message, help) = words
    return Problems(Diagnostic(.error, code, message, at: SourceSpan(file: file), help: help))
  }

  private static var fetchAgain: Localized {
    Localized(zh: "文件可能没有下载完整，请重新获取", en: "the file may not have been downloaded whole; get it again")
  }

  private static var saveAgain: Localized {
    Localized(zh: "请在 Excel 或 WPS 中打开，再另存为 .xlsx", en: "open it in Excel or WPS and save it as .xlsx again")
  }

  private var words: (code: String, message: Localized, help: Localized) {
    switch self {
    case .noDirectory:
      (
        "cut-workbook",
        Localized(zh: "工作簿不完整：找不到压缩包的目录", en: "the workbook is cut off: its archive has no directory"),
        Self.fetchAgain
      )
    case .badDirectory:
      (
        "damaged-workbook",
        Localized(zh: "工作簿已损坏：压缩包的目录不对", en: "the workbook is damaged: the directory of its archive is wrong"),
        Self.fetchAgain
      )
    case .tooManyParts:
      (
        "too-many-parts",
        Localized(
          zh: "工作簿中的部件超过 \(ZipArchive.maximumEntries) 个",
          en: "the workbook has more than \(ZipArchive.maximumEntries) parts"),
        Self.saveAgain
      )
    case .overlap(let name):
      (
        "overlapping-parts",
        Localized(
          zh: "工作簿中的部件 `\(name.excerpt)` 与另一部件重叠", en: "the part `\(name.excerpt)` of the workbook overlaps another one"
        ),
        Self.saveAgain
      )
    case .duplicate(let name):
      (
        "duplicate-part",
        Localized(zh: "工作簿中有两个部件 `\(name.excerpt)`", en: "the workbook has two parts `\(name.excerpt)`"),
        Self.saveAgain
      )
    case .damaged(let name):
      (
        "damaged-part",
        Localized(zh: "工作簿中的部件 `\(name.excerpt)` 已损坏", en: "the part `\(name.excerpt)` of the workbook is damaged"),
        Self.fetchAgain
      )
    case .encrypted(let name):
      (
        "encrypted-part",
        Localized(
          zh: "工作簿中的部件 `\(name.excerpt)` 已加密", en: "the part `\(name.excerpt)` of the workbook is encrypted"),
        Localized(zh: "请解压后在 Excel 中重新保存，不设密码", en: "unpack it and save it in Excel again, without a password")
      )
    case .unknownMethod(let name, let method):
      (
        "unknown-compression",
        Localized(
          zh: "工作簿中的部件 `\(name.excerpt)` 用了未知的压缩方法 \(method)",
          en: "the part `\(name.excerpt)` of the workbook is compressed by the unknown method \(method)"),
        Self.saveAgain
      )
    }
  }
}
