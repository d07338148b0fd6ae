import Seeds

/// A grant of the reference. All sums of money are whole yuan unless said otherwise.
struct ModelGrant {
  var requires: [Int]
  var form: Form
  var cap: Int?
  /// Whether what was received already goes off the cap.
  var deductsReceived = false
  /// The step of the rounding in hundredths of a yuan, and its mode; nil for the default.
  var rounding: (hundredths: Int, mode: String)?
  var exclusive: String?
  var when: ModelProjectCondition?

  enum Form {
    case upTo(Int)
    case exactly(Int)
    /// Percent of the money of the lines that meet a condition.
    case rate(Int, ModelCondition)
    case rateUpTo(Int, ModelCondition)
    case unstated
  }

  /// The grant as YAML, on one line.
  var yaml: String {
    var amount =
      switch form {
      case .upTo(let most): "up_to: \(most)"
      case .exactly(let sum): "exactly: \(sum)"
      case .rate(let percent, let among): "rate: \(percent)%, of: {total: {of: amount, among: \(among.yaml)}}"
      case .rateUpTo(let percent, let among): "rate_up_to: \(percent)%, of: {total: {of: amount, among: \(among.yaml)}}"
      case .unstated: "unstated: true"
      }
    if let cap { amount += ", cap: \(cap)" }
    if deductsReceived { amount += ", already: received" }
    if let rounding { amount += ", round: {to: \(decimal(rounding.hundredths)), mode: \(rounding.mode)}" }
    var fields = [
      "clause: c", "requires: [\(requires.map { "r\($0)" }.joined(separator: ", "))]", "amount: {\(amount)}",
    ]
    if let exclusive { fields.append("exclusive: \(exclusive)") }
    if let when { fields.append("when: \(when.yaml)") }
    return "{\(fields.joined(separator: ", "))}"
  }

  private func decimal(_ hundredths: Int) -> String {
    "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)"
  }

  static func random(_ random: inout SeededGenerator, requirements: Int) -> ModelGrant {
    let among = ModelCondition.randomAmong(&random)
    let form: Form =
      switch Int.random(in: 0..<6, using: &random) {
      case 0: .upTo(Int.random(in: 0...100, using: &random))
      case 1: .exactly(Int.random(in: 0...100, using: &random))
      case 2, 3: .rate(Int.random(in: 0...130, using: &random), among)
      case 4: .rateUpTo(Int.random(in: 0...130, using: &random), among)
      default: .unstated
      }
    var grant = ModelGrant(requires: (0..<requirements).filter { _ in random.chance(3) }, form: form)
    if random.chance(2) {
      grant.cap = Int.random(in: 0...60, using: &random)
      grant.deductsReceived = random.chance(2)
    }
    if random.chance(2) {
      let mode = ["down", "up", "half_up", "half_even"].randomElement(using: &random) ?? "down"
      grant.rounding = ([1, 7, 50, 100, 500].randomElement(using: &random) ?? 1, mode)
    }
    grant.exclusive = random.chance(2) ? ["x", "y"].randomElement(using: &random) : nil
    grant.when = random.chance(5) ? .random(&random) : nil
    return grant
  }
}

extension ModelGrant {
  /// What it brings in every completion in which it is had, before eligibility.
  func amounts(_ outcomes: ModelOutcomes) -> [Point] {
    let received = outcomes.project.received.map { [$0] } ?? [0, 1, 20, 1000]
    return raw(outcomes).flatMap { raw in
      (deductsReceived ? received : [0]).map { rounded(capped(raw, received: $0)) }
    }
  }

  private func raw(_ outcomes: ModelOutcomes) -> [Point] {
    func bases(_ among: ModelCondition) -> [Point] {
      let isAmong = outcomes.weights.membership(among)
      let limits = isAmong.indices.map { outcomes.weights.weight(of: $0, by: .amount, among: isAmong) }
      return Completions(among: isAmong, of: isAmong.map { _ in [true] }, weights: limits).totals()
    }
    func times(_ percent: Int, _ base: Point) -> Point {
      // No percent of a sum without bound is still nothing.
      if percent == 0 { return Point(0) }
      return base == .infinity ? .infinity : Point(base.top * percent, base.bottom * 100)
    }
    switch form {
    case .upTo(let most): return [Point(0), Point(most)]
    case .exactly(let sum): return [Point(sum)]
    case .rate(let percent, let among): return bases(among).map { times(percent, $0) }
    case .rateUpTo(let percent, let among): return [Point(0)] + bases(among).map { times(percent, $0) }
    case .unstated: return [Point(0), .infinity]
    }
  }

  private func capped(_ amount: Point, received: Int) -> Point {
    guard let cap else { return amount }
    return min(amount, Point(max(0, cap - received)))
  }

  private func rounded(_ amount: Point) -> Point {
    guard amount != .infinity else { return amount }
    let (step, mode) = rounding ?? (1, "down")
    let top = amount.top * 100
    let bottom = amount.bottom * step
    var steps = top / bottom
    let rest = top % bottom
    switch mode {
    case "up": steps += rest > 0 ? 1 : 0
    case "half_up": steps += 2 * rest >= bottom ? 1 : 0
    case "half_even": steps += 2 * rest > bottom || (2 * rest == bottom && steps % 2 == 1) ? 1 : 0
    default: break
    }
    return Point(steps * step, 100)
  }
}
