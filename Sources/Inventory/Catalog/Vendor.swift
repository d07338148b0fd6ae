/// A maker of components, with all the names it goes by and the country it is controlled from.
public struct Vendor: Sendable {
  /// Its identifier in the catalogue, such as `huawei`.
  public let id: String
  /// Its names, as sheets and machines write them; the first is shown.
  public let names: [String]
  /// ISO 3166-1 alpha-2; nil for a community without a seat.
  public let country: String?
}
