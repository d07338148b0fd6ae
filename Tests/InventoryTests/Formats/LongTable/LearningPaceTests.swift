import Diagnostics
import Documents
import Testing

@testable import Inventory

/// How much readers learn of texts, and when they forget.
struct LearningPaceTests {
  /// A reader of lines, each with a new text that the next line may repeat.
  private struct Learner {
    var pace = LearningPace(trial: 64, most: 1024)
    var known = 0

    mutating func read(_ texts: Int, eachTwice: Bool) {
      for _ in 0..<texts {
        let isLearnt = pace.mayLearn(besides: known)
        if isLearnt { known += 1 }
        pace.add(eachTwice ? 2 : 1, returns: eachTwice && isLearnt && known > pace.late ? 1 : 0)
      }
    }
  }

  @Test func `some texts are learnt whatever they are good for, and no more where none of them returns`() {
    var learner = Learner()
    learner.read(500, eachTwice: false)
    #expect(learner.known == 64)
    #expect(!learner.pace.isOver)
    learner.read(100, eachTwice: false)
    #expect(learner.known == 64)
    #expect(learner.pace.isOver)
  }

  @Test func `where the texts that were learnt last return, more are learnt, up to a bound`() {
    var learner = Learner()
    learner.read(1000, eachTwice: true)
    #expect(learner.known == 1000)
    #expect(!learner.pace.isOver)
    learner.read(100, eachTwice: true)
    #expect(learner.known == 1024)
    #expect(learner.pace.isOver)
  }

  @Test func `texts that were learnt long ago do not speak for others`() {
    var learner = Learner()
    learner.read(64, eachTwice: true)
    learner.read(300, eachTwice: false)
    #expect(learner.known == 128)
  }

  @Test func `a reader of a table leaves what it may not learn to the careful one, until another takes its place`()
    throws
  {
    let rows = (0..<40).map { "b\($0),cpu,x\($0),1\n" } + ["c,cpu,x0,2\n", "d,cpu,x39,2\n"]
    let text = Array(("bom_id,kind,model,quantity\n" + rows.joined()).utf8)
    try text.withUnsafeBufferPointer { bytes in
      let file = SourceFile(name: "a.csv", bytes: [])
      let table = try #require(LongTable(bytes, of: file, reader: try Sheets.reader(), project: Project()))
      var reader = LongTableReader(table, LearningPace(trial: 4, most: 4))
      var plain: [Bool] = []
      _ = reader.read(UnsafeBufferPointer(rebasing: bytes[table.bodyOffset...]), isLast: true) { block in
        plain += block.bills.map(\.isPlain)
      }
      #expect(plain == Array(repeating: true, count: 4) + Array(repeating: false, count: 36) + [true, false])
      let isWornOut = reader.isWornOut
      #expect(isWornOut)
    }
  }

  @Test func `so does a reader of lines`() throws {
    let lines = (Array(0..<40) + [0, 39]).map {
      #"{"bom":1,"project":{"id":"b\#($0)"},"lines":[{"kind":"cpu","model":"x\#($0)","quantity":1}]}"# + "\n"
    }
    var reader = NDJSONReader(try BillTexts.reader(), LearningPace(trial: 4, most: 4))
    var plain: [Bool] = []
    reader.read(SourceFile(name: "a.ndjson", bytes: Array(lines.joined().utf8))) { block in
      plain += block.bills.map(\.isPlain)
    }
    #expect(plain == Array(repeating: true, count: 4) + Array(repeating: false, count: 36) + [true, false])
    let isWornOut = reader.isWornOut
    #expect(isWornOut)
  }
}
