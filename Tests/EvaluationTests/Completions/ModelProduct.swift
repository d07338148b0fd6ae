/// What the reference knows of a product of the bench's catalogue, written down a second time by hand.
struct ModelProduct {
  let name: String
  let kind: String
  /// The maker's own name in a bill.
  let vendor: String?
  /// Countries that it may be of.
  var countries: Set<String>
  /// The least and the most of one unit; nil where nothing is known.
  var tflops: ClosedRange<Int>?
  /// On the list of approved products on 2025-03-01, and on the closed list.
  var approved: Set<Bool>
  var closed: Set<Bool>
  /// Its component, where the name means only one.
  var component: String?
  /// What a unit contains: products by name, with their numbers.
  var parts: [(name: String, count: Int)] = []

  static let everywhere: Set<String> = ["CN", "US", "DE", "FR"]
  static let abroad: Set<String> = ["US", "DE", "FR"]
  static let open: Set<Bool> = [true, false]

  static let all: [ModelProduct] = [
    ModelProduct(
      name: "Nova Prime", kind: "accelerator", vendor: "Northwind", countries: ["CN"], tflops: 4...4, approved: open,
      closed: [false], component: "nova"),
    ModelProduct(
      name: "Sirius Max", kind: "accelerator", vendor: "Southgate", countries: ["US"], tflops: 2...6, approved: [false],
      closed: [true], component: "sirius"),
    ModelProduct(
      name: "Plainboard", kind: "accelerator", vendor: "Eastlake", countries: ["DE"], approved: [false],
      closed: [false], component: "plain"),
    // One name for two products: of China or of the United States, 3 or 5, only the first is approved, both are closed.
    ModelProduct(
      name: "Gemini", kind: "accelerator", vendor: nil, countries: everywhere, tflops: 3...5, approved: open,
      closed: [true]),
    // One name for two products of two countries abroad.
    ModelProduct(
      name: "Pollux", kind: "accelerator", vendor: nil, countries: abroad, approved: [false], closed: open),
    ModelProduct(
      name: "Kernelchip", kind: "cpu", vendor: "Northwind", countries: ["CN"], tflops: 1...1, approved: [true],
      closed: [false], component: "kernel"),
    ModelProduct(
      name: "Elbechip", kind: "cpu", vendor: "Eastlake", countries: ["DE"], approved: [false], closed: [false],
      component: "elbe"),
    ModelProduct(
      name: "Openroot", kind: "os", vendor: "Commonsfolk", countries: everywhere, approved: open, closed: [false],
      component: "openroot"),
    ModelProduct(
      name: "Northroot", kind: "os", vendor: "Northwind", countries: ["CN"], approved: [true], closed: [false],
      component: "northroot"),
    ModelProduct(
      name: "Towerbox", kind: "server", vendor: "Northwind", countries: ["CN"], approved: open, closed: [false],
      component: "tower", parts: [("Kernelchip", 2)]),
    ModelProduct(
      name: "Hollowbox", kind: "server", vendor: "Southgate", countries: ["US"], approved: [false], closed: [false],
      component: "hollow"),
  ]

  static func named(_ name: String?) -> ModelProduct? {
    all.first { $0.name == name }
  }

  /// The country of a vendor that is named beside a product nobody knows.
  static let vendorCountries = ["Northwind": "CN", "Southgate": "US", "Eastlake": "DE"]
}
