import Diagnostics
import Testing

/// A text that is some lines of a longer file: its places are shown as those of the file.
struct ExcerptTests {
  /// A header and two lines from line 500 on, then one from line 900.
  private var excerpt: Excerpt {
    var excerpt = Excerpt(from: 1)
    excerpt.add(line: 2, from: 500)
    excerpt.add(line: 4, from: 900)
    return excerpt
  }

  @Test(arguments: [(1, 1), (2, 500), (3, 501), (4, 900), (5, 901)])
  func `a line is counted where it stands in the file`(here: Int, there: Int) {
    #expect(excerpt.line(here) == there)
  }

  @Test func `lines of an excerpt of an excerpt are those of the file too`() {
    var part = Excerpt(from: 1)
    part.add(line: 2, from: 3, of: excerpt)
    #expect((1...4).map(part.line) == [1, 501, 900, 901])
  }

  @Test func `a problem names the line of the file and shows its text`() {
    let file = SourceFile(name: "boms.csv", bytes: Array("id,kind\nb1,cpu\nb2,gpu\nb3,os".utf8), excerpt: excerpt)
    let place = Diagnostics.SourceLocation(line: 3, column: 4)..<Diagnostics.SourceLocation(line: 3, column: 7)
    let problem = Diagnostic(
      .error, "unknown-kind", Localized("x"), at: SourceSpan(file: file, range: place),
      notes: [
        .init(
          Localized("y"),
          at: SourceSpan(file: file, range: Diagnostics.SourceLocation(line: 4, column: 1)..<place.upperBound.next))
      ])
    #expect(
      problem.rendered(in: .en).hasPrefix(
        """
        boms.csv:501:4: error: x [unknown-kind]
          501 | b2,gpu
              |    ^^^
          boms.csv:900:1: y
          900 | b3,os
        """))
  }

  @Test func `problems of a text that was taken for a whole file can be moved`() {
    let file = SourceFile(name: "boms.csv", bytes: Array("id\nb1".utf8))
    let place = Diagnostics.SourceLocation(line: 2, column: 1)..<Diagnostics.SourceLocation(line: 2, column: 3)
    var problems = Problems(Diagnostic(.error, "e", Localized("x"), at: SourceSpan(file: file, range: place)))
    problems.add(Diagnostic(.error, "e", Localized("y"), at: SourceSpan(file: file)))
    let moved = problems.placed(in: excerpt)
    #expect(moved.sorted.map { $0.span?.description } == ["boms.csv", "boms.csv:500:1"])
    // What knows its place already is left where it is.
    #expect(moved.placed(in: Excerpt(from: 7)).sorted.map { $0.span?.description } == ["boms.csv", "boms.csv:500:1"])
  }
}

extension Diagnostics.SourceLocation {
  fileprivate var next: Diagnostics.SourceLocation { Diagnostics.SourceLocation(line: Int(line) + 1, column: 3) }
}
