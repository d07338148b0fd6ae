import Testing

@Suite struct ClauseFaultTests {
  @Test(arguments: [
    Fault(
      "",
      """
      policy.yaml:8:3: error: nothing rests on clause `c` [unused-clause]
        8 |   c: {quote: quote, source: source, read: verbatim}
          |   ^
        help: write `context: true` if it is only context
      """),
    Fault(
      "requirements: {r: {force: mandatory, none: domestic}}",
      """
      policy.yaml:8:3: error: nothing rests on clause `c` [unused-clause]
        8 |   c: {quote: quote, source: source, read: verbatim}
          |   ^
        help: write `context: true` if it is only context
      policy.yaml:9:19: error: `clause` is missing [missing-key]
        9 | requirements: {r: {force: mandatory, none: domestic}}
          |                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        help: add `clause:`
      """),
    Fault(
      "requirements: {r: {clause: d, force: mandatory, none: domestic}}",
      """
      policy.yaml:8:3: error: nothing rests on clause `c` [unused-clause]
        8 |   c: {quote: quote, source: source, read: verbatim}
          |   ^
        help: write `context: true` if it is only context
      policy.yaml:9:28: error: unknown clause `d` [unknown-clause]
        9 | requirements: {r: {clause: d, force: mandatory, none: domestic}}
          |                            ^
        help: known are `c`
      """),
    Fault(
      """
      requirements: {r: {clause: c, force: mandatory, none: domestic}}
      grants: {g: {amount: {exactly: 5}}}
      """,
      """
      policy.yaml:10:13: error: `clause` is missing [missing-key]
        10 | grants: {g: {amount: {exactly: 5}}}
           |             ^^^^^^^^^^^^^^^^^^^^^^
        help: add `clause:`
      """),
    Fault(
      """
      requirements: {r: {clause: c, force: mandatory, none: domestic}}
      grants: {g: {clause: d, amount: {exactly: 5}}}
      """,
      """
      policy.yaml:10:22: error: unknown clause `d` [unknown-clause]
        10 | grants: {g: {clause: d, amount: {exactly: 5}}}
           |                      ^
        help: known are `c`
      """),
  ])
  func `every requirement and grant rests on a clause, and every clause holds something`(fault: Fault) throws {
    #expect(try Books.fault(Books.policy(fault.parts)) == fault.message)
  }
}
