public import Diagnostics
internal import Documents

extension TableReader {
  /// The bills of a long table whose columns have the canonical names, the same as `read` gives, with the same problems; nil
  /// where the file is none, or something in it concerns the table as a whole, so that it is for `read`.
  public func readLong(
    _ file: SourceFile, project: Project, _ problems: inout Problems
  ) -> [BillOfMaterials]? {
    let limits = TableLimits.default
    guard file.bytes.count <= limits.bytes else { return nil }
    return file.bytes.withUnsafeBufferPointer { bytes in
      guard let table = LongTable(bytes, of: file, reader: self, project: project) else { return nil }
      var reader = LongTableReader(table)
      var file = LongFile(table: table, bytes: bytes)
      _ = reader.read(UnsafeBufferPointer(rebasing: bytes[table.bodyOffset...]), isLast: true) { block in
        file.add(block)
      }
      guard reader.firstCareful == nil, !file.bills.isEmpty, file.rowCount <= BomReader.lineLimit,
        file.rowCount + reader.blankRows < limits.rows
      else { return nil }
      return file.finish(&problems)
    }
  }
}

/// The bills of a whole file: plain ones at once, the others together in the end, so that they have the problems and the
/// findings that they have among all.
private struct LongFile {
  let table: LongTable
  let bytes: UnsafeBufferPointer<UInt8>
  var bills: [BillOfMaterials] = []
  var rowCount = 0
  /// Where the bills stand, and those that only the careful reader can read.
  private var places: [LineBlock.Bill] = []
  private var odd: [Int] = []

  init(table: LongTable, bytes: UnsafeBufferPointer<UInt8>) {
    self.table = table
    self.bytes = bytes
  }

  mutating func add(_ block: borrowing LineBlock) {
    rowCount += block.numbers.count
    for bill in block.bills.indices {
      places.append(block.bills[bill])
      guard block.bills[bill].isPlain else {
        odd.append(bills.count)
        bills.append(BillOfMaterials(project: Project(), lines: [], file: table.twin.file))
        continue
      }
      bills.append(table.plain(block, bill, bytes, 0, isFirst: bills.isEmpty))
    }
  }

  /// All bills; none, with the problems, where there are errors; nil where that cannot be told here.
  mutating func finish(_ problems: inout Problems) -> [BillOfMaterials]? {
    guard !odd.isEmpty else { return bills }
    // What is said of the table as a whole goes to the first bill.
    let careful = odd.first == 0 ? odd : [0] + odd
    let stretches = careful.map { (bytes, places[$0].start..<places[$0].end, places[$0].row) }
    var own = Problems()
    guard let read = table.careful(stretches, &own) else {
      problems.add(own)
      return []
    }
    guard read.count == careful.count else { return nil }
    problems.add(own)
    for (index, bill) in zip(careful, read) { bills[index] = bill }
    return bills
  }
}
