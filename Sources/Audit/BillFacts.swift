/// What of a bill is compared with others.
public struct BillFacts: Sendable {
  /// A line of it.
  public struct Line: Sendable {
    /// Its id, or its place.
    public var place: String
    /// The component by its identifier, else the names as written, made alike.
    public var item: String
    /// The price of one in ten-thousandths, with what it is counted in; nil where there is none.
    public var price: (amount: Int, unit: String)?
    /// Its serial numbers.
    public var serials: [String]
    /// The invoices that it is on.
    public var invoices: [String]

    /// A line.
    public init(
      place: String, item: String, price: (amount: Int, unit: String)?, serials: [String], invoices: [String]
    ) {
      (self.place, self.item, self.price) = (place, item, price)
      (self.serials, self.invoices) = (serials, invoices)
    }
  }

  /// A grant that is given once an enterprise and year, in ten-thousandths.
  public struct Grant: Sendable {
    /// `POLICY/GRANT`.
    public var name: String
    /// The least that it brings.
    public var low: Int
    /// The most that it brings; nil where that is open.
    public var high: Int?
    /// The most that an enterprise can have in a year.
    public var cap: Int
    /// The currency.
    public var currency: String

    /// A grant.
    public init(name: String, low: Int, high: Int?, cap: Int, currency: String) {
      (self.name, self.low, self.high, self.cap, self.currency) = (name, low, high, cap, currency)
    }
  }

  /// Its id, else where it stands.
  public var bill: String
  /// Who claims the money; nil where the bill does not say.
  public var enterprise: String?
  /// The year of the procurement.
  public var year: Int
  /// Its lines.
  public var lines: [Line]
  /// Its grants an enterprise and year.
  public var grants: [Grant]

  /// A bill.
  public init(bill: String, enterprise: String?, year: Int, lines: [Line], grants: [Grant]) {
    (self.bill, self.enterprise, self.year, self.lines, self.grants) = (bill, enterprise, year, lines, grants)
  }
}

/// Something that shows only where bills are held beside each other.
public struct Anomaly: Sendable, Encodable {
  /// What kind it is.
  public enum Kind: String, Sendable, Encodable {
    /// One serial number in two projects, or twice in one.
    case serialInProjects = "serial-in-two-projects"
    case serialTwice = "serial-twice"
    /// One invoice in two projects, or on several lines of the same product.
    case invoiceInProjects = "invoice-in-two-projects"
    case invoiceSplit = "invoice-split"
    /// More than an enterprise can have in a year: surely, or if the highest amounts are given.
    case grantsOverCap = "grants-over-cap"
    case grantsMayPassCap = "grants-may-pass-cap"
    /// Prices of one product that are too far from each other.
    case priceSpread = "price-spread"
  }

  /// A line, or a bill as a whole.
  public struct Place: Sendable, Encodable {
    /// The bill.
    public var bill: String
    /// Its line; nil for the bill.
    public var line: String?
    /// The price or the grant there, in ten-thousandths.
    public var amount: Int?
  }

  /// What kind it is.
  public var kind: Kind
  /// The serial number, the invoice, the grant or the product.
  public var subject: String
  /// The product, or the enterprise and year; nil where the subject says all.
  public var detail: String?
  /// The lowest price, or what the grants come to, in ten-thousandths; nil where that has no end.
  public var low: Int?
  /// The highest price, or the most that can be had, in ten-thousandths.
  public var high: Int?
  /// What the amounts are counted in.
  public var unit: String?
  /// Where, the first thousand of them.
  public var places: [Place]
  /// How many places there are.
  public var count: Int
}
