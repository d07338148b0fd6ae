/// What a person says of a table where its own words do not: read from a mapping file, or taken from a run.
public struct TableMapping: Sendable {
  /// Which row is the header.
  public enum Header: Hashable, Sendable {
    /// It is looked for.
    case found
    /// There is none: columns are named by their letters.
    case none
    /// The row of this number; two where a second row divides the first.
    case rows(ClosedRange<Int>)
  }

  /// Whether quantities of parts are for one unit of what holds them, or for all of them.
  public enum PartCount: String, CaseIterable, Sendable {
    case perUnit = "per-unit"
    case total
  }

  /// The sheets to read, by name; empty for all that are not hidden.
  public var sheets: [String] = []
  /// Where the header is.
  public var header = Header.found
  /// What columns hold, by what stands over them, or by letter.
  public var columns: [(title: String, field: TableField)] = []
  /// In what money is stated, whatever the header says; a cell that says it itself goes before.
  public var money: MoneyUnit?
  /// Whether prices hold the tax.
  public var prices: PriceBasis?
  /// How quantities of parts count.
  public var parts: PartCount?
  /// What words of the name columns are.
  public var kinds: [(word: String, kind: Kind)] = []
  /// What words of the columns for 是否国产 mean; nil where a word leaves it open.
  public var origins: [(word: String, origin: Origin?)] = []
  /// What a row without the field has: `kind`, `brand`, `supplier`, `lot`.
  public var defaults: [TableField: String] = [:]
  /// What a row without a kind is.
  public var defaultKind: Kind?

  /// A mapping that says nothing.
  public init() {}

  /// What a column holds; nil where the mapping does not say.
  func field(of text: HeaderText, column: Int) -> TableField? {
    guard !columns.isEmpty else { return nil }
    let letters = Self.letters(of: column)
    let named = columns.first { title, _ in
      let wanted = HeaderText(title)
      return wanted.whole == text.whole || (wanted.whole == wanted.key && wanted.key == text.key && !text.key.isEmpty)
    }
    return named?.field ?? columns.first { $0.title == letters }?.field
  }

  /// A column as a workbook names it: 28 is `AB`.
  static func letters(of column: Int) -> String {
    var rest = column
    var letters = ""
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
