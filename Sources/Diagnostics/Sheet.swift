/// A sheet of a workbook, as far as a message needs it: its name, and what stands in a row.
public struct Sheet: Sendable {
  /// A cell that is not empty.
  public struct Cell: Sendable {
    /// Its column, from 1.
    public var column: Int
    /// What a reader sees in it.
    public var text: String

    /// A cell with its text.
    public init(column: Int, text: String) {
      self.column = column
      self.text = text
    }
  }

  /// The name on its tab.
  public let name: String
  /// The cells of a row that are not empty, by column; rows count from 1.
  public let cells: @Sendable (_ row: Int) -> [Cell]

  /// A sheet with its rows.
  public init(name: String, cells: @escaping @Sendable (_ row: Int) -> [Cell]) {
    self.name = name
    self.cells = cells
  }

  /// A place as a person finds it in the workbook: `C5`.
  public static func reference(_ place: SourceLocation) -> String {
    var column = Int(place.column)
    var letters = ""
    while column > 0 {
      letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8((column - 1) % 26))) + letters
      column = (column - 1) / 26
    }
    return letters + "\(place.line)"
  }
}

extension Sheet {
  /// A row with a cell of it marked; nil where the row is empty.
  func window(around range: SourceRange) -> LineWindow? {
    let cells = cells(Int(range.lowerBound.line))
    guard !cells.isEmpty else { return nil }
    let marked = cells.firstIndex { $0.column >= range.lowerBound.column } ?? cells.count
    // Up to two cells before the marked one are shown, and no cell at more length than a reader needs.
    let first = max(0, marked - 2)
    var scalars: [Unicode.Scalar] = []
    var place = 0..<0
    for (index, cell) in cells.enumerated().dropFirst(first) {
      if index > first { scalars += Array(" | ".unicodeScalars) }
      let start = scalars.count
      let text = cell.text.unicodeScalars.prefix(40)
      scalars += text
      if text.count < cell.text.unicodeScalars.count { scalars.append("…") }
      if index == marked { place = start..<scalars.count }
      if scalars.count > 100, index >= marked {
        return LineWindow(
          scalars: scalars, marked: place, isCutBefore: first > 0, isCutAfter: index + 1 < cells.count)
      }
    }
    if marked == cells.count { place = scalars.count..<scalars.count }
    return LineWindow(scalars: scalars, marked: place, isCutBefore: first > 0, isCutAfter: false)
  }
}
