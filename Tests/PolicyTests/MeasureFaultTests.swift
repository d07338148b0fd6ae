import Testing

@Suite struct MeasureFaultTests {
  @Test(arguments: [
    Fault(
      """
      measures: {m: {fact: pue, count: {among: domestic}}}
      requirements: {r: {clause: c, force: mandatory, measure: m, at_least: 1}}
      """,
      """
      policy.yaml:9:22: error: a measure has one form only [two-forms]
        9 | measures: {m: {fact: pue, count: {among: domestic}}}
          |                      ^^^
      """),
    Fault(
      """
      measures: {m: {title: m}}
      requirements: {r: {clause: c, force: mandatory, measure: m, at_least: 1}}
      """,
      """
      policy.yaml:9:15: error: the measure does not say how it is computed [missing-key]
        9 | measures: {m: {title: m}}
          |               ^^^^^^^^^^
        help: write one of share, total, count, fact, days, product, quotient, projects, share_of_projects
      """),
    Fault(
      """
      measures: {m: {total: {of: amount, among: domestc}}}
      requirements: {r: {clause: c, force: mandatory, measure: m, at_least: 1}}
      """,
      """
      policy.yaml:9:43: error: unknown definition `domestc` [unknown-definition]
        9 | measures: {m: {total: {of: amount, among: domestc}}}
          |                                           ^^^^^^^
        help: did you mean `domestic`?
      """),
    Fault(
      """
      measures: {m: {share: {of: domestic, by: quantity}}}
      requirements: {r: {clause: c, force: mandatory, measure: m, at_least: 1}}
      """,
      """
      policy.yaml:9:23: error: `among` is missing [missing-key]
        9 | measures: {m: {share: {of: domestic, by: quantity}}}
          |                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        help: add `among:`
      """),
    Fault(
      """
      measures: {m: {projects: {hub: true}}}
      requirements: {r: {clause: c, force: mandatory, measure: m, at_least: 1}}
      """,
      """
      policy.yaml:9:15: error: this measure exists only over a portfolio [wrong-scope]
        9 | measures: {m: {projects: {hub: true}}}
          |               ^^^^^^^^^^^^^^^^^^^^^^^
        help: add `scope: portfolio`
      """),
    Fault(
      """
      measures: {m: {share_of_projects: {of: {hub: true}}}}
      requirements: {r: {clause: c, force: mandatory, measure: m, at_least: 1}}
      """,
      """
      policy.yaml:9:15: error: this measure exists only over a portfolio [wrong-scope]
        9 | measures: {m: {share_of_projects: {of: {hub: true}}}}
          |               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        help: add `scope: portfolio`
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, measure: {scope: portfolio, fact: pue}, at_least: 1}}",
      """
      policy.yaml:9:58: error: this measure belongs to a single project [wrong-scope]
        9 | requirements: {r: {clause: c, force: mandatory, measure: {scope: portfolio, fact: pue}, at_least: 1}…
          |                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        help: leave `scope` out
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, measure: {fact: hub}, at_least: 1}}",
      """
      policy.yaml:9:65: error: fact `hub` is of type `boolean`; `number` is needed here [wrong-type]
        9 | …e: c, force: mandatory, measure: {fact: hub}, at_least: 1}}
          |                                          ^^^
      """),
    Fault(
      """
      measures: {m: {days: {from: start, until: pue}}}
      requirements: {r: {clause: c, force: mandatory, measure: m, at_least: 1}}
      """,
      """
      policy.yaml:9:43: error: fact `pue` is of type `number`; `date` is needed here [wrong-type]
        9 | measures: {m: {days: {from: start, until: pue}}}
          |                                           ^^^
      """),
    Fault(
      """
      measures: {m: {days: {from: start, until: start, within: [start]}}}
      requirements: {r: {clause: c, force: mandatory, measure: m, at_least: 1}}
      """,
      """
      policy.yaml:9:58: error: `within` must name two days [wrong-type]
        9 | measures: {m: {days: {from: start, until: start, within: [start]}}}
          |                                                          ^^^^^^^
      """),
    Fault(
      """
      measures: {m: {days: {from: 2024-02-30, until: start}}}
      requirements: {r: {clause: c, force: mandatory, measure: m, at_least: 1}}
      """,
      """
      policy.yaml:9:29: error: unknown fact `2024-02-30` [unknown-fact]
        9 | measures: {m: {days: {from: 2024-02-30, until: start}}}
          |                             ^^^^^^^^^^
        help: known are `grade`, `hub`, `investment`, `pue`, `received`, `start`
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, measure: {product: []}, at_least: 1}}",
      """
      policy.yaml:9:68: error: the list of factors is empty [empty]
        9 | …c, force: mandatory, measure: {product: []}, at_least: 1}}
          |                                          ^^
        help: write at least one entry, or leave the key out
      """),
  ])
  func `a measure is told what it lacks`(fault: Fault) throws {
    #expect(try Books.fault(Books.policy(fault.parts)) == fault.message)
  }
}
