import Diagnostics
import Documents
import Testing

/// The archive that a workbook is.
struct ArchiveTests {
  private let book = Book("<row r='1'><c r='A1' t='s'><v>0</v></c></row>", texts: "<si><t>甲</t></si>")
  private let shown = "报价表\n  1: A1 甲"

  @Test func `parts may be stored, and described behind their bytes or in 64 bits`() throws {
    func all(_ change: (inout Archive.Part) -> Void) throws(Problems) -> String {
      var parts = book.parts
      for index in parts.indices { change(&parts[index]) }
      return try outline(Archive(parts: parts).bytes)
    }
    #expect(try all { $0.isDeflated = false } == shown)
    #expect(try all { $0.hasDescriptor = true } == shown)
    #expect(try all { $0.isWide = true } == shown)
    #expect(try all { $0.name = "\\" + $0.name.replacing("/", with: "\\").uppercased() } == shown)
  }

  @Test func `the directory may be in 64 bits, and a comment may follow it`() throws {
    var archive = Archive(parts: book.parts)
    archive.comment = Array("PK\u{5}\u{6} comment".utf8)
    #expect(try outline(archive.bytes) == shown)
    archive.isWide = true
    #expect(try outline(archive.bytes) == shown)
  }

  @Test func `folders are no parts`() throws {
    #expect(
      try outline(Archive(parts: [Archive.Part("xl/", ""), Archive.Part("xl/", "")] + book.parts).bytes) == shown)
  }

  @Test func `a part that is not read may be anything`() throws {
    var picture = Archive.Part("xl/media/image1.png", String(repeating: "x", count: 100))
    picture.checksum = 1
    picture.method = 99
    #expect(try outline(Archive(parts: book.parts + [picture]).bytes) == shown)
  }
}
