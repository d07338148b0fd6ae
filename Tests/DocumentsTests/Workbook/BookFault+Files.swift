extension BookFault {
  /// Files that are no workbook, or one that cannot be opened.
  static let files: [BookFault] = [
    BookFault(
      "nothing", [],
      #"""
      bid.xlsx: error: the file holds no document [no-document]
        help: the file may not have been downloaded whole; get it again
      """#,
      zh: #"""
        文件中没有内容|文件可能没有下载完整，请重新获取
        """#),
    BookFault(
      "a text", Array("序号,名称".utf8),
      #"""
      bid.xlsx: error: this is no workbook of Excel [no-workbook]
        help: name it .csv if it is a text; else save it as .xlsx in Excel or WPS
      """#,
      zh: #"""
        这不是 Excel 工作簿|如果是文本，请以 .csv 为扩展名；否则请在 Excel 或 WPS 中另存为 .xlsx
        """#),
    BookFault(
      "a workbook with a password", compound("EncryptionInfo", "EncryptedPackage"),
      #"""
      bid.xlsx: error: the workbook is protected by a password [encrypted-workbook]
        help: open it in Excel, clear the password under File > Info > Protect Workbook > Encrypt with Password, and save it
      """#,
      zh: #"""
        工作簿设有打开密码|请在 Excel 中打开，在“文件 > 信息 > 保护工作簿 > 用密码进行加密”中清空密码，再保存
        """#),
    BookFault(
      "an old workbook", compound("Workbook"),
      #"""
      bid.xlsx: error: this is a workbook of an old Excel (.xls) [old-workbook]
        help: open it in Excel or WPS and save it as .xlsx or CSV
      """#,
      zh: #"""
        这是旧版 Excel 的工作簿（.xls）|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
        """#),
    BookFault(
      "a workbook older still", compound("BOOK"),
      #"""
      bid.xlsx: error: this is a workbook of an old Excel (.xls) [old-workbook]
        help: open it in Excel or WPS and save it as .xlsx or CSV
      """#,
      zh: #"""
        这是旧版 Excel 的工作簿（.xls）|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
        """#),
    BookFault(
      "an old document", compound("WordDocument"),
      #"""
      bid.xlsx: error: this is a file of an old Office, but no workbook [no-workbook]
        help: open it in Excel or WPS and save it as .xlsx or CSV
      """#,
      zh: #"""
        这是旧版 Office 的文件，不是工作簿|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
        """#),
    BookFault(
      "an archive cut off", Array(Book("").bytes.dropLast(40)),
      #"""
      bid.xlsx: error: the workbook is cut off: its archive has no directory [cut-workbook]
        help: the file may not have been downloaded whole; get it again
      """#,
      zh: #"""
        工作簿不完整：找不到压缩包的目录|文件可能没有下载完整，请重新获取
        """#),
    BookFault(
      "an archive of something else", Archive(parts: [Archive.Part("bid.csv", "a")]).bytes,
      #"""
      bid.xlsx: error: this is an archive, but no workbook of Excel [no-workbook]
        help: unpack it if a workbook is inside
      """#,
      zh: #"""
        这是压缩包，不是 Excel 工作簿|如果工作簿在压缩包里，请先解压
        """#),
    BookFault(
      "an empty archive", Archive(parts: []).bytes,
      #"""
      bid.xlsx: error: this is an archive, but no workbook of Excel [no-workbook]
        help: unpack it if a workbook is inside
      """#,
      zh: #"""
        这是压缩包，不是 Excel 工作簿|如果工作簿在压缩包里，请先解压
        """#),
    BookFault(
      "a file of OpenDocument",
      Archive(parts: [
        Archive.Part("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), Archive.Part("content.xml", "<a/>"),
      ]).bytes,
      #"""
      bid.xlsx: error: this is a file of OpenDocument (.ods) [open-document]
        help: save it as .xlsx in LibreOffice or WPS
      """#,
      zh: #"""
        这是 OpenDocument 文件（.ods）|请在 LibreOffice 或 WPS 中另存为 .xlsx
        """#),
    BookFault(
      "a binary workbook", book(type: "application/vnd.ms-excel.sheet.binary.macroEnabled.main"),
      #"""
      bid.xlsx: error: this is a binary workbook (.xlsb) [binary-workbook]
        help: open it in Excel or WPS and save it as .xlsx or CSV
      """#,
      zh: #"""
        这是二进制工作簿（.xlsb）|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
        """#),
    BookFault(
      "a document of Word",
      book(type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"),
      #"""
      bid.xlsx: error: this is a document of Word, not a workbook [no-workbook]
        help: copy its tables into a workbook and save that as .xlsx
      """#,
      zh: #"""
        这是 Word 文档，不是工作簿|请把其中的表格复制到工作簿，存为 .xlsx
        """#),
    BookFault(
      "a presentation",
      book(type: "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"),
      #"""
      bid.xlsx: error: this is a presentation of PowerPoint, not a workbook [no-workbook]
        help: copy its tables into a workbook and save that as .xlsx
      """#,
      zh: #"""
        这是 PowerPoint 演示文稿，不是工作簿|请把其中的表格复制到工作簿，存为 .xlsx
        """#),
    BookFault(
      "a package of something else", book(type: "application/vnd.ms-visio.drawing.main+xml"),
      #"""
      bid.xlsx: error: this file of Office is no workbook [no-workbook]
        help: open it in Excel or WPS and save it as .xlsx or CSV
      """#,
      zh: #"""
        这个 Office 文件不是工作簿|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
        """#),
    BookFault(
      "a package without a main part", Archive(parts: [Archive.Part("[Content_Types].xml", types)]).bytes,
      #"""
      bid.xlsx: error: this file of Office is no workbook [no-workbook]
        help: open it in Excel or WPS and save it as .xlsx or CSV
      """#,
      zh: #"""
        这个 Office 文件不是工作簿|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
        """#),
  ]
}

/// A compound file of an old Office, as far as its streams have names.
private func compound(_ streams: String...) -> [UInt8] {
  [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 504)
    + streams.flatMap { $0.utf8.flatMap { [$0, 0] } + [0, 0] }
}

private func book(type: String) -> [UInt8] {
  var book = Book("")
  book.mainType = type
  return book.bytes
}

private let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
