import Diagnostics
import Seeds
import Testing

@testable import Documents

/// A look at the bytes of a text tells that it is one document, so that such a text is read once.
struct YAMLSeveralTests {
  @Test(arguments: [
    ("a: 1\nb: 2\n", false), ("---\na: 1\n", false), ("a: 1 ---\n", false), ("a:\n  - --- x\n", false), ("", false),
    ("a: 1\n---\nb: 2\n", true), ("a\r---\rb", true), ("a\r\n---\r\nb", true), ("a\n...\nb\n", true), ("a\n---", true),
    ("# first\n---\na\n", true), ("a\n--", false),
  ])
  func `a text of one document shows it`(text: String, mayHoldSeveral: Bool) {
    #expect(YAML.mayHoldSeveral(SourceFile(name: "a.yaml", bytes: Array(text.utf8))) == mayHoldSeveral)
  }

  @Test(arguments: 0..<4)
  func `no text of several documents is taken for one`(seed: Int) {
    var random = SeededGenerator(seed: 300 + UInt64(seed))
    var several = 0
    for _ in 0..<300 {
      let file = SourceFile(name: "a.yaml", bytes: RandomYAML.text(&random))
      guard let documents = try? YAML.documents(in: file), documents.count > 1 else { continue }
      several += 1
      #expect(YAML.mayHoldSeveral(file), "\(String(decoding: file.bytes, as: UTF8.self))")
    }
    // Else nothing was tested.
    #expect(several > 30)
  }
}
