public import Diagnostics
public import Quantities

/// One position of a bill of materials, as written.
public struct Line: Sendable {
  /// Its identifier; nil where none is given.
  public var id: String?
  /// What it is.
  public var kind: Kind { didSet { identity = nil } }
  /// The maker, as written.
  public var vendor: String? { didSet { identity = nil } }
  /// The product, as written.
  public var model: String? { didSet { identity = nil } }
  /// How many a unit of the parent has; `[0, ∞)` where the bill says that it is unknown.
  public var quantity: Interval
  /// The price of one, in the project's currency.
  public var unitPrice: Rational?
  /// What the bill says of its origin.
  public var origin: Origin?
  /// The country of design and control, as the bill says.
  public var vendorCountry: Country?
  /// The country of making, as the bill says.
  public var madeIn: Country?
  /// Properties of one unit, as the bill says.
  public var specs: [String: SpecValue] = [:]
  /// Words that the bill attaches to it.
  public var tags: [String] = []
  /// The seller.
  public var supplier: String?
  /// The lot of the tender.
  public var lot: String?
  /// Whether it is an option or a spare: shown, never counted.
  public var isOption = false
  /// What a unit contains; nil where the bill does not say.
  public var contents: [Line]?
  /// Where it stands.
  public var span: SourceSpan
  /// The components that an identifier read from a machine means, such as a PCI number, by their identifiers; nil where
  /// the names decide.
  public var components: [String]? { didSet { identity = nil } }
  /// What kind, names and components mean by the catalogue, where its reader has found that already.
  var identity: Identity?
  /// Where each field was found, as far as it is not `span` itself; filled by readers of foreign formats.
  public var places = FieldPlaces()

  /// A line of a kind, with its quantity.
  public init(kind: Kind, quantity: Interval, span: SourceSpan) {
    self.kind = kind
    self.quantity = quantity
    self.span = span
  }
}

/// What is known of a country: which one it is, or only that it is not China.
public enum Country: Hashable, Sendable {
  case code(String)
  case notChina

  /// Whether it is one of a few countries.
  public func isAmong(_ codes: [String]) -> Truth {
    switch self {
    case .code(let code): Truth(codes.contains(code))
    case .notChina: codes.allSatisfy { $0 == "CN" } ? .no : .unknown
    }
  }

  /// Whether the two can be the same country.
  public func agrees(with other: Country) -> Bool {
    switch (self, other) {
    case (.code(let a), .code(let b)): a == b
    case (.notChina, .code(let code)), (.code(let code), .notChina): code != "CN"
    case (.notChina, .notChina): true
    }
  }
}
