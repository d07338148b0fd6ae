internal import Diagnostics
internal import Documents
internal import Inventory

/// A file that is a procurement sheet: a workbook, or separated values in whatever encoding.
struct TableInput {
  /// Its sheets, or its one table.
  let tables: [Table]

  /// The tables of a file; nil where it is written in something else.
  ///
  /// - Throws: what is wrong with it as a file of tables.
  init?(_ bytes: [UInt8], name: String, format: BomFormat?) throws(Problems) {
    guard format == nil || format == .table else { return nil }
    let suffix = name.fileSuffix
    // An archive, or one of the containers of old workbooks and encrypted ones, whatever it is called.
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
      || ["xlsx", "xlsm", "xls"].contains(suffix)
    {
      tables = try Workbook.tables(in: bytes, name: name)
      return
    }
    if format == .table || ["csv", "tsv", "tab"].contains(suffix) {
      let file = try SourceFile.decodingTable(bytes, name: name)
      try Engine.refuseEmpty(file)
      if format == nil, BomFormat(ofTable: file) != nil { return nil }
      tables = [try CSV.table(in: file)]
      return
    }
    // Any other name speaks for itself; a text without one is a table where it has the header of one.
    guard !["yaml", "yml", "json", "ndjson", "jsonl", "xml"].contains(suffix), Self.beginsAsTable(bytes, name: name)
    else { return nil }
    tables = [try CSV.table(in: SourceFile.decodingTable(bytes, name: name))]
  }

  /// Whether the first rows of a text hold the header of a table.
  private static func beginsAsTable(_ bytes: [UInt8], name: String) -> Bool {
    guard let first = bytes.first(where: { $0 > 0x20 }), !"{[<".utf8.contains(first) else { return false }
    let limit = 1 << 16
    // Whole lines, so that no character is cut.
    let end = bytes.count <= limit ? bytes.count : bytes[..<limit].lastIndex(of: 0x0A) ?? 0
    guard let file = try? SourceFile.decodingTable(Array(bytes[..<end]), name: name),
      let table = try? CSV.table(in: file)
    else { return false }
    return TableReader.recognises(table)
  }
}
