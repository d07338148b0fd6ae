/// A field of a line, by its key in the canonical bill.
public enum LineField: String, CaseIterable, Sendable {
  case id, kind, component, vendor, model, quantity
  case unitPrice = "unit_price"
  case origin
  case vendorCountry = "vendor_country"
  case madeIn = "made_in"
  case specs, tags, supplier, lot, option, contains
}
