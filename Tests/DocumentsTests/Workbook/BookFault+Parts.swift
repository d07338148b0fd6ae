extension BookFault {
  /// Workbooks with parts missing, or with sheets that are wrong.
  static let parts: [BookFault] = [
    BookFault(
      "a workbook without its main part", without("xl/workbook.xml"),
      #"""
      bid.xlsx: error: the part `xl/workbook.xml` is missing in the workbook [missing-part]
        help: open it in Excel or WPS and save it as .xlsx or CSV
      """#,
      zh: #"""
        工作簿中缺少部件 `xl/workbook.xml`|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
        """#),
    BookFault(
      "a workbook without links", without("xl/_rels/workbook.xml.rels"),
      #"""
      bid.xlsx: error: the workbook does not say which part the sheet `报价表` is [missing-link]
        help: open it in Excel or WPS and save it as .xlsx or CSV
      """#,
      zh: #"""
        工作簿没有说明工作表 `报价表` 是哪个部件|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
        """#),
    BookFault(
      "a workbook without a sheet", without("xl/worksheets/sheet1.xml"),
      #"""
      bid.xlsx: error: the part `xl/worksheets/sheet1.xml` of the sheet `报价表` is missing in the workbook [missing-part]
        help: open it in Excel or WPS and save it as .xlsx or CSV
      """#,
      zh: #"""
        工作簿中缺少工作表 `报价表` 的部件 `xl/worksheets/sheet1.xml`|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
        """#),
    BookFault(
      "a workbook of no sheets", Book([Book.Sheet]()).bytes,
      #"""
      bid.xlsx: error: the workbook has no sheet with cells [no-sheet]
        help: put the table into a sheet with cells
      """#,
      zh: #"""
        工作簿中没有工作表|请把表格放进工作表
        """#),
    BookFault(
      "a sheet that is something else", sheet { $0.bytes = Array("<html/>".utf8) },
      #"""
      bid.xlsx/xl/worksheets/sheet1.xml: error: this part must begin with the element `worksheet` of Office Open XML, not with `html` [wrong-part]
        help: open it in Excel or WPS and save it as .xlsx or CSV
      """#,
      zh: #"""
        这个部件应以 Office Open XML 的元素 `worksheet` 开始，却是 `html`|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
        """#),
    BookFault(
      "a sheet of an unknown namespace", sheet { $0.bytes = Array("<worksheet xmlns='urn:x'/>".utf8) },
      #"""
      bid.xlsx/xl/worksheets/sheet1.xml: error: this part must begin with the element `worksheet` of Office Open XML, not with `{urn:x}worksheet` [wrong-part]
        help: open it in Excel or WPS and save it as .xlsx or CSV
      """#,
      zh: #"""
        这个部件应以 Office Open XML 的元素 `worksheet` 开始，却是 `{urn:x}worksheet`|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
        """#),
    BookFault(
      "a sheet that is cut off", sheet { $0.bytes.removeLast(12) },
      #"""
      bid.xlsx/xl/worksheets/sheet1.xml:1:140: error: the element `worksheet` has no end [unclosed-element]
        help: add `</worksheet>`; the file may also be cut off
      """#,
      zh: #"""
        元素 `worksheet` 没有结束|补上 `</worksheet>`；文件也可能不完整
        """#),
    BookFault(
      "a sheet that is empty", sheet { $0.bytes = [] },
      #"""
      bid.xlsx/xl/worksheets/sheet1.xml: error: the file holds no document [no-document]
      """#,
      zh: #"""
        文件中没有内容
        """#),
    BookFault(
      "a sheet with a bomb of entities",
      sheet { $0.bytes = Array("<!DOCTYPE a [<!ENTITY b '&c;&c;'>]><a>&b;</a>".utf8) },
      #"""
      bid.xlsx/xl/worksheets/sheet1.xml:1:13: error: a document type (DOCTYPE) is not allowed in XML [document-type]
        help: delete the `<!DOCTYPE …>`
      """#,
      zh: #"""
        XML 中不允许文档类型声明（DOCTYPE）|请删去 `<!DOCTYPE …>`
        """#),
    BookFault(
      "a place that is none", Book("<row r='1'><c r='1A'><v>1</v></c></row>").bytes,
      #"""
      bid.xlsx:报价表!A1: error: `1A` is no place of a cell here [bad-reference]
        help: open it in Excel or WPS and save it as .xlsx or CSV
      """#,
      zh: #"""
        单元格的位置 `1A` 不对|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
        """#),
    BookFault(
      "a place in another row", Book("<row r='1'><c r='A2'><v>1</v></c></row>").bytes,
      #"""
      bid.xlsx:报价表!A1: error: `A2` is no place of a cell here [bad-reference]
        help: open it in Excel or WPS and save it as .xlsx or CSV
      """#,
      zh: #"""
        单元格的位置 `A2` 不对|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
        """#),
    BookFault(
      "a column that is too far", Book("<row r='1'><c r='XFE1'><v>1</v></c></row>").bytes,
      #"""
      bid.xlsx:报价表!A1: error: `XFE1` is no place of a cell here [bad-reference]
        help: open it in Excel or WPS and save it as .xlsx or CSV
      """#,
      zh: #"""
        单元格的位置 `XFE1` 不对|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
        """#),
    BookFault(
      "a column that is too far by one", Book("<row r='1'><c r='XFD1'/><c/></row>").bytes,
      #"""
      bid.xlsx:报价表!XFE1: error: the sheet has more than 1048576 rows or 16384 columns [sheet-too-large]
        help: open it in Excel or WPS and save it as .xlsx or CSV
      """#,
      zh: #"""
        工作表超过 1048576 行或 16384 列|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
        """#),
    BookFault(
      "a row that is too far", Book("<row r='1048577'/>").bytes,
      #"""
      bid.xlsx:报价表!A1048577: error: the sheet has more than 1048576 rows or 16384 columns [sheet-too-large]
        help: open it in Excel or WPS and save it as .xlsx or CSV
      """#,
      zh: #"""
        工作表超过 1048576 行或 16384 列|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
        """#),
    BookFault(
      "a row that is too far by one", Book("<row r='1048576'/><row/>").bytes,
      #"""
      bid.xlsx:报价表!A1048577: error: the sheet has more than 1048576 rows or 16384 columns [sheet-too-large]
        help: open it in Excel or WPS and save it as .xlsx or CSV
      """#,
      zh: #"""
        工作表超过 1048576 行或 16384 列|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
        """#),
    BookFault(
      "a row that is no number", Book("<row r='x'/>").bytes,
      #"""
      bid.xlsx:报价表!A1: error: `x` is no place of a cell here [bad-reference]
        help: open it in Excel or WPS and save it as .xlsx or CSV
      """#,
      zh: #"""
        单元格的位置 `x` 不对|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
        """#),
    BookFault(
      "rows out of order", Book("<row r='2'/><row r='1'/>").bytes,
      #"""
      bid.xlsx:报价表!A1: error: rows or cells are out of order, or there twice [cells-out-of-order]
        help: open it in Excel or WPS and save it as .xlsx or CSV
      """#,
      zh: #"""
        行或单元格没有按顺序排列，或出现了两次|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
        """#),
    BookFault(
      "a row twice", Book("<row r='2'/><row r='2'/>").bytes,
      #"""
      bid.xlsx:报价表!A2: error: rows or cells are out of order, or there twice [cells-out-of-order]
        help: open it in Excel or WPS and save it as .xlsx or CSV
      """#,
      zh: #"""
        行或单元格没有按顺序排列，或出现了两次|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
        """#),
    BookFault(
      "a cell twice", Book("<row r='1'><c r='B1'/><c r='B1'/></row>").bytes,
      #"""
      bid.xlsx:报价表!B1: error: rows or cells are out of order, or there twice [cells-out-of-order]
        help: open it in Excel or WPS and save it as .xlsx or CSV
      """#,
      zh: #"""
        行或单元格没有按顺序排列，或出现了两次|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
        """#),
    BookFault(
      "a cell of an unknown type", Book("<row r='1'><c r='B1' t='x'/></row>").bytes,
      #"""
      bid.xlsx:报价表!B1: error: unknown type of cell `x` [unknown-cell-type]
        help: open it in Excel or WPS and save it as .xlsx or CSV
      """#,
      zh: #"""
        未知的单元格类型 `x`|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
        """#),
    BookFault(
      "a merge that is none", Book([.init("一", "<mergeCells><mergeCell ref='B2:A1'/></mergeCells>")]).bytes,
      #"""
      bid.xlsx:一: error: `B2:A1` are no cells that can be merged [bad-reference]
        help: open it in Excel or WPS and save it as .xlsx or CSV
      """#,
      zh: #"""
        合并单元格的范围 `B2:A1` 不对|请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV
        """#),
  ]
}

private func without(_ name: String) -> [UInt8] { Archive(parts: Book("").parts.filter { $0.name != name }).bytes }
