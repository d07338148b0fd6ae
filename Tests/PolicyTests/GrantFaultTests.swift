import Testing

@Suite struct GrantFaultTests {
  @Test(arguments: [
    Fault(
      """
      requirements: {r: {clause: c, force: mandatory, none: domestic}}
      grants: {g: {clause: c, amount: {rate: 5%}}}
      """,
      """
      policy.yaml:10:33: error: the rate does not say what it is taken of [missing-key]
        10 | grants: {g: {clause: c, amount: {rate: 5%}}}
           |                                 ^^^^^^^^^^
        help: add `of: <measure>`
      """),
    Fault(
      """
      requirements: {r: {clause: c, force: mandatory, none: domestic}}
      grants: {g: {clause: c, amount: {rate: 5%, of: {fact: pue}}}}
      """,
      """
      policy.yaml:10:48: error: the unit `ratio` does not fit here [wrong-unit]
        10 | grants: {g: {clause: c, amount: {rate: 5%, of: {fact: pue}}}}
           |                                                ^^^^^^^^^^^
        help: the unit here is `CNY`
      """),
    Fault(
      """
      requirements: {r: {clause: c, force: mandatory, none: domestic}}
      grants: {g: {clause: c, amount: {rate: 5元, of: {fact: investment}}}}
      """,
      """
      policy.yaml:10:40: error: the unit `元` of `5元` does not fit here [wrong-unit]
        10 | grants: {g: {clause: c, amount: {rate: 5元, of: {fact: investment}}}}
           |                                        ^^^
        help: the unit here is `ratio`
      """),
    Fault(
      """
      requirements: {r: {clause: c, force: mandatory, none: domestic}}
      grants: {g: {clause: c, amount: {rate: 5%, of: investmen}}}
      """,
      """
      policy.yaml:10:48: error: unknown measure `investmen` [unknown-measure]
        10 | grants: {g: {clause: c, amount: {rate: 5%, of: investmen}}}
           |                                                ^^^^^^^^^
      """),
    Fault(
      """
      requirements: {r: {clause: c, force: mandatory, none: domestic}}
      grants: {g: {clause: c, amount: {exactly: 5, up_to: 6}}}
      """,
      """
      policy.yaml:10:33: error: an amount is one of up_to, exactly, rate, rate_up_to or unstated [two-forms]
        10 | grants: {g: {clause: c, amount: {exactly: 5, up_to: 6}}}
           |                                 ^^^^^^^^^^^^^^^^^^^^^^
      """),
    Fault(
      """
      requirements: {r: {clause: c, force: mandatory, none: domestic}}
      grants: {g: {clause: c, amount: {cap: 6}}}
      """,
      """
      policy.yaml:10:33: error: an amount is one of up_to, exactly, rate, rate_up_to or unstated [missing-key]
        10 | grants: {g: {clause: c, amount: {cap: 6}}}
           |                                 ^^^^^^^^
      """),
    Fault(
      """
      requirements: {r: {clause: c, force: mandatory, none: domestic}}
      grants: {g: {clause: c}}
      """,
      """
      policy.yaml:10:13: error: `amount` is missing [missing-key]
        10 | grants: {g: {clause: c}}
           |             ^^^^^^^^^^^
        help: add `amount:`
      """),
    Fault(
      """
      requirements: {r: {clause: c, force: mandatory, none: domestic}}
      grants: {g: {clause: c, amount: {exactly: 6, of: {fact: investment}}}}
      """,
      """
      policy.yaml:10:50: error: only a rate is taken of something [unused-base]
        10 | grants: {g: {clause: c, amount: {exactly: 6, of: {fact: investment}}}}
           |                                                  ^^^^^^^^^^^^^^^^^^
        help: leave `of` out, or write rate or rate_up_to
      """),
    Fault(
      """
      requirements: {r: {clause: c, force: mandatory, none: domestic}}
      grants: {g: {clause: c, amount: {exactly: 6 PFLOPS}}}
      """,
      """
      policy.yaml:10:43: error: the unit `PFLOPS` of `6 PFLOPS` does not fit here [wrong-unit]
        10 | grants: {g: {clause: c, amount: {exactly: 6 PFLOPS}}}
           |                                           ^^^^^^^^
        help: the unit here is `CNY`
      """),
    Fault(
      """
      requirements: {r: {clause: c, force: mandatory, none: domestic}}
      grants: {g: {clause: c, amount: {exactly: {}}}}
      """,
      """
      policy.yaml:10:43: error: the value by dates is empty [empty]
        10 | grants: {g: {clause: c, amount: {exactly: {}}}}
           |                                           ^^
        help: write at least one entry, or leave the key out
      """),
    Fault(
      """
      requirements: {r: {clause: c, force: mandatory, none: domestic}}
      grants: {g: {clause: c, amount: {unstated: false}}}
      """,
      """
      policy.yaml:10:44: error: `unstated` can only be `true` [wrong-type]
        10 | grants: {g: {clause: c, amount: {unstated: false}}}
           |                                            ^^^^^
      """),
    Fault(
      """
      requirements: {r: {clause: c, force: mandatory, none: domestic}}
      grants: {g: {clause: c, amount: {exactly: 6, cap: {}}}}
      """,
      """
      policy.yaml:10:51: error: the value by dates is empty [empty]
        10 | grants: {g: {clause: c, amount: {exactly: 6, cap: {}}}}
           |                                                   ^^
        help: write at least one entry, or leave the key out
      """),
    Fault(
      """
      requirements: {r: {clause: c, force: mandatory, none: domestic}}
      grants: {g: {clause: c, amount: {exactly: 6, already: received}}}
      """,
      """
      policy.yaml:10:33: error: `already` needs a `cap` to be deducted from [missing-key]
        10 | grants: {g: {clause: c, amount: {exactly: 6, already: received}}}
           |                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      """),
    Fault(
      """
      requirements: {r: {clause: c, force: mandatory, none: domestic}}
      grants: {g: {clause: c, amount: {exactly: 6, cap: 7, already: hub}}}
      """,
      """
      policy.yaml:10:63: error: fact `hub` is of type `boolean`; `number` is needed here [wrong-type]
        10 | …, amount: {exactly: 6, cap: 7, already: hub}}}
           |                                          ^^^
      """),
    Fault(
      """
      requirements: {r: {clause: c, force: mandatory, none: domestic}}
      grants: {g: {clause: c, amount: {exactly: 6, cap: 7, already: pue}}}
      """,
      """
      policy.yaml:10:63: error: the unit `ratio` of `pue` does not fit here [wrong-unit]
        10 | …, amount: {exactly: 6, cap: 7, already: pue}}}
           |                                          ^^^
        help: the unit here is `CNY`
      """),
    Fault(
      """
      requirements: {r: {clause: c, force: mandatory, none: domestic}}
      grants: {g: {clause: c, amount: {exactly: 6, round: {to: 0, mode: down}}}}
      """,
      """
      policy.yaml:10:58: error: the step of a rounding must be above 0 [wrong-type]
        10 | grants: {g: {clause: c, amount: {exactly: 6, round: {to: 0, mode: down}}}}
           |                                                          ^
      """),
    Fault(
      """
      requirements: {r: {clause: c, force: mandatory, none: domestic}}
      grants: {g: {clause: c, amount: {exactly: 6, round: {to: 1}}}}
      """,
      """
      policy.yaml:10:53: error: `mode` is missing [missing-key]
        10 | grants: {g: {clause: c, amount: {exactly: 6, round: {to: 1}}}}
           |                                                     ^^^^^^^
        help: add `mode:`
      """),
    Fault(
      """
      requirements: {r: {clause: c, force: mandatory, none: domestic}}
      grants: {g: {clause: c, currency: yuan, amount: {exactly: 6}}}
      """,
      """
      policy.yaml:10:35: error: `yuan` is not a currency code [bad-currency]
        10 | grants: {g: {clause: c, currency: yuan, amount: {exactly: 6}}}
           |                                   ^^^^
        help: write three capital letters, such as `CNY`
      """),
    Fault(
      """
      requirements: {r: {clause: c, force: mandatory, none: domestic}}
      grants: {g: {clause: c, amount: {exactly: 6 元, cap: 7}, currency: USD}}
      """,
      """
      policy.yaml:10:43: error: the unit `元` of `6 元` does not fit here [wrong-unit]
        10 | grants: {g: {clause: c, amount: {exactly: 6 元, cap: 7}, currency: USD}}
           |                                           ^^^^
        help: the number here has no unit
      """),
  ])
  func `a grant is told what it lacks`(fault: Fault) throws {
    #expect(try Books.fault(Books.policy(fault.parts)) == fault.message)
  }
}
