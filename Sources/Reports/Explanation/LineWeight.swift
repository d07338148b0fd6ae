internal import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

/// What one line weighs at one end, with how that comes about: the quantity along its parents, times a spec or a price.
struct LineWeight {
  let part: LinePart
  let weight: Bound
  private let basis: Basis?
  private let factors: [Bound]?
  private let notes: [String]

  init(_ part: LinePart, _ weight: Bound, _ end: Explainer.End, _ basis: Basis?, _ explainer: Explainer) {
    self.part = part
    self.weight = weight
    self.basis = basis
    let lines = explainer.assessment.bom.lines
    var chain: [Bound] = []
    var current: Int? = part.line
    while let index = current {
      chain.insert(end.of(lines[index].line.quantity), at: 0)
      current = lines[index].parent
    }
    let say = explainer.say
    var notes: [String] = []
    var candidates: [[Bound]] = []
    switch basis {
    case .quantity: candidates = [chain]
    case .amount:
      if let price = lines[part.line].line.unitPrice { candidates.append(chain + [.finite(price)]) }
      var parent = lines[part.line].parent
      while let index = parent {
        if let price = lines[index].line.unitPrice {
          var outer: [Bound] = [.finite(price)]
          var current: Int? = index
          while let next = current {
            outer.insert(end.of(lines[next].line.quantity), at: 0)
            current = lines[next].parent
          }
          candidates.append(outer)
          if candidates.count == 1 {
            notes.append(say("至多为 \(lines[index].place) 的金额", "at most the amount of \(lines[index].place)"))
          }
          break
        }
        parent = lines[index].parent
      }
    case .spec(let name):
      let line = lines[part.line]
      let context = explainer.assessment.context
      let known = line.spec(name, context.evidence)
      candidates = [chain + [end.of(line.specNumber(name, context.catalog, context.evidence))]]
      if known == nil {
        notes.append(say("\(say.spec(name))不明，按该类产品的上限", "\(say.spec(name)) unknown, the most of its kind is taken"))
      } else if line.restsOnClaim(.specText(name, []), context.catalog) {
        notes.append(say("\(say.spec(name))为清单声明", "\(say.spec(name)) as claimed"))
      }
    case .lines, nil: break
    }
    factors = candidates.first { candidate in
      var product: Bound? = .finite(.one)
      for factor in candidate { product = product.flatMap { try? $0 * factor } }
      return product == weight
    }
    self.notes = weight == .infinity || factors == nil ? [] : notes
  }

  /// The line as a leaf: `24 = 3 × 8 · s1/1 昇腾910B3 · 国产（目录）`.
  func branch(_ result: MeasureResult, _ explainer: Explainer) -> Branch {
    let line = explainer.assessment.bom.lines[part.line]
    var operation: String?
    if let factors {
      let telling = factors.filter { $0 != .finite(.one) }
      if telling.count > 1 { operation = Operation.product(telling) }
    }
    var words = [line.place + " " + explainer.say.title(line)]
    if line.presence == .catalogue { words.append(explainer.say("整机内含（目录）", "inside it, by the catalogue")) }
    if let deciding = DecidingLine(result.measure.form, part, basis) {
      words.append(explainer.say.why(deciding, line, explainer.assessment.context))
    }
    return Step("", weight, operation, notes: (words + notes).filter { !$0.isEmpty }).branch
  }

  /// Why the line weighs nothing.
  func reasonForZero(_ explainer: Explainer) -> String {
    let say = explainer.say
    let lines = explainer.assessment.bom.lines
    if part.weight.high > .zero { return say("最低可能为 0", "it may be 0") }
    guard basis == .amount else { return say("为 0", "it is 0") }
    var parent = lines[part.line].parent
    while let index = parent {
      if lines[index].line.unitPrice != nil {
        return say("已含在 \(lines[index].place) 的金额内", "inside the amount of \(lines[index].place)")
      }
      parent = lines[index].parent
    }
    return lines[part.line].line.unitPrice == nil
      ? say("只是标题，金额在其部件上", "a heading; its parts have the amounts") : say("为 0", "it is 0")
  }
}
