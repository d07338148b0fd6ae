/// What a column of a procurement sheet holds; the words are those of a mapping file.
public enum TableField: String, CaseIterable, Sendable {
  /// The number of the position, such as `1.2`.
  case number
  /// The lot of the tender: 标段, 标包.
  case lot
  /// What is bought, in words.
  case name
  /// What sort of thing it is, in words.
  case category
  /// The chip that is inside.
  case chip
  case brand
  /// The manufacturer.
  case maker
  case model
  /// The version of a product that the name or the model names.
  case version
  /// Brand and model in one cell.
  case brandModel = "brand_model"
  /// The serial numbers of what was delivered.
  case serial = "serial_number"
  /// Properties in words; they never decide what a product is.
  case spec
  /// The country or place of making.
  case madeIn = "made_in"
  /// A column called `origin` that stands alone: a claim of `domestic` or `foreign`, or the place of making.
  case originOrPlace = "origin_or_place"
  /// The country of design and control.
  case vendorCountry = "vendor_country"
  /// 是否国产: whether it is domestic.
  case origin
  /// 是否进口: whether it was made abroad.
  case imported
  /// 国产/进口: where it was made, as one of two words.
  case madeHere = "made_here"
  /// 是否信创.
  case trusted
  /// The unit of the quantity.
  case unit
  case quantity
  case unitPrice = "unit_price"
  /// The price of all units of the line.
  case total
  /// The rate or the amount of tax; read past.
  case tax
  /// The seller.
  case supplier
  /// The line that it belongs to, by number or name.
  case parent
  /// The system that it belongs to, which is no line.
  case group
  /// Whether it is an option or a spare.
  case option
  /// What came of the lot: awarded, failed.
  case outcome
  case remark
  /// How an offer departs from what was asked.
  case deviation
  case bom = "bom_id"
  case project
  case region, facility, buyer, date
  /// The year of procurement, where no day is known.
  case year
  /// A column that is read past.
  case ignore

  /// Whether it says what is bought.
  var saysWhat: Bool {
    switch self {
    case .name, .category, .chip, .model, .brandModel, .spec: true
    default: false
    }
  }

  /// Whether several columns of one table may hold it.
  var mayRepeat: Bool {
    switch self {
    case .spec, .remark, .tax, .ignore, .deviation, .unit, .group, .chip: true
    default: false
    }
  }
}
