import Diagnostics
import Policy
import Testing

/// Faults that show only where several files are read together.
@Suite struct BookFaultTests {
  private static func policy(_ id: String, from: String = "2024-01-01", until: String = "null", _ more: String = "")
    -> String
  {
    Books.policy(Books.plain + more, id: id)
      .replacing("{from: 2024-01-01, until: null}", with: "{from: \(from), until: \(until)}")
  }

  @Test func `two policies of one id are told, with the place of the first`() throws {
    #expect(
      try Books.fault(Self.policy("p"), Self.policy("q"), Self.policy("p")) == """
        policy-3.yaml:1:9: error: two policies have the id `p` [duplicate-policy]
          1 | policy: p
            |         ^
          policy.yaml:1:9: the first is here
          1 | policy: p
            |         ^
        """)
  }

  @Test func `a shared definition cannot be defined again`() throws {
    #expect(
      try Books.fault(Books.policy("definitions: {domestic: {made_in: CN}}\n" + Books.plain)) == """
        policy.yaml:9:15: error: definition `domestic` exists already [redefined]
          9 | definitions: {domestic: {made_in: CN}}
            |               ^^^^^^^^
          definitions.yaml:2:13: the first is here
          2 |   domestic: {vendor_country: CN}
            |             ^^^^^^^^^^^^^^^^^^^^
        """)
  }

  @Test func `a text that ends before it begins is told`() throws {
    #expect(
      try Books.fault(Self.policy("p", until: "2023-12-31")) == """
        policy.yaml:6:38: error: the last day of effect is before the first [bad-dates]
          6 | effective: {from: 2024-01-01, until: 2023-12-31}
            |                                      ^^^^^^^^^^
        """)
    #expect(try Books.read([Self.policy("p", until: "2024-01-01")]).book != nil)
  }

  @Test func `a repealed text says when it ended`() throws {
    let repealed = Self.policy("p").replacing("in-force", with: "repealed")
    #expect(
      try Books.fault(repealed) == """
        policy.yaml:5:9: error: a repealed policy must say `effective.until` [missing-key]
          5 | status: repealed
            |         ^^^^^^^^
        """)
    let ended = Self.policy("p", until: "2024-06-30").replacing("in-force", with: "repealed")
    #expect(try Books.read([ended]).book != nil)
  }

  @Test(arguments: ["null", "2025-01-01", "2025-06-30"])
  func `a text that is replaced ends before the newer one begins`(until: String) throws {
    let newer = Self.policy("newer", from: "2025-01-01", "\nsupersedes: [older]")
    #expect(
      try Books.fault(newer, Self.policy("older", until: until)) == """
        policy.yaml:1:9: error: `newer` supersedes `older`, which does not end before it begins [overlapping-dates]
          1 | policy: newer
            |         ^^^^^
          help: end the older text, `effective.until`, before 2025-01-01
        """)
    #expect(try Books.read([newer, Self.policy("older", until: "2024-12-31")]).book != nil)
  }

  @Test func `a text can only replace one that is there`() throws {
    #expect(
      try Books.fault(Self.policy("newer", "\nsupersedes: older")) == """
        policy.yaml:1:9: error: there is no policy `older` to supersede [unknown-policy]
          1 | policy: newer
            |         ^^^^^
        """)
  }

  @Test func `that the text replaced is broken is told once`() throws {
    let older = Self.policy("older", until: "2023-12-31").replacing(
      "issuer: issuer\n", with: "issuer: issuer\ngrant: 1\n"
    )
    .replacing("from: 2024-01-01", with: "from: 2023-01-01")
    let text = try Books.fault(Self.policy("newer", "\nsupersedes: [older]"), older)
    #expect(
      text == """
        policy-2.yaml:4:1: error: unknown key `grant` [unknown-key]
          4 | grant: 1
            | ^^^^^
          help: did you mean `grants`?
        """)
  }

  @Test func `all problems of all files are told at once, by file and place, and no policy is used`() throws {
    let first = Books.policy(
      """
      requirements:
        r: {clause: c, force: mandatry, none: domestc}
        s: {clause: d, force: mandatory, measure: {fact: pue}, at_least: 5 W}
      typo: 1
      """)
    let (book, problems) = try Books.read(
      [first, Self.policy("fine"), Books.policy(Books.plain + "\nother: 2", id: "q")],
      definitions: "definitions:\n  domestic: {vendor_country: CN}\n  odd: {knd: cpu}\n",
      catalog: Books.catalog.replacing("kind: cpu", with: "kind: cpuu"))
    #expect(book == nil)
    #expect(
      problems.sorted.map { "\($0.span?.description ?? "") \($0.code)" } == [
        "catalog.yaml:4:18 unknown-value", "definitions.yaml:3:9 unknown-field", "policy-3.yaml:10:1 unknown-key",
        "policy.yaml:10:25 unknown-value", "policy.yaml:10:41 unknown-definition", "policy.yaml:11:15 unknown-clause",
        "policy.yaml:11:68 wrong-unit", "policy.yaml:12:1 unknown-key",
      ])
    #expect(problems.errorCount == 8)
  }

  @Test func `a sound book has no problems, and its policies are in the order of their ids`() throws {
    let (book, problems) = try Books.read([Self.policy("b"), Self.policy("c"), Self.policy("a")])
    #expect(problems.isEmpty)
    #expect(book?.policies.map(\.id) == ["a", "b", "c"])
    #expect(book?.policy("c")?.id == "c" && book?.policy("d") == nil)
  }
}
