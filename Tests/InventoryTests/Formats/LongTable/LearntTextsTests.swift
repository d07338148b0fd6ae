import Testing

@testable import Inventory

/// What threads share of a file, and how much of it.
struct LearntTextsTests {
  private static func key(_ text: String, form: UInt8 = 0) -> [UInt8]? {
    Array(text.utf8).withUnsafeBytes { LearntTexts.key([$0], form: form) }
  }

  /// How often a project is made for each of some texts.
  private static func made(_ texts: [[UInt8]?], _ learnt: LearntTexts = LearntTexts()) -> Int {
    var made = 0
    for text in texts {
      let project = learnt.project(text) {
        made += 1
        return Project()
      }
      #expect(project != nil)
    }
    return made
  }

  @Test func `a text is learnt once, and one of another form for itself`() {
    let (text, other) = (Self.key("a"), Self.key("a", form: 1))
    #expect(Self.made([text, text, other, text, other]) == 2)
  }

  @Test func `what cannot be learnt is asked again`() {
    let learnt = LearntTexts()
    var asked = 0
    for _ in 0..<3 {
      let found = learnt.prototype(Self.key("a")) {
        asked += 1
        return nil
      }
      #expect(found == nil)
    }
    #expect(asked == 3)
  }

  @Test func `a text of many bytes is not shared, nor are more than some megabytes of texts`() {
    let long = Self.key(String(repeating: "x", count: 5000))
    #expect(long == nil)
    #expect(Self.made([long, long]) == 2)

    let learnt = LearntTexts()
    let texts = (0..<3000).map { Self.key(String(repeating: "x", count: 4000) + "\($0)") }
    #expect(Self.made(texts, learnt) == texts.count)
    // The first ones are known, the last ones found no room.
    #expect(Self.made([texts[0], texts[1], texts[2999]], learnt) == 1)
  }
}
