import Testing

@Suite struct DateFaultTests {
  @Test(arguments: [
    Fault(
      "requirements: {r: {clause: c, force: mandatory, measure: {fact: pue}, at_least: {2024-13-01: 1}}}",
      """
      policy.yaml:9:82: error: `2024-13-01` is not a date [bad-date]
        9 | …atory, measure: {fact: pue}, at_least: {2024-13-01: 1}}}
          |                                          ^^^^^^^^^^
        help: write year-month-day, such as `2025-03-01`
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, measure: {fact: pue}, at_least: {2024: 1, 2024-01-01: 2}}}",
      """
      policy.yaml:9:91: error: two values begin on 2024-01-01 [overlapping-dates]
        9 | …asure: {fact: pue}, at_least: {2024: 1, 2024-01-01: 2}}}
          |                                          ^^^^^^^^^^
        policy.yaml:9:82: the first is here
        9 | …atory, measure: {fact: pue}, at_least: {2024: 1, 2024-01-01: 2}}}
          |                                          ^^^^
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, measure: {fact: pue}, at_least: {2024-06: 1}}}",
      """
      policy.yaml:9:82: error: `2024-06` is not a date [bad-date]
        9 | …atory, measure: {fact: pue}, at_least: {2024-06: 1}}}
          |                                          ^^^^^^^
        help: write year-month-day, such as `2025-03-01`
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, measure: {fact: pue}, at_least: {}}}",
      """
      policy.yaml:9:81: error: the value by dates is empty [empty]
        9 | …datory, measure: {fact: pue}, at_least: {}}}
          |                                          ^^
        help: write at least one entry, or leave the key out
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, none: domestic, when: {start: {at_least: 2024-02-30}}}}",
      """
      policy.yaml:9:90: error: `2024-02-30` is not a date [bad-date]
        9 | …one: domestic, when: {start: {at_least: 2024-02-30}}}}
          |                                          ^^^^^^^^^^
        help: write year-month-day, such as `2025-03-01`
      """),
    Fault(
      """
      requirements: {r: {clause: c, force: mandatory, none: domestic}}
      grants: {g: {clause: c, amount: {exactly: {2025-01-01: 5, 2024-01-01: 3, 2025: 4}}}}
      """,
      """
      policy.yaml:10:74: error: two values begin on 2025-01-01 [overlapping-dates]
        10 | …exactly: {2025-01-01: 5, 2024-01-01: 3, 2025: 4}}}}
           |                                          ^^^^
        policy.yaml:10:44: the first is here
        10 | grants: {g: {clause: c, amount: {exactly: {2025-01-01: 5, 2024-01-01: 3, 2025: 4}}}}
           |                                            ^^^^^^^^^^
      """),
  ])
  func `dates are days of the calendar, and none begins twice`(fault: Fault) throws {
    #expect(try Books.fault(Books.policy(fault.parts)) == fault.message)
  }
}
