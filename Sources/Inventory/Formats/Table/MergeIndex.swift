internal import Documents

/// Cells that were merged downwards, by column, so that a row finds the cell whose text it shares.
struct MergeIndex {
  private var byColumn: [Int: [ClosedRange<Int>]] = [:]

  /// The merges of a table in a few columns.
  init(_ merges: [Table.Merge], columns: [Int]) {
    for column in columns {
      let rows = merges.filter { $0.columns.contains(column) && $0.rows.count > 1 }.map(\.rows)
      if !rows.isEmpty { byColumn[column] = rows.sorted { $0.lowerBound < $1.lowerBound } }
    }
  }

  /// The first row of the cell in which a place lies; nil where it was not merged downwards.
  func firstRow(of row: Int, column: Int) -> Int? {
    guard let merges = byColumn[column] else { return nil }
    var low = 0
    var high = merges.count
    while low < high {
      let middle = (low + high) / 2
      if merges[middle].lowerBound <= row { low = middle + 1 } else { high = middle }
    }
    guard low > 0, merges[low - 1].contains(row) else { return nil }
    return merges[low - 1].lowerBound
  }
}
