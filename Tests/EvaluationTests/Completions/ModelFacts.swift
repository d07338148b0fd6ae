/// All that can be true of a line, attribute by attribute (DESIGN, section 4).
struct ModelFacts {
  var kind: String
  var countries: Set<String>
  var makers: Set<String>
  var origins: Set<String>
  var isGreen: Set<Bool>
  var isApproved: Set<Bool>
  var isClosed: Set<Bool>
  var tflops: Limits
  var quantity: Limits
  var price: Limits
  private let component: String??

  init(_ position: ModelBill.Position, claims: Bool) {
    let line = position.line
    let product = line.isKnownProduct ? ModelProduct.named(line.model) : nil
    kind = line.kind
    quantity = position.quantity
    price = line.price.map { Limits($0, $0) } ?? Limits(0, nil)
    let everywhere = ModelProduct.everywhere
    var shown = product?.countries ?? everywhere
    if shown == everywhere, !line.hasVendorConflict, let country = ModelProduct.vendorCountries[line.vendor ?? ""] {
      shown = [country]
    }
    countries = shown == everywhere && claims ? line.claimedCountries : shown
    makers = claims ? Self.meaning(of: line.madeIn) : everywhere
    origins = claims && line.origin != nil ? [line.origin ?? ""] : ["domestic", "foreign"]
    isGreen = ModelProduct.open
    if claims, line.tags.contains("green") {
      isGreen = [true]
    } else if claims, product?.component != nil {
      isGreen = [false]
    }
    isApproved = product?.approved ?? ModelProduct.open
    if isApproved == ModelProduct.open, !countries.contains("CN"), product?.vendor != nil || product == nil {
      isApproved = [false]
    }
    isClosed = product?.closed ?? ModelProduct.open
    // The catalogue beats the claim, but a claim within its limits is no contradiction.
    if claims, let claimed = line.tflops, product?.tflops?.contains(claimed) ?? true {
      tflops = Limits(claimed, claimed)
    } else if let known = product?.tflops {
      tflops = Limits(known.lowerBound, known.upperBound)
    } else {
      tflops = Limits(0, line.kind == "accelerator" ? 8 : nil)
    }
    component = product.map(\.component)
  }

  /// Whether it can be, and can not be, a component.
  func isComponent(_ id: String) -> Set<Bool> {
    if let known = component { return [known == id] }
    return ModelProduct.all.contains { $0.component == id && $0.kind == kind } ? ModelProduct.open : [false]
  }

  /// The countries that a word of a bill means.
  static func meaning(of word: String?) -> Set<String> {
    switch word {
    case nil: ModelProduct.everywhere
    case "foreign": ModelProduct.abroad
    case let code?: [code]
    }
  }
}

extension ModelLine {
  /// The countries of design that its claims allow; all where they clash.
  var claimedCountries: Set<String> {
    let byOrigin = ModelFacts.meaning(of: origin == "domestic" ? "CN" : origin)
    let both = byOrigin.intersection(ModelFacts.meaning(of: vendorCountry))
    return both.isEmpty ? ModelProduct.everywhere : both
  }
}
