internal import Diagnostics
internal import Documents
internal import Inventory

extension TablePiece {
  /// Records of one bill that stand together.
  struct BillRecords {
    /// As it stands in the file, without quotes and space around it; empty where the first records state none.
    var id: String
    /// Where they stand in the bytes.
    var bytes: Range<Int>
    /// The line of the piece at which they begin.
    var line: Int
  }

  /// The bills, by the ids alone. A record without an id goes with those above it.
  func bills() -> [BillRecords] {
    let walk = layout.walk
    return bytes.withUnsafeBufferPointer { bytes in
      var begins: [Int] = []
      _ = walk.begins(of: bytes, from: layout.head.count, isLast: true, into: &begins)
      begins.append(bytes.count)
      var found: [BillRecords] = []
      var line = layout.headLines + 1
      for (start, end) in zip(begins, begins.dropFirst()) {
        let record = UnsafeBufferPointer(rebasing: bytes[start..<end])
        let id = layout.identifier(walk.field(layout.header.column, in: record))
        if let last = found.last, id.isEmpty || id == last.id || last.id.isEmpty {
          found[found.count - 1].bytes = last.bytes.lowerBound..<end
          if last.id.isEmpty { found[found.count - 1].id = id }
        } else if !id.isEmpty || record.contains(where: { $0 > 0x20 && $0 != layout.separator.rawValue }) {
          found.append(BillRecords(id: id, bytes: start..<end, line: line))
        }
        line += LineCount.breaks(in: record)
      }
      return found
    }
  }

  /// Some bytes behind the header as a piece of its own, given the line of the file at which they begin.
  func piece(of range: Range<Int>, line: Int) -> TablePiece {
    let head = layout.head.count
    var excerpt = Excerpt(from: 1)
    excerpt.add(line: layout.headLines + 1, from: line)
    return TablePiece(
      layout: layout, bytes: layout.head + bytes[range.lowerBound + head..<range.upperBound + head], excerpt: excerpt,
      offset: offset + range.lowerBound, isContiguous: true)
  }

  /// What stands from a byte behind the header on.
  func suffix(from start: Int) -> TablePiece {
    let head = layout.head.count
    let lines = bytes[head..<head + start].withUnsafeBufferPointer { LineCount.breaks(in: $0) }
    return piece(of: start..<bytes.count - head, line: excerpt.line(layout.headLines + 1 + lines))
  }

  /// One bill's records behind the header, as a piece of its own.
  func piece(of bill: BillRecords) -> TablePiece {
    var excerpt = Excerpt(from: 1)
    excerpt.add(line: layout.headLines + 1, from: bill.line, of: self.excerpt)
    return TablePiece(
      layout: layout, bytes: layout.head + bytes[bill.bytes], excerpt: excerpt, offset: offset,
      isContiguous: false)
  }
}

extension TableLayout {
  /// The id in a field, decoded.
  func identifier(_ bytes: [UInt8]) -> String {
    guard !bytes.allSatisfy({ $0 < 0x80 }), !isUTF8,
      let file = try? SourceFile.decodingTable(bytes, name: name)
    else { return String(decoding: bytes, as: UTF8.self) }
    return String(decoding: file.bytes, as: UTF8.self)
  }

  /// The text of a piece.
  func text(_ bytes: [UInt8], _ excerpt: Excerpt) throws(Problems) -> SourceFile {
    do {
      let file = try isUTF8 ? SourceFile.decoding(bytes, name: name) : SourceFile.decodingTable(bytes, name: name)
      return SourceFile(name: name, bytes: file.bytes, excerpt: excerpt)
    } catch {
      throw error.placed(in: excerpt)
    }
  }
}
