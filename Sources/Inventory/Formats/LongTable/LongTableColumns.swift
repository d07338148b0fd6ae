internal import Documents

/// The header of a long table: which column holds what. It knows the canonical names alone; a table with any other column
/// is for the reader of procurement sheets.
struct LongTableColumns {
  /// What a column is for.
  enum Role {
    case id
    /// It says something of the project, and the same on all rows of a bill.
    case project
    case number, quantity, price
    /// It says what a line is.
    case product
  }

  /// The columns from left to right.
  let roles: [Role]
  /// The first of the columns that name a product, by which a row of a project alone is completed.
  let product: Int
  let id: Int
  let quantity: Int
  let price: Int?
  let number: Int?
  /// Columns that a blank cell takes from the row above, as `TableRun` fills them down.
  let vendor: Int?
  let lot: Int?

  /// Nil where a title is none of the names, or is there twice, or where a column is missing without which there is no line.
  init?(_ titles: [String]) {
    var roles: [Role] = []
    for (index, title) in titles.enumerated() {
      guard let role = Self.role(of: title), !titles[..<index].contains(title) else { return nil }
      roles.append(role)
    }
    func only(_ role: Role) -> Int? {
      let found = roles.indices.filter { roles[$0] == role }
      return found.count == 1 ? found[0] : nil
    }
    guard let id = only(.id), let quantity = only(.quantity),
      let product = titles.firstIndex(of: "kind") ?? titles.firstIndex(of: "model"),
      roles.filter({ $0 == .price }).count <= 1
    else { return nil }
    self.roles = roles
    self.id = id
    self.quantity = quantity
    self.product = product
    price = only(.price)
    number = only(.number)
    vendor = titles.firstIndex(of: "vendor")
    lot = titles.firstIndex(of: "lot")
  }

  private static func role(of title: String) -> Role? {
    switch title {
    case "bom_id": .id
    case "region", "facility", "buyer", "date", "year": .project
    case "line": .number
    case "kind", "vendor", "model", "origin", "vendor_country", "made_in", "supplier", "lot", "option": .product
    case "quantity": .quantity
    case "unit_price", "unit_price(元)", "unit_price（元）": .price
    default: nil
    }
  }

  /// Neighbouring columns of some roles.
  func stretches(of wanted: Set<Role>) -> [Range<Int>] { roles.stretches { wanted.contains($0) } }
}
