internal import Documents

/// The header of a long table: which column holds what. A table with columns by which rows speak of each other is for the
/// reader of procurement sheets.
struct LongTableColumns {
  /// What a column is for.
  enum Role {
    case id
    /// The name of the project, which most bills have of their own.
    case name
    /// It says something else of the project, and the same on all rows of a bill.
    case project
    case number, quantity, price
    /// What all of a line costs: it says nothing more where it is quantity times price.
    case total
    /// It says what a line is, or is read past: whatever it says, a line of the same texts is the same.
    case product
  }

  /// The columns from left to right.
  let roles: [Role]
  /// The first of the columns that name a product, by which a row of a project alone is completed.
  let product: Int
  let id: Int
  let name: Int?
  let quantity: Int
  let price: Int?
  let total: Int?
  let number: Int?
  /// Columns that a blank cell takes from the row above, as `TableRun` fills them down, and a bit for each.
  let filledDown: [(column: Int, bit: UInt8)]

  /// Nil where two columns have the same meaning, or one has a meaning that is not a row's own; where prices are in another
  /// unit than the yuan; or where a column is missing without which there is no line.
  init?(_ header: TableHeader, width: Int) {
    var roles = Array(repeating: Role.product, count: width)
    var columns: [TableField: TableHeader.Column] = [:]
    for column in header.columns {
      guard let role = Self.role(of: column.field),
        columns.updateValue(column, forKey: column.field) == nil || column.field.mayRepeat
      else { return nil }
      roles[column.number - 1] = role
    }
    func place(_ field: TableField) -> Int? { columns[field].map { $0.number - 1 } }
    guard let id = place(.bom), let quantity = place(.quantity),
      let product = [.category, .name, .model, .brandModel].lazy.compactMap({ place($0) }).first,
      [.unitPrice, .total].allSatisfy({ columns[$0]?.text.money.map { $0 == .yuan } ?? true })
    else { return nil }
    self.roles = roles
    self.id = id
    name = place(.project)
    self.quantity = quantity
    self.product = product
    price = place(.unitPrice)
    total = place(.total)
    number = place(.number)
    filledDown = [TableField.maker, .lot, .brand].enumerated().compactMap { index, field in
      place(field).map { ($0, 1 << UInt8(index)) }
    }
  }

  private static func role(of field: TableField) -> Role? {
    switch field {
    case .bom: .id
    case .project: .name
    case .region, .facility, .buyer, .date, .year: .project
    case .number: .number
    case .quantity: .quantity
    case .unitPrice: .price
    case .total: .total
    case .name, .category, .chip, .brand, .maker, .model, .version, .brandModel, .spec, .madeIn, .originOrPlace,
      .vendorCountry, .origin, .imported, .madeHere, .trusted, .unit, .supplier, .lot, .option, .remark, .ignore:
      .product
    case .serial, .tax, .parent, .group, .outcome, .deviation: nil
    }
  }

  /// The bits of the columns that a row fills, given those in which it says something.
  func bits(of filled: Set<Int>) -> UInt8 {
    filledDown.reduce(0) { filled.contains($1.column) ? $0 | $1.bit : $0 }
  }

  /// Neighbouring columns of some roles.
  func stretches(of wanted: Set<Role>) -> [Range<Int>] { roles.stretches { wanted.contains($0) } }
}
