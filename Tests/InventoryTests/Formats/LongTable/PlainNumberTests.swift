import Seeds
import Testing

@testable import Inventory

/// Numbers read eight bytes at a time, held against a reader of one digit after the other.
struct PlainNumberTests {
  @Test(arguments: 0..<4) func `any text is the number that it is digit by digit`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) + 5)
    for _ in 0..<4000 {
      let text = Self.text(&random)
      let before = String(repeating: random.chance(2) ? "9" : ",", count: Int.random(in: 0...20, using: &random))
      let bytes = Array((before + text + ",1").utf8)
      let range = before.utf8.count..<before.utf8.count + text.utf8.count
      bytes.withUnsafeBytes { bytes in
        guard let base = bytes.baseAddress else { return }
        let alone = PlainNumber.tenThousandths(UnsafeRawBufferPointer(rebasing: bytes[range]))
        #expect(alone == Self.plain(text), "\(text)")
        #expect(PlainNumber.tenThousandths(base, in: range) == alone, "\(text)")
        let isPosition = text.utf8.count <= 18 && text.utf8.allSatisfy { 0x30...0x39 ~= $0 }
        #expect(PlainNumber.isPosition(base, in: range) == isPosition, "\(text)")
        let digits = text.utf8.prefix { 0x30...0x39 ~= $0 || $0 == 0x2E }.count
        let found = PlainNumber.tenThousandths(base, from: range.lowerBound, to: bytes.count)
        if digits == range.count { #expect(found.number == alone && found.end == range.upperBound, "\(text)") }
      }
    }
  }

  private static func text(_ random: inout SeededGenerator) -> String {
    func digits(_ most: Int) -> String {
      String(
        (0..<Int.random(in: 0...most, using: &random)).map { _ in "0123456789".randomElement(using: &random) ?? "0" })
    }
    var text = digits(random.chance(5) ? 20 : 9)
    if random.chance(2) { text += "." + digits(random.chance(4) ? 6 : 2) }
    if random.chance(6), let place = text.indices.randomElement(using: &random) {
      text.replaceSubrange(place...place, with: [":", "/", "-", " ", "é", "."].randomElement(using: &random) ?? ":")
    }
    return text
  }

  /// The number of a text; −1 where it is none.
  private static func plain(_ text: String) -> Int64 {
    guard let match = text.wholeMatch(of: /([0-9]{1,14})(?:\.([0-9]{1,4}))?/) else { return -1 }
    let (whole, decimals) = (String(match.1), match.2.map(String.init) ?? "")
    guard whole.count == 1 || !whole.hasPrefix("0") else { return -1 }
    return Int64(whole + decimals + String(repeating: "0", count: 4 - decimals.count)) ?? -1
  }
}
