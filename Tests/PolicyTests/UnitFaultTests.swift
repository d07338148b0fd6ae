import Testing

@Suite struct UnitFaultTests {
  @Test(arguments: [
    Fault(
      """
      measures: {m: {total: {of: fp16_tflops, among: domestic}}}
      requirements: {r: {clause: c, force: mandatory, measure: m, at_least: 1 PFLOP}}
      """,
      """
      policy.yaml:10:71: error: unknown unit `PFLOP` [unknown-unit]
        10 | …force: mandatory, measure: m, at_least: 1 PFLOP}}
           |                                          ^^^^^^^
        help: did you mean `PFLOPS`?
      """),
    Fault(
      """
      measures: {m: {total: {of: fp16_tflops, among: domestic}}}
      requirements: {r: {clause: c, force: mandatory, measure: m, at_least: 90%}}
      """,
      """
      policy.yaml:10:71: error: the unit `ratio` of `90%` does not fit here [wrong-unit]
        10 | …force: mandatory, measure: m, at_least: 90%}}
           |                                          ^^^
        help: the unit here is `TFLOPS`
      """),
    Fault(
      """
      measures: {m: {share: {of: domestic, among: {kind: cpu}, by: quantity}}}
      requirements: {r: {clause: c, force: mandatory, measure: m, at_least: 5 PFLOPS}}
      """,
      """
      policy.yaml:10:71: error: the unit `PFLOPS` of `5 PFLOPS` does not fit here [wrong-unit]
        10 | …force: mandatory, measure: m, at_least: 5 PFLOPS}}
           |                                          ^^^^^^^^
        help: the unit here is `ratio`
      """),
    Fault(
      """
      measures: {m: {total: {of: quantity, among: domestic}}}
      requirements: {r: {clause: c, force: mandatory, measure: m, at_least: 5 元}}
      """,
      """
      policy.yaml:10:71: error: the unit `元` of `5 元` does not fit here [wrong-unit]
        10 | …force: mandatory, measure: m, at_least: 5 元}}
           |                                          ^^^^
        help: the unit here is `count`
      """),
    Fault(
      """
      measures: {m: {product: [{fact: investment}, {total: {of: power, among: domestic}}]}}
      requirements: {r: {clause: c, force: mandatory, measure: m, at_least: 5 W}}
      """,
      """
      policy.yaml:10:71: error: the unit `W` of `5 W` does not fit here [wrong-unit]
        10 | …force: mandatory, measure: m, at_least: 5 W}}
           |                                          ^^^
        help: the number here has no unit
      """),
    Fault(
      """
      measures: {m: {total: {of: amount, among: domestic}, unit: W}}
      requirements: {r: {clause: c, force: mandatory, measure: m, at_least: 5}}
      """,
      """
      policy.yaml:9:60: error: the unit `W` of `W` does not fit here [wrong-unit]
        9 | measures: {m: {total: {of: amount, among: domestic}, unit: W}}
          |                                                            ^
        help: the unit here is `CNY`
      """),
    Fault(
      """
      measures: {m: {total: {of: amount, among: domestic}, also_by: quantity}}
      requirements: {r: {clause: c, force: mandatory, measure: m, at_least: 5}}
      """,
      """
      policy.yaml:9:63: error: the units of `also_by` and `of` differ [wrong-unit]
        9 | …{of: amount, among: domestic}, also_by: quantity}}
          |                                          ^^^^^^^^
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, measure: {fact: pue}, at_least: {2024: 1, 2025: 5 TFLOPS}}}",
      """
      policy.yaml:9:97: error: the unit `TFLOPS` of `5 TFLOPS` does not fit here [wrong-unit]
        9 | … {fact: pue}, at_least: {2024: 1, 2025: 5 TFLOPS}}}
          |                                          ^^^^^^^^
        help: the unit here is `ratio`
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, none: {power: {at_least: 5 TFLOPS}}}}",
      """
      policy.yaml:9:74: error: the unit `TFLOPS` of `5 TFLOPS` does not fit here [wrong-unit]
        9 | …ce: mandatory, none: {power: {at_least: 5 TFLOPS}}}}
          |                                          ^^^^^^^^
        help: the unit here is `W`
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, none: {unit_price: [5, 6 W]}}}",
      """
      policy.yaml:9:72: error: the unit `W` of `6 W` does not fit here [wrong-unit]
        9 | …orce: mandatory, none: {unit_price: [5, 6 W]}}}
          |                                          ^^^
        help: the unit here is `CNY`
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, none: domestic, when: {investment: {above: 5%}}}}",
      """
      policy.yaml:9:92: error: the unit `ratio` of `5%` does not fit here [wrong-unit]
        9 | …e: domestic, when: {investment: {above: 5%}}}}
          |                                          ^^
        help: the unit here is `CNY`
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, measure: {fact: pue}, at_least: much}}",
      """
      policy.yaml:9:81: error: `much` is not a figure [wrong-type]
        9 | …datory, measure: {fact: pue}, at_least: much}}
          |                                          ^^^^
        help: write it as `0.9`, `90%` or `2000 PFLOPS`
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, measure: {fact: pue}, at_least: [1]}}",
      """
      policy.yaml:9:81: error: expected a number [wrong-type]
        9 | …datory, measure: {fact: pue}, at_least: [1]}}
          |                                          ^^^
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, measure: {fact: pue}, at_least: 1e99}}",
      """
      policy.yaml:9:81: error: `1e99` is past what exact arithmetic holds [overflow]
        9 | …datory, measure: {fact: pue}, at_least: 1e99}}
          |                                          ^^^^
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, measure: {fact: pue}, at_least: １}}",
      """
      policy.yaml:9:81: error: `１` is not a figure [wrong-type]
        9 | …datory, measure: {fact: pue}, at_least: １}}
          |                                          ^^
        help: write it as `0.9`, `90%` or `2000 PFLOPS`
      """),
  ])
  func `a number must fit what it is held against`(fault: Fault) throws {
    #expect(try Books.fault(Books.policy(fault.parts)) == fault.message)
  }
}
