import CMasks
import Seeds
import Testing

@testable import Inventory

/// The numbers of texts, held against a dictionary.
struct ByteTableTests {
  @Test(arguments: 0..<6) func `any texts are numbered as a dictionary numbers them`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) + 71)
    let texts = (0..<400).map { _ in Self.text(&random) }
    Self.check((0..<3000).map { _ in texts.randomElement(using: &random) ?? [] })
  }

  @Test func `texts that only differ where a sample does not look are told apart`() {
    // The same length, beginning, middle and end, so that a hash that goes by these is one for all.
    let texts = (0..<500).map { number in
      Self.bytes("accelera" + "\(1000 + number)" + String(repeating: "x", count: 60) + "the same end")
    }
    Self.check(texts.map { [$0] } + texts.map { [$0] })
  }

  @Test func `where a stretch ends belongs to the text`() {
    let texts = [["ab", "c"], ["a", "bc"], ["abc", ""], ["", "abc"], ["abc"], []].map { $0.map(Self.bytes) }
    Self.check(texts + texts)
  }

  @Test(arguments: 0...140) func `one byte that differs is seen wherever it stands`(length: Int) {
    let text = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ 33) }
    Self.check(
      [[text]] + text.indices.map { place in [text.indices.map { text[$0] ^ ($0 == place ? 1 : 0) }] } + [[text]])
  }

  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  private static func text(_ random: inout SeededGenerator) -> [[UInt8]] {
    (0..<Int.random(in: 1...4, using: &random)).map { _ in
      let length = [0, 1, 7, 8, 9, 16, 17, 63, 64, 65, 128, 129, 300].randomElement(using: &random) ?? 0
      // Few letters, so that many texts share most of their bytes.
      return (0..<length).map { _ in random.chance(9) ? 98 : 97 }
    }
  }

  /// Numbers texts that stand one behind the other, the first of them at the first byte that may be read.
  private static func check(_ texts: [[[UInt8]]]) {
    let all = texts.flatMap { $0.flatMap { $0 } }
    var table = ByteTable()
    var known: [[[UInt8]]: Int] = [:]
    all.withUnsafeBytes { all in
      guard let base = all.baseAddress else { return }
      var place = base
      for text in texts {
        let stretches = text.map { part in
          defer { place += part.count }
          return UnsafeRawBufferPointer(start: place, count: part.count)
        }
        let parts = stretches.map {
          CMasksStretch(
            start: ($0.baseAddress ?? place).assumingMemoryBound(to: UInt8.self), count: $0.count)
        }
        let found = parts.withUnsafeBufferPointer { table.number(of: $0, behind: base) }
        #expect(found == known[text] ?? -1)
        #expect(table.view.number(stretches.count, behind: base) { stretches[$0] } == found)
        guard found < 0 else { continue }
        #expect(table.add(stretches, behind: base) == known.count)
        known[text] = known.count
      }
    }
  }
}
