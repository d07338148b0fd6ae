extension BookFault {
  /// Archives with a wrong directory, or with parts that cannot be unpacked.
  static let archives: [BookFault] = [
    BookFault(
      "a directory with too few entries", directory { $0.count = 99 },
      #"""
      bid.xlsx: error: the workbook is damaged: the directory of its archive is wrong [damaged-workbook]
        help: the file may not have been downloaded whole; get it again
      """#,
      zh: #"""
        工作簿已损坏：压缩包的目录不对|文件可能没有下载完整，请重新获取
        """#),
    BookFault(
      "a directory with a bad entry", badEntry,
      #"""
      bid.xlsx: error: the workbook is damaged: the directory of its archive is wrong [damaged-workbook]
        help: the file may not have been downloaded whole; get it again
      """#,
      zh: #"""
        工作簿已损坏：压缩包的目录不对|文件可能没有下载完整，请重新获取
        """#),
    BookFault(
      "a number of parts past the end", directory { $0.comment = [0] }.dropLast().map { $0 },
      #"""
      bid.xlsx: error: the workbook is cut off: its archive has no directory [cut-workbook]
        help: the file may not have been downloaded whole; get it again
      """#,
      zh: #"""
        工作簿不完整：找不到压缩包的目录|文件可能没有下载完整，请重新获取
        """#),
    BookFault(
      "a directory of too many parts", directory { archive in (archive.isWide, archive.count) = (true, 20_001) },
      #"""
      bid.xlsx: error: the workbook has more than 20000 parts [too-many-parts]
        help: open it in Excel or WPS and save it as .xlsx again
      """#,
      zh: #"""
        工作簿中的部件超过 20000 个|请在 Excel 或 WPS 中打开，再另存为 .xlsx
        """#),
    BookFault(
      "a directory in 64 bits that is not there", wideDirectory,
      #"""
      bid.xlsx: error: the workbook is damaged: the directory of its archive is wrong [damaged-workbook]
        help: the file may not have been downloaded whole; get it again
      """#,
      zh: #"""
        工作簿已损坏：压缩包的目录不对|文件可能没有下载完整，请重新获取
        """#),
    BookFault(
      "two parts in one place", twice(header: 0),
      #"""
      bid.xlsx: error: the part `xl/copy.xml` of the workbook overlaps another one [overlapping-parts]
        help: open it in Excel or WPS and save it as .xlsx again
      """#,
      zh: #"""
        工作簿中的部件 `xl/copy.xml` 与另一部件重叠|请在 Excel 或 WPS 中打开，再另存为 .xlsx
        """#),
    BookFault(
      "two parts of a name", twice(header: nil),
      #"""
      bid.xlsx: error: the workbook has two parts `xl/worksheets/sheet1.xml` [duplicate-part]
        help: open it in Excel or WPS and save it as .xlsx again
      """#,
      zh: #"""
        工作簿中有两个部件 `xl/worksheets/sheet1.xml`|请在 Excel 或 WPS 中打开，再另存为 .xlsx
        """#),
    BookFault(
      "a part with a wrong checksum", sheet { $0.checksum = 1 },
      #"""
      bid.xlsx: error: the part `xl/worksheets/sheet1.xml` of the workbook is damaged [damaged-part]
        help: the file may not have been downloaded whole; get it again
      """#,
      zh: #"""
        工作簿中的部件 `xl/worksheets/sheet1.xml` 已损坏|文件可能没有下载完整，请重新获取
        """#),
    BookFault(
      "a part with a wrong checksum that is no XML either", sheet { ($0.bytes, $0.checksum) = ([1, 2, 3], 1) },
      #"""
      bid.xlsx: error: the part `xl/worksheets/sheet1.xml` of the workbook is damaged [damaged-part]
        help: the file may not have been downloaded whole; get it again
      """#,
      zh: #"""
        工作簿中的部件 `xl/worksheets/sheet1.xml` 已损坏|文件可能没有下载完整，请重新获取
        """#),
    BookFault(
      "a part that is shorter than it says", sheet { $0.size = 10_000 },
      #"""
      bid.xlsx: error: the part `xl/worksheets/sheet1.xml` of the workbook is damaged [damaged-part]
        help: the file may not have been downloaded whole; get it again
      """#,
      zh: #"""
        工作簿中的部件 `xl/worksheets/sheet1.xml` 已损坏|文件可能没有下载完整，请重新获取
        """#),
    BookFault(
      "a stored part that is shorter than it says", sheet { ($0.isDeflated, $0.size) = (false, 10_000) },
      #"""
      bid.xlsx: error: the part `xl/worksheets/sheet1.xml` of the workbook is damaged [damaged-part]
        help: the file may not have been downloaded whole; get it again
      """#,
      zh: #"""
        工作簿中的部件 `xl/worksheets/sheet1.xml` 已损坏|文件可能没有下载完整，请重新获取
        """#),
    BookFault(
      "a part that is not deflated", sheet { ($0.isDeflated, $0.method) = (false, 8) },
      #"""
      bid.xlsx: error: the part `xl/worksheets/sheet1.xml` of the workbook is damaged [damaged-part]
        help: the file may not have been downloaded whole; get it again
      """#,
      zh: #"""
        工作簿中的部件 `xl/worksheets/sheet1.xml` 已损坏|文件可能没有下载完整，请重新获取
        """#),
    BookFault(
      "a part without a header", sheet { $0.header = 3 },
      #"""
      bid.xlsx: error: the part `xl/worksheets/sheet1.xml` of the workbook is damaged [damaged-part]
        help: the file may not have been downloaded whole; get it again
      """#,
      zh: #"""
        工作簿中的部件 `xl/worksheets/sheet1.xml` 已损坏|文件可能没有下载完整，请重新获取
        """#),
    BookFault(
      "a part behind the end", sheet { $0.header = 1 << 30 },
      #"""
      bid.xlsx: error: the part `xl/worksheets/sheet1.xml` of the workbook is damaged [damaged-part]
        help: the file may not have been downloaded whole; get it again
      """#,
      zh: #"""
        工作簿中的部件 `xl/worksheets/sheet1.xml` 已损坏|文件可能没有下载完整，请重新获取
        """#),
    BookFault(
      "an encrypted part", sheet { $0.isEncrypted = true },
      #"""
      bid.xlsx: error: the part `xl/worksheets/sheet1.xml` of the workbook is encrypted [encrypted-part]
        help: unpack it and save it in Excel again, without a password
      """#,
      zh: #"""
        工作簿中的部件 `xl/worksheets/sheet1.xml` 已加密|请解压后在 Excel 中重新保存，不设密码
        """#),
    BookFault(
      "a part of another compression", sheet { $0.method = 14 },
      #"""
      bid.xlsx: error: the part `xl/worksheets/sheet1.xml` of the workbook is compressed by the unknown method 14 [unknown-compression]
        help: open it in Excel or WPS and save it as .xlsx again
      """#,
      zh: #"""
        工作簿中的部件 `xl/worksheets/sheet1.xml` 用了未知的压缩方法 14|请在 Excel 或 WPS 中打开，再另存为 .xlsx
        """#),
  ]
}

private func directory(_ change: (inout Archive) -> Void) -> [UInt8] {
  var archive = Archive(parts: Book("").parts)
  change(&archive)
  return archive.bytes
}

/// A directory whose last entry does not begin as one.
private var badEntry: [UInt8] {
  var bytes = Book("").bytes
  let place = bytes.indices.last { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) } ?? 0
  bytes[place] = 0
  return bytes
}

/// A directory in 64 bits whose record is not where it is said to be.
private var wideDirectory: [UInt8] {
  var bytes = directory { $0.isWide = true }
  bytes[bytes.count - 22 - 20 + 8] ^= 1
  return bytes
}

/// The sheet and a second one with its header there, or of the same name.
private func twice(header: Int?) -> [UInt8] {
  var parts = Book("").parts
  var copy = parts[4]
  copy.header = header
  if header != nil { copy.name = "xl/copy.xml" }
  parts.append(copy)
  return Archive(parts: parts).bytes
}
