internal import Documents

extension LongTableReader {
  /// Reads a chunk, the first of which begins behind the header, and hands its lines on in blocks. What is left of a
  /// record that is not whole is for the next chunk to begin with.
  ///
  /// - Returns: how many bytes were read. Reading ends at a line that only the careful reader can read.
  public mutating func read(
    _ chunk: UnsafeBufferPointer<UInt8>, isLast: Bool, _ body: (borrowing LineBlock) -> Void
  ) -> Int {
    var start = 0
    while firstCareful == nil, start < chunk.count {
      let scan = scanner.scan(chunk, from: start, isLast: isLast)
      if scan.records > 0 {
        let bills = readLines(chunk, from: start, count: scan.records)
        body(store.block(lines: scan.records, bills: bills, prototypes, projects))
      }
      if firstCareful == nil, let fault = scan.fault { firstCareful = offset + fault }
      guard scan.consumed > start else { break }
      start = scan.consumed
    }
    offset += start
    return start
  }

  /// Fills the store with some records; the number of bills that begin in them.
  private mutating func readLines(_ chunk: UnsafeBufferPointer<UInt8>, from start: Int, count: Int) -> Int {
    guard let base = chunk.baseAddress else { return 0 }
    let bytes = UnsafeRawPointer(base)
    let width = columns.roles.count
    let separator = twin.separator.rawValue
    let ends = scanner.ends
    let (id, quantity) = (columns.id, columns.quantity)
    let (price, position) = (columns.price ?? -1, columns.number ?? -1)
    let required: UInt8 = (columns.vendor == nil ? 0 : 1) | (columns.lot == nil ? 0 : 2)
    let (products, projects, both) = (productStretches, projectStretches, billStretches)
    var bills = 0
    var begin = start
    var before: Record?
    let stretchCount = max(products.count, projects.count)
    return withUnsafeTemporaryAllocation(of: UnsafeRawBufferPointer.self, capacity: max(1, stretchCount)) { buffer in
      for line in 0..<count {
        let fields = Record(
          ends: ends + line * width, bytes: bytes, start: begin, last: width - 1, separator: separator)
        begin = Int(fields.ends[width - 1]) + 1
        store.offsets[line] = offset + fields.start
        var isPlain = true

        if !(before.map { fields.agrees(with: $0, in: both) } ?? false) {
          let project = number(of: projects, fields, buffer, isProduct: false)
          let name = fields[id]
          let isSame =
            before.map { Record.areSame($0[id], name) } ?? openID.withUnsafeBytes { Record.areSame($0, name) }
          if isSame {
            isPlain = project >= 0 && project == openProject
          } else {
            isPlain = project >= 0 && BillIdentifier.isPlain(name) && identifiers.insert(ByteTable.hash(name, 0))
            openProject = project
            filled = 0
            store.bills[bills] = LineBlock.BillStart(line: line, project: project, offset: offset + fields.start)
            bills += 1
          }
        }
        before = fields

        let prototype = number(of: products, fields, buffer, isProduct: true)
        if prototype >= 0 {
          let fill = fills[prototype]
          // A blank cell below a filled one takes its text over.
          if filled & ~fill & required != 0 { isPlain = false }
          filled |= fill
        } else {
          isPlain = false
        }
        store.numbers[line] = Int32(truncatingIfNeeded: prototype)

        var amount: Int64 = -1
        if price >= 0 {
          let text = fields[price]
          if text.count > 0 {
            amount = PlainNumber.tenThousandths(text)
            if amount < 0 { isPlain = false }
          }
        }
        store.prices[line] = amount
        if position >= 0, !PlainNumber.isPosition(fields[position]) { isPlain = false }
        let units = PlainNumber.tenThousandths(fields[quantity])
        store.quantities[line] = isPlain && units > 0 ? units : -1
        if !isPlain || units <= 0, firstCareful == nil { firstCareful = offset + fields.start }
      }
      if let before { openID = Array(before[id]) }
      return bills
    }
  }

  /// The number of what some columns of a record say; −1 where only the careful reader can tell.
  @inline(__always)
  private mutating func number(
    of stretches: [Range<Int>], _ fields: Record, _ buffer: UnsafeMutableBufferPointer<UnsafeRawBufferPointer>,
    isProduct: Bool
  ) -> Int {
    var count = 0
    for stretch in stretches {
      buffer[count] = fields[stretch]
      count += 1
    }
    let texts = UnsafeBufferPointer(rebasing: buffer[..<count])
    let (known, hash) = isProduct ? productTable.number(of: texts) : projectTable.number(of: texts)
    return known ?? add(fields, texts, hash, isProduct: isProduct)
  }

  private mutating func add(
    _ fields: Record, _ texts: UnsafeBufferPointer<UnsafeRawBufferPointer>, _ hash: UInt64, isProduct: Bool
  ) -> Int {
    let role: LongTableColumns.Role = isProduct ? .product : .project
    var own: [Int: [UInt8]] = [:]
    for column in columns.roles.indices where columns.roles[column] == role && !fields[column].isEmpty {
      own[column] = Array(fields[column])
    }
    let separator = twin.separator.rawValue
    if isProduct {
      guard let prototype = twin.prototype(own, tableFindings: least.table.count),
        let number = productTable.add(texts, hash: hash, joinedBy: separator)
      else { return -1 }
      prototypes.append(prototype)
      let vendor: UInt8 = columns.vendor.map { own[$0] != nil } == true ? 1 : 0
      let lot: UInt8 = columns.lot.map { own[$0] != nil } == true ? 2 : 0
      fills.append(vendor | lot)
      return number
    }
    guard let project = twin.project(own, like: least),
      let number = projectTable.add(texts, hash: hash, joinedBy: separator)
    else { return -1 }
    projects.append(project)
    return number
  }
}

/// A record within a chunk.
struct Record {
  let ends: UnsafePointer<UInt32>
  let bytes: UnsafeRawPointer
  let start: Int
  let last: Int
  let separator: UInt8

  /// Whether some neighbouring fields are the same in another record.
  @inline(__always)
  func agrees(with other: Record, in stretches: [Range<Int>]) -> Bool {
    for stretch in stretches where !Self.areSame(self[stretch], other[stretch]) { return false }
    return true
  }

  @inline(__always)
  static func areSame(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    left.count == right.count && ByteTable.areSame(left, 0, right)
  }

  /// The bytes of a field, quotes included.
  @inline(__always)
  subscript(_ column: Int) -> UnsafeRawBufferPointer { self[column..<column + 1] }

  /// The bytes of neighbouring fields, with what separates them.
  @inline(__always)
  subscript(_ stretch: Range<Int>) -> UnsafeRawBufferPointer {
    let from = stretch.lowerBound == 0 ? start : Int(ends[stretch.lowerBound - 1]) + 1
    var to = Int(ends[stretch.upperBound - 1])
    if stretch.upperBound > last, to > from, bytes.load(fromByteOffset: to - 1, as: UInt8.self) == 0x0D { to -= 1 }
    return UnsafeRawBufferPointer(start: bytes + from, count: to - from)
  }
}
