import Testing

@Suite struct RequirementFaultTests {
  @Test(arguments: [
    Fault(
      "requirements: {r: {clause: c, force: mandatory}}",
      """
      policy.yaml:9:19: error: the requirement does not say what it tests [missing-key]
        9 | requirements: {r: {clause: c, force: mandatory}}
          |                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        help: write one of measure, every, none, project, all_of, any_of
      """),
    Fault(
      "requirements: {r: {clause: c, none: domestic}}",
      """
      policy.yaml:9:19: error: `force` is missing [missing-key]
        9 | requirements: {r: {clause: c, none: domestic}}
          |                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^
        help: add `force:`
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, none: domestic, every: {among: domestic, must: domestic}}}",
      """
      policy.yaml:9:55: error: a requirement tests one thing only [two-tests]
        9 | requirements: {r: {clause: c, force: mandatory, none: domestic, every: {among: domestic, must: domes…
          |                                                       ^^^^^^^^
        help: make several of it, and join them by all_of or any_of
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, every: {among: domestic}}}",
      """
      policy.yaml:9:56: error: `must` is missing [missing-key]
        9 | requirements: {r: {clause: c, force: mandatory, every: {among: domestic}}}
          |                                                        ^^^^^^^^^^^^^^^^^
        help: add `must:`
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, measure: {share: {of: domestic, among: domestic, by: lines}}, above: 90}}",
      """
      policy.yaml:9:118: error: a share is never above 100% [impossible-share]
        9 | …c, among: domestic, by: lines}}, above: 90}}
          |                                          ^^
        help: write a percentage with its sign, such as `90%`
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, measure: {fact: pue}}}",
      """
      policy.yaml:9:19: error: the requirement does not say what the measure is held against [missing-key]
        9 | requirements: {r: {clause: c, force: mandatory, measure: {fact: pue}}}
          |                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        help: write at_least, at_most, above or below
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, measure: {fact: pue}, at_least: 1, at_most: 2}}",
      """
      policy.yaml:9:93: error: a requirement compares once only [two-values]
        9 | …ure: {fact: pue}, at_least: 1, at_most: 2}}
          |                                          ^
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, all_of: []}}",
      """
      policy.yaml:9:57: error: the list of members is empty [empty]
        9 | requirements: {r: {clause: c, force: mandatory, all_of: []}}
          |                                                         ^^
        help: write at least one entry, or leave the key out
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, all_of: r1}}",
      """
      policy.yaml:9:57: error: members must be a list [wrong-type]
        9 | requirements: {r: {clause: c, force: mandatory, all_of: r1}}
          |                                                         ^^
        help: write one item a line, each after `- `
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, none: {all: []}}}",
      """
      policy.yaml:9:61: error: the list of predicates is empty [empty]
        9 | requirements: {r: {clause: c, force: mandatory, none: {all: []}}}
          |                                                             ^^
        help: write at least one entry, or leave the key out
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, none: {kind: []}}}",
      """
      policy.yaml:9:62: error: field `kind` is empty [empty]
        9 | requirements: {r: {clause: c, force: mandatory, none: {kind: []}}}
          |                                                              ^^
        help: write at least one entry, or leave the key out
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, none: {power: {}}}}",
      """
      policy.yaml:9:63: error: field `power` is empty [empty]
        9 | …use: c, force: mandatory, none: {power: {}}}}
          |                                          ^^
        help: write at least one entry, or leave the key out
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, none: [domestic]}}",
      """
      policy.yaml:9:55: error: a predicate must be the name of a definition or a mapping [wrong-type]
        9 | requirements: {r: {clause: c, force: mandatory, none: [domestic]}}
          |                                                       ^^^^^^^^^^
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, none: {tags: {x: y}}}}",
      """
      policy.yaml:9:62: error: expected a text [wrong-type]
        9 | requirements: {r: {clause: c, force: mandatory, none: {tags: {x: y}}}}
          |                                                              ^^^^^^
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, none: {vendor_country: China}}}",
      """
      policy.yaml:9:72: error: a country is a code of two capital letters, such as `CN` [wrong-type]
        9 | …orce: mandatory, none: {vendor_country: China}}}
          |                                          ^^^^^
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, project: domestic}}",
      """
      definitions.yaml:2:14: error: unknown fact `vendor_country` [unknown-fact]
        2 |   domestic: {vendor_country: CN}
          |              ^^^^^^^^^^^^^^
        help: known are `region`, `facility`, `buyer`, `all`, `any`, `not`, `grade`, `hub`, `investment`, `pue`, \
      `received`, `start`
      """),
    Fault(
      """
      requirements: {r: {clause: c, force: mandatory, none: domestic}}
      applies_to: {any: []}
      """,
      """
      policy.yaml:10:19: error: the list of predicates is empty [empty]
        10 | applies_to: {any: []}
           |                   ^^
        help: write at least one entry, or leave the key out
      """),
  ])
  func `a requirement is told what it lacks`(fault: Fault) throws {
    #expect(try Books.fault(Books.policy(fault.parts)) == fault.message)
  }
}
