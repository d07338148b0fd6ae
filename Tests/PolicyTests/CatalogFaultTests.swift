import Diagnostics
import Policy
import Testing

@Suite struct CatalogFaultTests {
  private static let head = """
    vendors:
      north: {names: [Northwind], country: CN}
    components:
      kernel: {kind: cpu, vendor: north, model: Kernelchip, sources: [s]}
    """

  private func fault(_ more: String) throws -> String {
    let (book, problems) = try Books.read(
      [Books.policy(Books.plain)], catalog: Self.head + "\n" + more)
    #expect(book == nil)
    return Books.rendered(problems)
  }

  @Test(arguments: [
    Fault(
      "  elbe: {kind: cpu, vendor: nort, model: Elbe, sources: [s]}",
      """
      catalog.yaml:5:29: error: unknown vendor `nort` [unknown-vendor]
        5 |   elbe: {kind: cpu, vendor: nort, model: Elbe, sources: [s]}
          |                             ^^^^
        help: did you mean `north`?
      """),
    Fault(
      "  elbe: {kind: cpu, model: Elbe}",
      """
      catalog.yaml:5:3: error: component `elbe` names no source [missing-source]
        5 |   elbe: {kind: cpu, model: Elbe}
          |   ^^^^
        help: add `sources`, or mark it `verified: false`
      """),
    Fault(
      "  elbe: {kind: cpu, model: Elbe, specs: {fp16_tflop: 5}, sources: [s]}",
      """
      catalog.yaml:5:42: error: unknown spec `fp16_tflop` [unknown-spec]
        5 |   elbe: {kind: cpu, model: Elbe, specs: {fp16_tflop: 5}, sources: [s]}
          |                                          ^^^^^^^^^^
        help: did you mean `fp16_tflops`?
      """),
    Fault(
      "  elbe: {kind: cpu, model: Elbe, specs: {power: {at_least: 9, at_most: 5}}, sources: [s]}",
      """
      catalog.yaml:5:49: error: `at_least` can be neither negative nor above `at_most` [wrong-type]
        5 |   elbe: {kind: cpu, model: Elbe, specs: {power: {at_least: 9, at_most: 5}}, sources: [s]}
          |                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^
      """),
    Fault(
      "  rack: {kind: server, model: Rack, contains: [{component: kernel, quantity: -1}], sources: [s]}",
      """
      catalog.yaml:5:78: error: the quantity of a part must be above 0 [wrong-type]
        5 | …ontains: [{component: kernel, quantity: -1}], sources: [s]}
          |                                          ^^
      """),
    Fault(
      "  elbe: {kind: accelerator, model: Elbe, pci: [{vendor: \"1d94\", device: \"62\"}], sources: [s]}",
      """
      catalog.yaml:5:48: error: a PCI number has four hexadecimal digits [wrong-type]
        5 |   elbe: {kind: accelerator, model: Elbe, pci: [{vendor: "1d94", device: "62"}], sources: [s]}
          |                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        help: write `{vendor: "19e5", device: "d802"}`
      """),
    Fault(
      "pci_vendors: {\"1d94\": {name: Elbe, vendor: nort, built_in: [\"1458\"], source: s}}",
      """
      catalog.yaml:5:44: error: unknown vendor `nort` [unknown-vendor]
        5 | pci_vendors: {"1d94": {name: Elbe, vendor: nort, built_in: ["1458"], source: s}}
          |                                            ^^^^
        help: did you mean `north`?
      """),
    Fault(
      "pci_vendors: {0014: {name: Elbe, source: s}, \"1D94\": {name: Oder, source: s}}",
      """
      catalog.yaml:5:15: error: a PCI number has four hexadecimal digits [wrong-type]
        5 | pci_vendors: {0014: {name: Elbe, source: s}, "1D94": {name: Oder, source: s}}
          |               ^^^^
        help: write it in quotes and lower case, such as `"19e5"`
      catalog.yaml:5:46: error: a PCI number has four hexadecimal digits [wrong-type]
        5 | pci_vendors: {0014: {name: Elbe, source: s}, "1D94": {name: Oder, source: s}}
          |                                              ^^^^^^
        help: write it in quotes and lower case, such as `"19e5"`
      """),
    Fault(
      "pci_vendors: {\"1d94\": {name: Elbe}}",
      """
      catalog.yaml:5:23: error: `source` is missing [missing-key]
        5 | pci_vendors: {"1d94": {name: Elbe}}
          |                       ^^^^^^^^^^^^
        help: add `source:`
      """),
    Fault(
      "  rack: {kind: server, model: Rack, contains: [{component: kernl, quantity: 1}], sources: [s]}",
      """
      catalog.yaml:5:60: error: unknown component `kernl` [unknown-component]
        5 |   rack: {kind: server, model: Rack, contains: [{component: kernl, quantity: 1}], sources: [s]}
          |                                                            ^^^^^
        help: did you mean `kernel`?
      """),
  ])
  func `a component is told what is wrong with it`(fault: Fault) throws {
    let text = try self.fault(fault.parts)
    #expect(text == fault.message)
  }

  @Test(arguments: [
    Fault(
      "lists: {l: {title: l, complete: true, source: s, entries: [{component: kernl, published: 2024-01-01}]}}",
      """
      catalog.yaml:5:72: error: unknown component `kernl` [unknown-component]
        5 | … true, source: s, entries: [{component: kernl, published: 2024-01-01}]}}
          |                                          ^^^^^
        help: did you mean `kernel`?
      """),
    Fault(
      """
      lists:
        l:
          title: l
          complete: true
          source: s
          entries: [{component: kernel, published: 2024-01-02, valid_until: 2024-01-01}]
      """,
      """
      catalog.yaml:10:15: error: the last day of validity is before the announcement [bad-dates]
        10 |     entries: [{component: kernel, published: 2024-01-02, valid_until: 2024-01-01}]
           |               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      """),
    Fault(
      """
      lists:
        approved: {title: a, complete: true, source: s, absent: {not: {list: {name: other}}}, entries: []}
        other: {title: o, complete: true, source: s, absent: {list: {name: approved}}, entries: []}
      """,
      """
      catalog.yaml:6:3: error: the `absent` of list `approved` uses the list itself [cycle]
        6 |   approved: {title: a, complete: true, source: s, absent: {not: {list: {name: other}}}, entries: []}
          |   ^^^^^^^^
      catalog.yaml:7:3: error: the `absent` of list `other` uses the list itself [cycle]
        7 |   other: {title: o, complete: true, source: s, absent: {list: {name: approved}}, entries: []}
          |   ^^^^^
      """),
    Fault(
      "bounds: {cpu: {power: {at_most: 5 TFLOPS, source: s}}}",
      """
      catalog.yaml:5:33: error: the unit `TFLOPS` of `5 TFLOPS` does not fit here [wrong-unit]
        5 | bounds: {cpu: {power: {at_most: 5 TFLOPS, source: s}}}
          |                                 ^^^^^^^^
        help: the unit here is `W`
      """),
  ])
  func `a list or a bound is told what is wrong with it`(fault: Fault) throws {
    let text = try self.fault(fault.parts)
    #expect(text == fault.message)
  }
}
