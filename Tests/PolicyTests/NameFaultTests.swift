import Testing

@Suite struct NameFaultTests {
  @Test(arguments: [
    Fault(
      """
      statu: x
      requirements: {r: {clause: c, force: mandatory, none: domestic}}
      """,
      """
      policy.yaml:9:1: error: unknown key `statu` [unknown-key]
        9 | statu: x
          | ^^^^^
        help: did you mean `status`?
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, none: domestic, wen: {hub: true}}}",
      """
      policy.yaml:9:65: error: unknown key `wen` [unknown-key]
        9 | …e: c, force: mandatory, none: domestic, wen: {hub: true}}}
          |                                          ^^^
        help: did you mean `when`?
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatry, none: domestic}}",
      """
      policy.yaml:9:38: error: unknown force `mandatry` [unknown-value]
        9 | requirements: {r: {clause: c, force: mandatry, none: domestic}}
          |                                      ^^^^^^^^
        help: did you mean `mandatory`?
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, none: domestc}}",
      """
      policy.yaml:9:55: error: unknown definition `domestc` [unknown-definition]
        9 | requirements: {r: {clause: c, force: mandatory, none: domestc}}
          |                                                       ^^^^^^^
        help: did you mean `domestic`?
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, none: {vendor_contry: CN}}}",
      """
      policy.yaml:9:56: error: unknown field `vendor_contry` [unknown-field]
        9 | requirements: {r: {clause: c, force: mandatory, none: {vendor_contry: CN}}}
          |                                                        ^^^^^^^^^^^^^
        help: did you mean `vendor_country`?
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, none: {vendor: nort}}}",
      """
      policy.yaml:9:64: error: unknown vendor `nort` [unknown-name]
        9 | …se: c, force: mandatory, none: {vendor: nort}}}
          |                                          ^^^^
        help: did you mean `north`?
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, none: {component: [kernel, kernal]}}}",
      """
      policy.yaml:9:76: error: unknown component `kernal` [unknown-name]
        9 | …: mandatory, none: {component: [kernel, kernal]}}}
          |                                          ^^^^^^
        help: did you mean `kernel`?
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, none: {list: {name: aproved}}}}",
      """
      policy.yaml:9:69: error: unknown list `aproved` [unknown-list]
        9 | …, force: mandatory, none: {list: {name: aproved}}}}
          |                                          ^^^^^^^
        help: did you mean `approved`?
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, none: {list: {name: approved, levl: I}}}}",
      """
      policy.yaml:9:79: error: unknown key `levl` [unknown-key]
        9 | …andatory, none: {list: {name: approved, levl: I}}}}
          |                                          ^^^^
        help: did you mean `level`?
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, none: {kind: cpus}}}",
      """
      policy.yaml:9:62: error: unknown kind `cpus` [unknown-value]
        9 | requirements: {r: {clause: c, force: mandatory, none: {kind: cpus}}}
          |                                                              ^^^^
        help: did you mean `cpu`?
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, none: {origin: china}}}",
      """
      policy.yaml:9:64: error: unknown origin `china` [unknown-value]
        9 | …se: c, force: mandatory, none: {origin: china}}}
          |                                          ^^^^^
        help: known are `domestic`, `foreign`
      """),
    Fault(
      """
      measures: {share: {count: {among: domestic}}}
      requirements: {r: {clause: c, force: mandatory, measure: shar, at_least: 1}}
      """,
      """
      policy.yaml:10:58: error: unknown measure `shar` [unknown-measure]
        10 | requirements: {r: {clause: c, force: mandatory, measure: shar, at_least: 1}}
           |                                                          ^^^^
        help: did you mean `share`?
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, all_of: [rr]}}",
      """
      policy.yaml:9:58: error: unknown requirement `rr` [unknown-requirement]
        9 | requirements: {r: {clause: c, force: mandatory, all_of: [rr]}}
          |                                                          ^^
        help: did you mean `r`?
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, measure: {fact: peu}, at_least: 1}}",
      """
      policy.yaml:9:65: error: unknown fact `peu` [unknown-fact]
        9 | …e: c, force: mandatory, measure: {fact: peu}, at_least: 1}}
          |                                          ^^^
        help: did you mean `pue`?
      """),
    Fault(
      "requirements: {r: {clause: c, force: mandatory, none: domestic, when: {hubb: true}}}",
      """
      policy.yaml:9:72: error: unknown fact `hubb` [unknown-fact]
        9 | …orce: mandatory, none: domestic, when: {hubb: true}}}
          |                                          ^^^^
        help: did you mean `hub`?
      """),
    Fault(
      """
      requirements: {r: {clause: c, force: mandatory, none: domestic}}
      applies_to: {region: Ningxa}
      """,
      """
      policy.yaml:10:22: error: unknown region `Ningxa` [unknown-region]
        10 | applies_to: {region: Ningxa}
           |                      ^^^^^^
        help: did you mean `Ningxia`?
      """),
    Fault(
      """
      requirements: {r: {clause: c, force: mandatory, none: domestic}}
      applies_to: {facility: datacenter}
      """,
      """
      policy.yaml:10:24: error: unknown facility `datacenter` [unknown-value]
        10 | applies_to: {facility: datacenter}
           |                        ^^^^^^^^^^
        help: did you mean `data-center`?
      """),
    Fault(
      """
      measures: {m: {total: {of: fp16_tflop, among: domestic}}}
      requirements: {r: {clause: c, force: mandatory, measure: m, at_least: 1}}
      """,
      """
      policy.yaml:9:28: error: unknown basis `fp16_tflop` [unknown-basis]
        9 | measures: {m: {total: {of: fp16_tflop, among: domestic}}}
          |                            ^^^^^^^^^^
        help: did you mean `fp16_tflops`?
      """),
    Fault(
      """
      requirements: {r: {clause: c, force: mandatory, none: domestic}}
      grants: {g: {clause: c, requires: [r, rr], amount: {exactly: 6}}}
      """,
      """
      policy.yaml:10:39: error: unknown requirement `rr` [unknown-requirement]
        10 | grants: {g: {clause: c, requires: [r, rr], amount: {exactly: 6}}}
           |                                       ^^
        help: did you mean `r`?
      """),
    Fault(
      """
      requirements: {r: {clause: c, force: mandatory, none: domestic}}
      grants: {g: {clause: c, amount: {exactly: 6, round: {to: 1, mode: nearest}}}}
      """,
      """
      policy.yaml:10:67: error: unknown rounding `nearest` [unknown-value]
        10 | …ount: {exactly: 6, round: {to: 1, mode: nearest}}}}
           |                                          ^^^^^^^
        help: known are `down`, `up`, `half_up`, `half_even`
      """),
    Fault(
      """
      definitions: {unused: {vendor_contry: CN}}
      requirements: {r: {clause: c, force: mandatory, none: domestic}}
      """,
      """
      policy.yaml:9:24: error: unknown field `vendor_contry` [unknown-field]
        9 | definitions: {unused: {vendor_contry: CN}}
          |                        ^^^^^^^^^^^^^
        help: did you mean `vendor_country`?
      """),
  ])
  func `a name that is not known is told, with the nearest one`(fault: Fault) throws {
    #expect(try Books.fault(Books.policy(fault.parts)) == fault.message)
  }
}
