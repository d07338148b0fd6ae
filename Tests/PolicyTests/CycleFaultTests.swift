import Testing

@Suite struct CycleFaultTests {
  @Test(arguments: [
    Fault(
      """
      definitions: {a: {not: b}, b: {any: [a]}}
      requirements: {r: {clause: c, force: mandatory, none: a}}
      """,
      """
      policy.yaml:9:38: error: definition `a` uses itself [cycle]
        9 | definitions: {a: {not: b}, b: {any: [a]}}
          |                                      ^
      """),
    Fault(
      """
      definitions: {a: a}
      requirements: {r: {clause: c, force: mandatory, none: domestic}}
      """,
      """
      policy.yaml:9:18: error: definition `a` uses itself [cycle]
        9 | definitions: {a: a}
          |                  ^
      """),
    Fault(
      """
      measures: {a: {product: [b]}, b: {quotient: {of: a, to: {fact: pue}}}}
      requirements: {r: {clause: c, force: mandatory, measure: a, at_least: 1}}
      """,
      """
      policy.yaml:9:50: error: measure `a` uses itself [cycle]
        9 | measures: {a: {product: [b]}, b: {quotient: {of: a, to: {fact: pue}}}}
          |                                                  ^
      """),
    Fault(
      """
      requirements: {a: {clause: c, force: mandatory, all_of: [b]}, b: {clause: c, force: mandatory, any_of: [a]}}
      """,
      """
      policy.yaml:9:16: error: requirement `a` uses itself [cycle]
        9 | requirements: {a: {clause: c, force: mandatory, all_of: [b]}, b: {clause: c, force: mandatory, any_o…
          |                ^
      policy.yaml:9:63: error: requirement `b` uses itself [cycle]
        9 | …use: c, force: mandatory, all_of: [b]}, b: {clause: c, force: mandatory, any_of: [a]}}
          |                                          ^
      """),
    Fault(
      """
      requirements: {a: {clause: c, force: mandatory, all_of: [b]}, b: {clause: c, force: mandatory, any_of: [b]}}
      """,
      """
      policy.yaml:9:63: error: requirement `b` uses itself [cycle]
        9 | …use: c, force: mandatory, all_of: [b]}, b: {clause: c, force: mandatory, any_of: [b]}}
          |                                          ^
      """),
  ])
  func `what uses itself is told, wherever the circle closes`(fault: Fault) throws {
    #expect(try Books.fault(Books.policy(fault.parts)) == fault.message)
  }
}
