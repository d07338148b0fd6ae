import Evaluation
import Testing

@Suite struct CountryTests {
  @Test(arguments: [
    // Known only not to be China.
    ("origin: foreign", "CN", Verdict.fail), ("origin: foreign", "US", .undetermined),
    ("origin: foreign", "[US, DE]", .undetermined),
    ("origin: foreign", "[CN, US]", .undetermined), ("vendor_country: foreign", "CN", .fail),
    ("vendor_country: foreign", "JP", .undetermined),
    ("origin: foreign", "[CN, CN]", .fail),
    // Two claims together.
    ("origin: foreign, vendor_country: US", "US", .pass), ("origin: foreign, vendor_country: US", "CN", .fail),
    ("origin: foreign, vendor_country: foreign", "CN", .fail), ("origin: domestic, vendor_country: CN", "CN", .pass),
    // Two claims that clash say nothing.
    ("origin: domestic, vendor_country: US", "CN", .undetermined),
    ("origin: domestic, vendor_country: US", "US", .undetermined),
    ("origin: foreign, vendor_country: CN", "CN", .undetermined),
    ("origin: domestic, vendor_country: foreign", "CN", .undetermined),
    // The component's vendor, or the vendor alone.
    ("model: Kernelchip", "CN", .pass), ("model: Elbechip", "[US, DE]", .pass), ("vendor: Northwind", "CN", .pass),
    ("vendor: Northwind, model: Zeta Q77", "CN", .pass), ("vendor: Southgate, model: Zeta Q77", "CN", .fail),
    // A vendor without a seat leaves it to the claim.
    ("vendor: Commonsfolk", "CN", .undetermined), ("vendor: Commonsfolk, vendor_country: CN", "CN", .pass),
    // A vendor who does not make the product leaves both unknown.
    ("vendor: Southgate, model: Kernelchip", "CN", .undetermined),
    ("vendor: Northwind, model: Elbechip", "CN", .undetermined),
    ("vendor: Nobody Inc, model: Kernelchip", "CN", .pass),
  ])
  func `the country of design is what catalogue and claims allow`(line: String, codes: String, verdict: Verdict) throws
  {
    let result = try Bench.judge(
      "every: {among: {kind: cpu}, must: {vendor_country: \(codes)}}", lines: "- {kind: cpu, quantity: 1, \(line)}")
    #expect(result.verdict == verdict)
  }

  @Test(arguments: [
    ("made_in: CN", "CN", Verdict.pass), ("made_in: foreign", "CN", .fail), ("made_in: foreign", "US", .undetermined),
    ("made_in: foreign", "[CN, US]", .undetermined), ("made_in: US", "CN", .fail), ("supplier: s", "CN", .undetermined),
  ])
  func `the country of making is what the bill says`(line: String, codes: String, verdict: Verdict) throws {
    let result = try Bench.judge(
      "every: {among: {kind: cpu}, must: {made_in: \(codes)}}", lines: "- {kind: cpu, quantity: 1, \(line)}")
    #expect(result.verdict == verdict)
  }

  @Test(arguments: [
    ("Gemini", "{vendor_country: CN}", Verdict.undetermined), ("Gemini", "{isa: twin}", .pass),
    ("Gemini", "{cooling_type: air}", .pass),
    ("Gemini", "{fp16_tflops: {at_least: 3, at_most: 5}}", .pass),
    ("Gemini", "{fp16_tflops: {at_least: 4}}", .undetermined),
    ("Gemini", "{fp16_tflops: {above: 5}}", .fail), ("Gemini", "{component: nova}", .fail),
    ("Gemini", "{component: gemini-north}", .undetermined),
    ("Gemini", "{component: [gemini-north, gemini-south]}", .pass), ("Gemini", "{vendor: north}", .undetermined),
    ("Gemini", "{vendor: [north, south]}", .pass), ("Gemini", "{vendor: east}", .fail),
    // Both abroad, in two countries.
    ("Pollux", "{vendor_country: CN}", .fail), ("Pollux", "{vendor_country: US}", .undetermined),
    ("Pollux", "{cooling_type: air}", .undetermined),
    ("Pollux", "{fp16_tflops: {at_most: 8}}", .pass), ("Pollux", "{fp16_tflops: {at_most: 7}}", .undetermined),
  ])
  func `an ambiguous name has what all its candidates agree on`(model: String, predicate: String, verdict: Verdict)
    throws
  {
    let result = try Bench.judge(
      "every: {among: {kind: accelerator}, must: \(predicate)}",
      lines: "- {kind: accelerator, quantity: 1, model: \(model)}")
    #expect(result.verdict == verdict)
  }

  @Test(arguments: [
    ("model: Zeta Q77", "{component: kernel}", Verdict.undetermined), ("model: Zeta Q77", "{component: nova}", .fail),
    ("model: Zeta Q77", "{vendor: north}", .undetermined), ("vendor: Southgate", "{vendor: north}", .fail),
    ("model: Zeta Q77", "{isa: nova}", .undetermined), ("model: Kernelchip", "{tags: x}", .fail),
    ("model: Zeta Q77", "{tags: x}", .undetermined),
    ("model: Kernelchip, tags: [y, x]", "{tags: x}", .pass), ("model: Kernelchip", "{supplier: s}", .undetermined),
    ("unit_price: 5", "{unit_price: {below: 5}}", .fail), ("supplier: s", "{unit_price: {below: 5}}", .undetermined),
    ("supplier: s", "{unit_price: {at_least: 0}}", .pass),
    ("supplier: s", "{fp16_tflops: {at_most: 8}}", .undetermined),
  ])
  func `what is not known of a line leaves it open`(line: String, predicate: String, verdict: Verdict) throws {
    let result = try Bench.judge(
      "every: {among: {kind: cpu}, must: \(predicate)}", lines: "- {kind: cpu, quantity: 1, \(line)}")
    #expect(result.verdict == verdict)
  }
}
