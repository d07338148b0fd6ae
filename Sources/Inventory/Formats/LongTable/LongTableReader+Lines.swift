internal import Diagnostics
internal import Documents

extension LongTableReader {
  /// Reads a chunk, which begins with a bill, and hands its bills on in blocks. The bill that the end of the chunk may cut is
  /// left for the next chunk to begin with, unless nothing follows.
  ///
  /// - Returns: how many bytes were read; 0 where the chunk holds no whole bill.
  public mutating func read(
    _ chunk: UnsafeBufferPointer<UInt8>, isLast: Bool, _ body: (borrowing LineBlock) -> Void
  ) -> Int {
    store.drop(bills: store.billCount)
    isOpen = false
    var start = 0
    while firstCareful == nil, start < chunk.count {
      let scan = scanner.scan(chunk, from: start, isLast: isLast)
      store.reserve(scan.records + 1)
      let (lines, bills) = (store.lineCount, store.billCount)
      readLines(chunk, count: scan.records)
      if let packer { pack(chunk, scan.records, by: packer, lines: lines, bills: bills) }
      guard firstCareful == nil else { break }
      start = scan.consumed
      if scan.fault != nil {
        store.reserve(1)
        guard let end = takeOdd(chunk, from: start, isLast: isLast) else { break }
        start = end
      } else if scan.records == 0 {
        break
      }
      if store.lineCount >= Self.blockLines { handOn(store.billCount - 1, chunk, end: start, body) }
    }
    let isWhole = isLast && firstCareful == nil && start == chunk.count
    handOn(isWhole || !isOpen ? store.billCount : store.billCount - 1, chunk, end: start, body)
    if store.billCount > 0 {
      let open = store.bills[0]
      start = open.start - offset
      line = open.row
      cutIdentifier = open.identifier
      wordsBefore = wordsBeforeBill
    }
    offset += start
    return start
  }

  /// Hands on the first bills of the store.
  private mutating func handOn(
    _ bills: Int, _ chunk: UnsafeBufferPointer<UInt8>, end: Int, _ body: (borrowing LineBlock) -> Void
  ) {
    guard bills > 0 else { return }
    let isAll = bills == store.billCount
    if isAll, firstCareful == nil { store.bills[bills - 1].end = offset + end }
    let lines = isAll ? store.lineCount : store.bills[bills].line
    body(
      LineBlock(
        bills: UnsafeBufferPointer(start: store.bills, count: bills),
        numbers: UnsafeBufferPointer(start: store.numbers, count: lines),
        quantities: UnsafeBufferPointer(start: store.quantities, count: lines),
        prices: UnsafeBufferPointer(start: store.prices, count: lines),
        prototypes: prototypes, projects: projects, source: .table(table, chunk, at: offset), text: chunk))
    store.drop(bills: bills)
  }

  /// Puts some records into the store.
  private mutating func readLines(_ chunk: UnsafeBufferPointer<UInt8>, count: Int) {
    guard let base = chunk.baseAddress else { return }
    let bytes = UnsafeRawPointer(base)
    let columns = table.columns
    let width = columns.roles.count
    let ends = scanner.ends
    let quantity = columns.quantity
    let (price, total, position) = (columns.price ?? -1, columns.total ?? -1, columns.number ?? -1)
    let required = columns.filledDown.reduce(0) { $0 | $1.bit }
    let (numbers, quantities, prices) = (store.numbers, store.quantities, store.prices)
    let sameBill = billTexts.view
    let late = pace.late
    var products = productTexts.view
    var before: Record?
    var returns = 0
    defer { pace.add(count, returns: returns) }
    for number in 0..<count {
      let fields = Record(ends: ends + number &* width, bytes: bytes, width: width)
      var isPlain = true

      if before.map({ sameBill.areSame(fields, $0) }) != true {
        isPlain = goOn(with: fields)
        guard firstCareful == nil else { return }
      }

      var prototype = products.number(of: fields)
      if prototype < 0 {
        prototype = learnProduct(fields)
        products = productTexts.view
      } else if prototype >= late {
        returns &+= 1
      }
      if prototype >= 0 {
        let fill = fills[prototype]
        // A blank cell below a filled one takes its text over.
        if filled & ~fill & required != 0 { isPlain = false }
        filled |= fill
      } else {
        isPlain = false
      }
      var amount: Int64 = -1
      if price >= 0 {
        let text = fields.range(of: price)
        if !text.isEmpty {
          amount = PlainNumber.tenThousandths(bytes, in: text)
          if amount < 0 { isPlain = false }
        }
      }
      if position >= 0, !PlainNumber.isPosition(bytes, in: fields.range(of: position)) { isPlain = false }
      let units = PlainNumber.tenThousandths(bytes, in: fields.range(of: quantity))
      if total >= 0, !fields.range(of: total).isEmpty {
        let sum = PlainNumber.tenThousandths(bytes, in: fields.range(of: total))
        if !PlainNumber.isProduct(sum, of: units, and: amount) { isPlain = false }
      }
      guard isPlain, units > 0 else {
        before = nil
        guard let end = takeOdd(chunk, from: fields.start, isLast: true) else { return }
        // The careful reader sees the same record, or more than the scanner knows.
        guard end == min(Int(fields.ends[width &- 1]) + 1, chunk.count) else {
          firstCareful = offset + fields.start
          return
        }
        continue
      }
      before = fields
      let place = store.lineCount
      numbers[place] = Int32(truncatingIfNeeded: prototype)
      quantities[place] = units
      prices[place] = amount
      store.lineCount = place &+ 1
      line &+= 1
      if hasBreaks { line += productBreaks[prototype] + projectBreaks[openProject] }
      if wordsBefore != nil { wordsBefore = nil }
    }
  }

  /// Hands the records of a scan on to be packed, given how many lines and bills there were before.
  @inline(never)
  private func pack(
    _ chunk: UnsafeBufferPointer<UInt8>, _ records: Int, by packer: RowPacker, lines: Int, bills: Int
  ) {
    // Each record is a line, or it is not known which one is.
    guard store.lineCount - lines == records else { return }
    let (begun, count) = (store.bills, store.billCount)
    var bill = bills
    packer.add(records, scanner.ends, chunk, numbers: store.numbers + lines) { line in
      guard bill < count, begun[bill].line <= lines &+ line else { return false }
      while bill < count, begun[bill].line <= lines &+ line { bill &+= 1 }
      return true
    }
  }

  // What follows is for few records. It stays out of the loop over all of them, which the compiler then makes better.

  /// Goes on with the bill of a record, which may be another one than that of the record before; false where the record is
  /// not plain.
  @inline(never)
  private mutating func goOn(with fields: Record) -> Bool {
    let known = projectTexts.view.number(of: fields)
    let project = known >= 0 ? known : learnProject(fields)
    let id = fields[table.columns.id]
    let name = table.columns.name.map { fields[$0] } ?? UnsafeRawBufferPointer(start: nil, count: 0)
    if isOpen, openID.withUnsafeBytes({ ByteWords.areSame($0, id) }) {
      return project >= 0 && project == openProject && openName.withUnsafeBytes { ByteWords.areSame($0, name) }
    }
    guard project >= 0, BillIdentifier.isPlain(id), ProjectName.isPlain(name) else { return false }
    func place(_ text: UnsafeRawBufferPointer) -> Range<Int> {
      let start = text.baseAddress.map { $0 - fields.bytes } ?? 0
      return start..<start + text.count
    }
    begin(id, project: project, at: fields.start, id: place(id), name: place(name))
    openName.append(contentsOf: name)
    return true
  }

  /// Begins a bill.
  @inline(never)
  private mutating func begin(
    _ text: UnsafeRawBufferPointer, project: Int, at start: Int, id: Range<Int> = 0..<0, name: Range<Int> = 0..<0,
    isPlain: Bool = true
  ) {
    let identifier = ByteWords.hash(text, 0)
    if store.billCount > 0 { store.bills[store.billCount - 1].end = offset + start }
    if identifier != cutIdentifier, notesReturns, !identifiers.insert(identifier) {
      firstCareful = offset + start
      isOpen = false
      return
    }
    cutIdentifier = nil
    wordsBeforeBill = wordsBefore
    isOpen = true
    openID.removeAll(keepingCapacity: true)
    openID.append(contentsOf: text)
    openName.removeAll(keepingCapacity: true)
    openProject = project
    filled = 0
    store.bills[store.billCount] = LineBlock.Bill(
      line: store.lineCount, project: max(0, project), start: offset + start, end: offset + start, row: line,
      identifier: identifier, idStart: id.lowerBound, idCount: id.count, nameStart: name.lowerBound,
      nameCount: name.count,
      isPlain: isPlain)
    store.billCount += 1
  }

  /// Takes a record that is not plain, and with it its bill, out of the plain ones; the byte behind it. Nil where the chunk
  /// does not hold it whole, or where it is a matter of the whole table.
  @inline(never)
  private mutating func takeOdd(_ chunk: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool) -> Int? {
    let twin = table.twin
    let record: CSV.Record
    do {
      record = try CSV.record(in: chunk, from: start, line: line, separator: twin.separator, of: twin.file)
    } catch {
      // A quote that is open at the end of the chunk may close behind it.
      if isLast || error.sorted.first?.code != "unclosed-quote" { firstCareful = offset + start }
      return nil
    }
    guard isLast || (record.isEnded && record.end < chunk.count) else { return nil }
    guard !record.cells.isEmpty else {
      blankRows += 1
      line = record.endLine
      return record.end
    }
    guard (try? SourceFile.decoding(Array(chunk[start..<record.end]), name: "")) != nil,
      var name = OddRow(record.cells, table, after: wordsBefore)?.id
    else {
      firstCareful = offset + start
      return nil
    }
    let words = OddRow.beginsWithDigits(record.cells, table.columns) ? nil : record.cells
    name.withUTF8 { bytes in
      let name = UnsafeRawBufferPointer(bytes)
      if isOpen, openID.withUnsafeBytes({ ByteWords.areSame($0, name) }) {
        store.bills[store.billCount - 1].isPlain = false
      } else {
        begin(name, project: -1, at: start, isPlain: false)
      }
    }
    wordsBefore = words
    guard firstCareful == nil else { return nil }
    let place = store.lineCount
    store.numbers[place] = -1
    store.quantities[place] = -1
    store.prices[place] = -1
    store.lineCount = place + 1
    line = record.endLine
    return record.end
  }

  /// The number of a product that was not met before; −1 where only the careful reader can tell.
  @inline(never)
  private mutating func learnProduct(_ fields: Record) -> Int {
    guard pace.mayLearn(besides: prototypes.count) else { return -1 }
    let columns = table.columns
    let own = Self.texts(of: .product, in: fields, columns)
    let made = table.learnt.prototype(productTexts.key(of: fields)) {
      table.twin.prototype(own, tableFindings: table.least.table.count, &texts)
    }
    guard let prototype = made, let number = productTexts.add(fields)
    else { return -1 }
    prototypes.append(prototype)
    fills.append(columns.bits(of: prototype.filled))
    productBreaks.append(breaks(in: own))
    return number
  }

  /// The number of a project that was not met before; −1 where only the careful reader can tell.
  private mutating func learnProject(_ fields: Record) -> Int {
    let own = Self.texts(of: .project, in: fields, table.columns)
    let made = table.learnt.project(projectTexts.key(of: fields)) {
      table.twin.project(own, like: table.least, &texts)
    }
    guard let project = made, let number = projectTexts.add(fields) else { return -1 }
    projects.append(project)
    projectBreaks.append(breaks(in: own))
    return number
  }

  /// The columns of a role that a record fills, with their bytes.
  private static func texts(
    of role: LongTableColumns.Role, in fields: Record, _ columns: LongTableColumns
  ) -> [Int: [UInt8]] {
    var own: [Int: [UInt8]] = [:]
    for column in columns.roles.indices where columns.roles[column] == role && !fields[column].isEmpty {
      own[column] = Array(fields[column])
    }
    return own
  }

  private mutating func breaks(in texts: [Int: [UInt8]]) -> Int {
    let breaks = texts.values.reduce(0) { $0 + Self.lineBreaks(in: $1) }
    if breaks > 0 { hasBreaks = true }
    return breaks
  }

  private static func lineBreaks(in text: [UInt8]) -> Int {
    text.indices.count { text[$0] == 0x0A ? $0 == 0 || text[$0 - 1] != 0x0D : text[$0] == 0x0D }
  }
}
