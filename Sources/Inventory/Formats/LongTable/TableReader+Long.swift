public import Diagnostics
internal import Documents

extension TableReader {
  /// The bills of a long table whose columns have the canonical names, the same as `read` gives; nil where the file is
  /// none, or something in it is not plain, so that it is for `read`.
  public func readLong(_ file: SourceFile, project: Project) -> [BillOfMaterials]? {
    guard file.bytes.count <= TableLimits.default.bytes else { return nil }
    return file.bytes.withUnsafeBufferPointer { bytes in
      guard var reader = LongTableReader(bytes, reader: self, project: project),
        beginsPlainly(bytes, columns: reader.columns.roles.count, separator: reader.twin.separator, reader.bodyOffset)
      else { return nil }
      var bills = LongTableBills(file: file, reader: reader)
      _ = reader.read(UnsafeBufferPointer(rebasing: bytes[reader.bodyOffset...]), isLast: true) { block in
        bills.add(block, bytes)
      }
      guard reader.firstCareful == nil, !bills.bills.isEmpty, bills.lineCount <= BomReader.lineLimit else { return nil }
      return bills.bills
    }
  }

  /// Whether the first row is no second header.
  private func beginsPlainly(
    _ bytes: UnsafeBufferPointer<UInt8>, columns: Int, separator: CSV.Separator, _ start: Int
  ) -> Bool {
    let first = RecordPlaces(bytes, from: start, line: 2, columns: columns, separator: separator.rawValue)
    guard let file = try? SourceFile.decoding(Array(bytes[..<first.end]), name: ""),
      let table = try? CSV.table(in: file, separator: separator), table.rows.count == 2
    else { return false }
    let finder = HeaderFinder(table: table, mapping: nil)
    return finder.header(at: 0)?.rows == 0..<1 && finder.header(at: 1) == nil
  }
}
