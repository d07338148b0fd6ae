import Foundation
import Testing

@testable import Reports

/// The writer looks at eight bytes together: what must be escaped is found wherever it stands among them.
struct JSONWriterTests {
  @Test(arguments: ["\"", "\\", "\n", "\r", "\t", "\u{0}", "\u{1}", "\u{1F}", "\u{7F}"], 0..<19)
  func `a text is read back as it was, with no control character in the JSON`(special: String, place: Int) throws {
    for filler in ["a", " ", "!", "#", "[", "]", "~", "政", "é"] {
      let text = String(repeating: filler, count: place) + special + String(repeating: filler, count: 11) + special
      var writer = JSONWriter(pretty: false)
      writer.array { $0.item(text) }
      #expect(!writer.bytes.contains { $0 < 0x20 || $0 == 0x7F })
      #expect(try JSONDecoder().decode([String].self, from: Data(writer.bytes)) == [text])
    }
  }

  @Test func `deep values are indented by two blanks a level`() {
    func nest(_ levels: Int, _ writer: inout JSONWriter) {
      if levels > 0 { writer.object("a") { nest(levels - 1, &$0) } }
    }
    var writer = JSONWriter(pretty: true)
    writer.object { nest(40, &$0) }
    let lines = String(decoding: writer.bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.map { $0.prefix { $0 == " " }.count } == (0...40).map { $0 * 2 } + (0..<40).reversed().map { $0 * 2 })
  }
}
