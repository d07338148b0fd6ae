import Diagnostics
import Inventory
import Seeds
import Testing

/// The fast reader of bills in JSON, held against the careful one on the same bytes.
struct NDJSONReaderTests {
  @Test(arguments: 0..<4) func `plain bills are read, and as the careful reader reads them`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) + 31)
    for _ in 0..<30 { try check(Array(BillTexts.random(isOdd: false, &random).utf8)) }
  }

  @Test(arguments: 0..<6) func `odd bills are read as the careful reader reads them`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) + 131)
    for _ in 0..<40 { try check(Array(BillTexts.random(isOdd: true, &random).utf8)) }
  }

  @Test(arguments: 0..<6) func `bills with changed bytes are read as the careful reader reads them`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) + 231)
    for _ in 0..<40 {
      var bytes = Array(BillTexts.random(isOdd: random.chance(2), &random).utf8)
      // Some lines stay as they are, so that what is learnt of them meets what was changed.
      bytes += bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: bytes.count / 3..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = Array("\",:{}[]\\\r\n 0e-.a".utf8).randomElement(using: &random) ?? 0
        case 1: bytes.remove(at: place)
        default: bytes.insert(Array("\",:{}[]\\ 0e-.a".utf8).randomElement(using: &random) ?? 0, at: place)
        }
      }
      // What is no text never comes so far.
      try check(Array(String(decoding: bytes, as: UTF8.self).utf8))
    }
  }

  private func check(_ bytes: [UInt8]) throws {
    let file = SourceFile(name: "a.ndjson", bytes: bytes)
    let (fast, careful) = (try BillTexts.fast(file), try BillTexts.careful(file))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(fast.problems == careful.problems, "\(text)")
    if fast.facts != careful.facts {
      let odd = zip(fast.facts, careful.facts).first { $0 != $1 }
      Issue.record("fast:    \(odd?.0 ?? "-")\ncareful: \(odd?.1 ?? "-")\n\(text)")
    }
  }

  @Test(arguments: [
    (
      #"{"bom":1,"project":{"id":"a","name":"甲"},"lines":[{"id":"1","kind":"cpu","quantity":720,"unit_price":1.5}]}"#,
      true
    ),
    (#"{"bom": 1, "lines": [{"kind": "cpu", "quantity": 1}, {"kind": "os", "quantity": 2, "tags": ["}"]}]}"#, false),
    (#"{"bom": 1, "lines": [{"kind": "cpu", "quantity": 1}, {"kind": "os", "quantity": 2, "tags": ["x"]}]}"#, true),
    (#"{"bom_id":"B1","region":"福建","year":2025,"lines":[{"line":1,"kind":"rack","quantity":20,"origin":""}]}"#, true),
    (#"{"bom":1,"lines":[{"kind":"cpu","quantity":1}],"project":{"id":"a"}}"#, true),
    (#"{"bom":1,"lines":[{"id":"a","kind":"cpu","quantity":1},{"id":"a","kind":"cpu","quantity":1}]}"#, false),
    (#"{"bom":1,"lines":[]}"#, false), (#"{"bom":1,"lines":[{"kind":"cpu","quantity":0}]}"#, false),
    (#"{"bom":1,"lines":[{"kind":"cpu","quantity":01}]}"#, false),
    (#"{"bom":1,"lines":[{"kind":"cpu","quantity":1,"quantity":1}]}"#, false),
    (#"{"bom":1,"lines":[{"kind":"cpu","quantity":1}]}}"#, false),
    (#"{"bom":1,"lines":[{"kind":"cpu","quantity":1}]"#, false),
    (#" {"bom":1,"lines":[{"kind":"cpu","quantity":1}]}"#, false),
  ])
  func `plain is what the careful reader has read before but for numbers and ids`(text: String, isPlain: Bool) throws {
    #expect(try BillTexts.plain(text) == [isPlain])
  }

  @Test func `bytes that are no text are told by their line alone`() throws {
    let good = Array(#"{"bom":1,"project":{"id":"a","name":"甲"},"lines":[{"id":"1","kind":"cpu","quantity":2}]}"#.utf8)
    for place in good.indices {
      var bad = good
      bad[place] = 0xFF
      var reader = NDJSONReader(try BillTexts.reader())
      var read: [Bool] = []
      var problems = Problems()
      reader.read(SourceFile(name: "a.ndjson", bytes: good + [0x0A] + bad + [0x0A] + good)) { block in
        for bill in block.bills.indices { read.append(block.read(bill, &problems) != nil) }
      }
      #expect(read == [true, false, true])
      #expect(problems.sorted.map(\.code) == ["invalid-utf8"])
    }
  }

  @Test func `a bill of thousands of lines is one of a block, whatever its size`() throws {
    let line = #"{"id":"s%","kind":"cpu","model":"x","quantity":%}"#
    let lines = (1...5000).map { line.replacing("%", with: "\($0)") }.joined(separator: ",")
    let text = #"{"bom":1,"lines":[\#(lines)]}"#
    #expect(try BillTexts.plain(text) == [true])
    try check(Array((text + "\n" + text).utf8))
  }
}
