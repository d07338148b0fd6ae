import Seeds

/// A line of a bill as the reference sees it: what is written, and nothing else.
struct ModelLine {
  var kind: String
  var vendor: String?
  var model: String?
  /// Nil where it is unknown.
  var quantity: Int?
  var price: Int?
  var origin: String?
  var vendorCountry: String?
  var madeIn: String?
  var tflops: Int?
  var tags: [String] = []
  var isOption = false
  var parts: [ModelLine]?

  /// The line as YAML, on one line.
  var yaml: String {
    var fields = ["kind: \(kind)", "quantity: \(quantity.map(String.init) ?? "unknown")"]
    if let vendor { fields.append("vendor: \(vendor)") }
    if let model { fields.append("model: \(model)") }
    if let price { fields.append("unit_price: \(price)") }
    if let origin { fields.append("origin: \(origin)") }
    if let vendorCountry { fields.append("vendor_country: \(vendorCountry)") }
    if let madeIn { fields.append("made_in: \(madeIn)") }
    if let tflops { fields.append("specs: {fp16_tflops: \(tflops)}") }
    if !tags.isEmpty { fields.append("tags: [\(tags.joined(separator: ", "))]") }
    if isOption { fields.append("option: true") }
    if let parts { fields.append("contains: [\(parts.map(\.yaml).joined(separator: ", "))]") }
    return "{\(fields.joined(separator: ", "))}"
  }

  /// A random line that contains at most `budget` others.
  static func random(_ random: inout SeededGenerator, budget: inout Int, depth: Int = 0) -> ModelLine {
    let kind = ["cpu", "accelerator", "accelerator", "os", "server", "server"].randomElement(using: &random) ?? "cpu"
    var line = ModelLine(kind: kind)
    line.quantity = random.chance(5) ? nil : Int.random(in: 1...4, using: &random)
    if !random.chance(3) {
      let product = ModelProduct.all.filter { $0.kind == kind }.randomElement(using: &random)
      line.model = random.chance(4) ? "Zeta Q77" : product?.name
      // A vendor beside a name of two products would tell which of them is meant.
      if random.chance(3), product?.vendor != nil || line.model == "Zeta Q77" {
        line.vendor = random.chance(4) ? "Southgate" : line.model == "Zeta Q77" ? "Northwind" : product?.vendor
      }
    } else if random.chance(3) {
      line.vendor = ["Northwind", "Southgate", "Commonsfolk", "Nobody Inc"].randomElement(using: &random)
    }
    if !random.chance(2) { line.price = Int.random(in: 0...9, using: &random) }
    if random.chance(3) { line.origin = random.chance(2) ? "domestic" : "foreign" }
    if random.chance(4) { line.vendorCountry = ["CN", "US", "foreign"].randomElement(using: &random) }
    if random.chance(2) { line.madeIn = ["CN", "US", "foreign"].randomElement(using: &random) }
    if random.chance(4) { line.tflops = Int.random(in: 0...7, using: &random) }
    if random.chance(4) { line.tags = ["green"] }
    line.isOption = random.chance(12)
    if depth < 2, budget > 0, kind == "server" || random.chance(6) {
      var parts: [ModelLine] = []
      while budget > 0, random.chance(2) {
        budget -= 1
        parts.append(.random(&random, budget: &budget, depth: depth + 1))
      }
      if !parts.isEmpty || random.chance(4) { line.parts = parts }
    }
    return line
  }
}
