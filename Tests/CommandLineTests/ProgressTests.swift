import Foundation
import Testing
import Transcripts

/// The progress of a batch on a real terminal, and nowhere else.
struct ProgressTests {
  private static let options = "--as-of 2025-03-01 --policy cn-sd-qingdao-haizhixin --lang en --color always"
  private static let count = 12_000

  /// Three blocks of bills, every third of which fails, and one of which cannot be read.
  private static func scratch() throws -> Scratch {
    let rows = (1...count).map { number in
      let place = "b\(number),\(number == 7 ? "nowhere" : "370200"),intelligent-computing-center,accelerator"
      return "\(place),华为,昇腾910B3,\(number % 3 == 0 ? 6 : 7)\n\(place),NVIDIA,A800,3\n"
    }
    return try Scratch(["boms.csv": "bom_id,region,facility,kind,vendor,model,quantity\n" + rows.joined()])
  }

  /// What a terminal gets that a run has for its standard error. Its rows go to somebody who takes them only after a
  /// while, so that the run is long enough to show something.
  private static func terminal(_ scratch: Scratch, _ options: String) throws -> String {
    try scratch.run(
      """
      script -qec 'bomgate batch boms.csv \(Self.options) \(options) | (sleep 1; cat > rows.csv)' /dev/null > terminal
      cat terminal
      """
    ).output
  }

  @Test func `a terminal shows what is done, how fast, how long it takes and what came of it, on one line`() throws {
    let scratch = try Self.scratch()
    let quiet = try scratch.run("bomgate batch boms.csv \(Self.options) 2>&1 > quiet.csv | cat").output
    #expect(!quiet.contains("\r"))
    #expect(!quiet.contains("\u{1B}[K"))
    #expect(!quiet.contains("/s"))
    let shown = try Self.terminal(scratch, "")
    #expect(try scratch.run("cmp rows.csv quiet.csv; grep -c . rows.csv").output == "\(Self.count + 1)\n")
    // The line is written anew in its place, and is empty in the end.
    let parts = shown.split(separator: "\r\u{1B}[K", omittingEmptySubsequences: false)
    try #require(parts.count >= 3)
    #expect(parts.first == "")
    #expect(String(parts[parts.count - 1]).replacing("\r\n", with: "\n") == quiet)
    var last = 0
    for line in parts.dropFirst().dropLast() {
      let said = line.components(separatedBy: " · ")
      try #require(said.count == 5, "\(line)")
      let done = try #require(Self.number(said[0].wholeMatch(of: /([\d,]+) bills/)?.1))
      #expect(done > last && done <= Self.count)
      last = done
      #expect(try #require(Self.number(said[1].wholeMatch(of: /([\d,]+)\/s/)?.1)) > 0)
      #expect((1...100).contains(try #require(Self.number(said[2].wholeMatch(of: /(\d+)%/)?.1))))
      #expect(said[3].wholeMatch(of: /\d+:\d\d left/) != nil)
      let verdicts = try #require(
        said[4].wholeMatch(of: /✓ ([\d,]+) ✗ ([\d,]+) \? ([\d,]+) – ([\d,]+) ! (\d+)/)?.output)
      let counts = [verdicts.1, verdicts.2, verdicts.3, verdicts.4, verdicts.5].compactMap(Self.number)
      #expect(counts.reduce(0, +) == done)
      #expect(abs(counts[1] - done / 3) <= 1)
      #expect(counts[4] == 1)
    }
  }

  private static func number(_ text: Substring?) -> Int? { text.flatMap { Int($0.filter { $0 != "," }) } }

  @Test func `a terminal that is to be quiet stays so`() throws {
    let shown = try Self.terminal(try Self.scratch(), "--no-progress")
    #expect(!shown.contains("\u{1B}[K"))
    #expect(shown.contains("12,000 bills"))
  }
}
