/// A workbook of one sheet, not compressed and with the right checksums, around texts that may be anything.
struct PlainWorkbook {
  /// The texts: the sheet, the shared strings and the styles, with a NUL between them.
  private let texts: [ArraySlice<UInt8>]

  init(_ input: [UInt8]) {
    texts = input.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
  }

  private static let types =
    #"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" "#
    + #"ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#
  private static let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  private static func relationships(_ all: [(kind: String, target: String)]) -> String {
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + all.map { "<Relationship Id=\"\($0.kind)\" Type=\"\(links)/\($0.kind)\" Target=\"\($0.target)\"/>" }.joined()
      + "</Relationships>"
  }

  /// The parts by their names.
  private var parts: [(name: String, bytes: [UInt8])] {
    let own = [("worksheet", "sheet.xml"), ("sharedStrings", "strings.xml"), ("styles", "styles.xml")]
      .prefix(texts.count)
    let workbook =
      "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.links)\">"
      + "<sheets><sheet name=\"报价表\" sheetId=\"1\" r:id=\"worksheet\"/></sheets></workbook>"
    let package = [
      ("[Content_Types].xml", Self.types),
      ("_rels/.rels", Self.relationships([("officeDocument", "xl/workbook.xml")])),
      ("xl/workbook.xml", workbook), ("xl/_rels/workbook.xml.rels", Self.relationships(Array(own))),
    ]
    return package.map { ($0.0, Array($0.1.utf8)) } + zip(own, texts).map { ("xl/" + $0.0.1, Array($0.1)) }
  }

  /// The file.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    let parts = parts
    for part in parts {
      let head =
        little(20, 2) + little(0x800, 2) + little(0, 6) + little(Self.checksum(part.bytes), 4)
        + little(part.bytes.count, 4) + little(part.bytes.count, 4) + little(part.name.utf8.count, 2) + little(0, 2)
      directory += [0x50, 0x4B, 1, 2] + little(20, 2) + head + little(0, 10) + little(bytes.count, 4)
      directory += Array(part.name.utf8)
      bytes += [0x50, 0x4B, 3, 4] + head + Array(part.name.utf8) + part.bytes
    }
    let start = bytes.count
    return bytes + directory + [0x50, 0x4B, 5, 6] + little(0, 4) + little(parts.count, 2) + little(parts.count, 2)
      + little(directory.count, 4) + little(start, 4) + little(0, 2)
  }

  private func little(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 0 ? value >> 1 : value >> 1 ^ 0xEDB8_8320 }
  }

  /// CRC-32.
  private static func checksum(_ bytes: [UInt8]) -> Int {
    Int(~bytes.reduce(~UInt32(0)) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 })
  }
}
