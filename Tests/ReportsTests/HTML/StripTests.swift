import Foundation
import Policy
import Quantities
import Testing

@testable import Reports

/// What is drawn says what the words beside it say.
struct StripTests {
  @Test func `what is sure, what is possible and the value each stand at their place`() {
    var page = Markup()
    Strip(sure: 99, possible: 400, target: .init(cell: 140, label: "≥ 35%")).write(to: &page)
    let text = String(decoding: page.bytes, as: UTF8.self)
    #expect(text.contains(#"<rect class="track" x="0%" y="18" width="100%" height="20"></rect>"#))
    #expect(text.contains(#"<rect class="sure" x="0%" y="18" width="24.75%" height="20"></rect>"#))
    #expect(text.contains(#"<rect class="possible" x="24.75%" y="18" width="75.25%" height="20"></rect>"#))
    #expect(text.contains(#"<line class="target" x1="35%" y1="15" x2="35%" y2="41"></line>"#))
    #expect(text.contains(#"<text x="35%" y="11" text-anchor="middle">≥ 35%</text>"#))
  }

  @Test(arguments: [(0, "start"), (99, "start"), (100, "middle"), (300, "middle"), (301, "end"), (400, "end")])
  func `the words of a value stay on the page`(cell: Int, anchor: String) {
    var page = Markup()
    Strip(sure: 0, possible: 0, target: .init(cell: cell, label: "x")).write(to: &page)
    let text = String(decoding: page.bytes, as: UTF8.self)
    #expect(text.contains("text-anchor=\"\(anchor)\""))
    #expect(!text.contains("class=\"sure\""))
    #expect(!text.contains("class=\"possible\""))
  }

  @Test(arguments: Comparison.allCases, [1, 7, 24, Strip.cells])
  func `a bar reaches the mark only where the value is reached`(comparison: Comparison, cells: Int) throws {
    var random = Seeded(11)
    for _ in 0..<500 {
      let ends = try (0..<3).map { _ in try Rational(Int128(Int.random(in: 0...400, using: &random)), over: 400) }
      let interval = Interval(min(ends[0], ends[1]), max(ends[0], ends[1]))
      let lengths = try #require(BarLengths(interval, comparison, ends[2], isShare: true, cells: cells))
      #expect(0 <= lengths.sure && lengths.sure <= lengths.possible && lengths.possible <= cells)
      for (bound, cell) in [(interval.low, lengths.sure), (interval.high, lengths.possible)] {
        let number = try #require(bound.number)
        switch comparison {
        case .atLeast: #expect(number >= ends[2] || cell < lengths.mark || lengths.mark == 0)
        case .above, .atMost: #expect(number > ends[2] || cell <= lengths.mark)
        case .below: #expect(number >= ends[2] || cell <= lengths.mark)
        }
      }
    }
  }
}
