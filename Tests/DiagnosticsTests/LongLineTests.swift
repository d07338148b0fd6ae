import Diagnostics
import Testing

struct LongLineTests {
  @Test func `a line is shown whole up to a hundred characters`() {
    let text = String(repeating: "x", count: 100)
    #expect(shown(text, column: 60) == [text, String(repeating: " ", count: 59) + "^"])
    #expect(shown(text + "y", column: 1) == [text + "…", "^"])
  }

  @Test func `a window is cut out around a place far right`() {
    let text = String(repeating: "a", count: 500) + "B" + String(repeating: "c", count: 500)
    let window = "…" + String(repeating: "a", count: 40) + "B" + String(repeating: "c", count: 59) + "…"
    #expect(shown(text, column: 501) == [window, String(repeating: " ", count: 41) + "^"])
  }

  @Test func `the end of a long line has no dots behind it`() {
    let text = String(repeating: "a", count: 500)
    let window = "…" + String(repeating: "a", count: 40)
    #expect(shown(text, column: 501) == [window, String(repeating: " ", count: 41) + "^"])
    #expect(shown(text, column: 900) == [window, String(repeating: " ", count: 41) + "^"])
  }

  @Test func `a long range makes the window wider, up to a point`() {
    let text = String(repeating: "a", count: 500)
    let lines = shown(text, column: 1, width: 130)
    #expect(lines == [String(repeating: "a", count: 130) + "…", String(repeating: "^", count: 130)])
    #expect(shown(text, column: 1, width: 400).map(\.count) == [141, 140])
  }

  @Test func `a cut is never inside a character`() {
    let text = String(repeating: "华", count: 500)
    let lines = shown(text, column: 301, width: 2)
    #expect(lines.first == "…" + String(repeating: "华", count: 100) + "…")
    #expect(lines.last == String(repeating: " ", count: 81) + "^^^^")
  }

  @Test(arguments: [0, 1, 2, 5, 9, 10])
  func `the place of a byte that belongs to no character leads back to it`(offset: Int) {
    let bytes: [UInt8] = Array("ab".utf8) + [0x80, 0x81, 0xE5] + Array("华c".utf8) + [0x80, 0xFF]
    let file = SourceFile(name: "a", bytes: bytes)
    let place = file.location(ofByte: offset)
    #expect(place.column == [0: 1, 1: 2, 2: 3, 5: 6, 9: 8, 10: 9][offset])
    let range = place..<SourceLocation(line: 1, column: Int(place.column) + 1)
    let lines = Diagnostic(.error, "e", Localized("x"), at: SourceSpan(file: file, range: range)).rendered(in: .en)
      .split(separator: "\n")
    #expect(lines[2].filter { $0 == " " }.count == 5 + [0: 0, 1: 1, 2: 2, 5: 5, 9: 8, 10: 9][offset, default: 0])
  }

  /// Each byte of these is shown as a character of its own, so that there are more of them than were counted.
  @Test(arguments: [[0x80], [0xFF, 0x80], [0xE5, 0x8D, 0x80, 0x80]] as [[UInt8]], [50, 100, 400, 4000])
  func `what is no UTF-8 has a window like any other`(unit: [UInt8], count: Int) {
    let bytes = Array(repeating: unit, count: count).joined() + Array("\n".utf8)
    let file = SourceFile(name: "a", bytes: Array(bytes))
    for offset in stride(from: 0, through: bytes.count - 1, by: count / 50) {
      let place = file.location(ofByte: offset)
      let range = place..<SourceLocation(line: 1, column: Int(place.column) + 1)
      let lines = Diagnostic(.error, "e", Localized("x"), at: SourceSpan(file: file, range: range)).rendered(in: .en)
        .split(separator: "\n")
      #expect(lines.count == 3)
      #expect(lines[1].unicodeScalars.count <= 150)
    }
  }

  /// Past 64 KiB places are found by a table, whose every step is met here.
  @Test(arguments: ["\n", "\r\n", "\r"])
  func `places are found in a text of any length`(lineBreak: String) {
    let lines = (1...30_000).map { "行 \($0)" }
    let file = SourceFile(name: "a", bytes: Array(lines.joined(separator: lineBreak).utf8))
    var offset = 0
    for (index, line) in lines.enumerated() where index % 97 == 0 || index > 29_990 {
      #expect(file.line(index + 1) == line)
    }
    for (index, line) in lines.enumerated() {
      if index % 97 == 0 { #expect(file.location(ofByte: offset + 4) == SourceLocation(line: index + 1, column: 3)) }
      offset += line.utf8.count + lineBreak.utf8.count
    }
    #expect(file.line(30_001) == nil)
  }

  @Test(.timeLimit(.minutes(1))) func `a hundred problems in one line of megabytes are shown in few bytes`() {
    let file = SourceFile(name: "a", bytes: Array(repeating: UInt8(ascii: "x"), count: 8_000_000))
    for index in 1...100 {
      let place = SourceLocation(line: 1, column: index * 79_000)
      let range = place..<SourceLocation(line: 1, column: index * 79_000 + 1)
      let text = Diagnostic(.error, "e", Localized("x"), at: SourceSpan(file: file, range: range)).rendered(in: .en)
      #expect(text.utf8.count < 500)
    }
  }

  /// The line and the markers, without their margins.
  private func shown(_ text: String, column: Int, width: Int = 1) -> [String] {
    let file = SourceFile(name: "a", bytes: Array(text.utf8))
    let range = SourceLocation(line: 1, column: column)..<SourceLocation(line: 1, column: column + width)
    return Diagnostic(.error, "e", Localized("x"), at: SourceSpan(file: file, range: range)).rendered(in: .en)
      .split(separator: "\n").dropFirst().map { String($0.dropFirst(6)) }
  }
}
