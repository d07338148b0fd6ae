internal import Inventory
internal import Policy
internal import Quantities

/// What a requirement's test comes to, before options, waivers and applicability.
struct Judgement {
  var verdict: Verdict
  var reason: Reason?
  var measure: MeasureResult?
  var verdicts: [Verdict] = []
  var verified: Interval?
  var value: Rational?
  var parts: [LinePart] = []
  var lines: [Int] = []
  var missing: [String] = []
  var isConditional = false
}
