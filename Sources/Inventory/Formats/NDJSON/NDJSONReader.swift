public import Diagnostics
internal import Documents

/// Reads bills in JSON, one a line, with the numbers of their lines read and their names resolved.
///
/// What a text means is what `BomReader` makes of it: each line object, apart from its numbers and its id, and what stands
/// around the lines, apart from id and name, is read by that reader once, with the whole grammar of JSON, and known again
/// by its bytes. A bill with anything that is not plain is for that reader alone. Memory is bounded by the distinct texts
/// (`LearningPace`, and at most 256 MiB of each). A thread has a reader of its own.
public struct NDJSONReader: ~Copyable {
  /// About so many lines are a block.
  private static let blockLines = 512
  /// About so many bytes are a line.
  private static let lineBytes = 128
  /// A bill with more lines may pass a limit of the careful reader.
  private static let lineLimit = 100_000

  private let twin: BillTwin
  private let learnt: LearntTexts
  private var scan = ObjectScan()
  private var headScan = ObjectScan()
  /// The texts of line objects, of canonical bills and of flat ones, and those around the lines.
  private var canonicalTexts = ByteTable()
  private var flatTexts = ByteTable()
  private var projectTexts = ByteTable()
  /// The prototypes of the texts.
  private var canonicalNumbers: [Int32] = []
  private var flatNumbers: [Int32] = []
  private var prototypes: [LinePrototype] = []
  private var projects: [Project] = []
  private var pace: LearningPace
  /// Hashes of the ids of the lines of one bill.
  private var ids: [UInt64] = []
  private var store = LineStore(lines: 2048)

  /// A reader of bills that `bills` can read, which shares what it learns with others of the same.
  public init(_ bills: BomReader, sharing learnt: LearntTexts = LearntTexts()) {
    self.init(bills, sharing: learnt, LearningPace())
  }

  init(_ bills: BomReader, sharing learnt: LearntTexts = LearntTexts(), _ pace: LearningPace) {
    self.pace = pace
    twin = BillTwin(reader: bills)
    self.learnt = learnt
  }

  /// Whether it has learnt so much, or what is of so little use, that another should take its place.
  public var isWornOut: Bool { pace.isOver || projects.count >= pace.trial }

  /// Reads a text of whole lines, of at most 2 GiB, and hands its bills on in blocks; of a longer file it is an excerpt.
  public mutating func read(_ file: SourceFile, _ body: (borrowing LineBlock) -> Void) {
    store.drop(bills: store.billCount)
    let source = BillLines(file: file, reader: twin.reader)
    file.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      let raw = UnsafeRawPointer(base)
      let end = bytes.count
      scan.begin()
      var (start, row) = (0, 1)
      while start < end {
        switch bytes[start] {
        case 0x20, 0x09: start += 1
        case 0x0A, 0x0D:
          start += bytes[start] == 0x0D && start + 1 < end && bytes[start + 1] == 0x0A ? 2 : 1
          row += 1
        default:
          // A line begins behind a line break, with the blanks before its first character.
          var begin = start
          while begin > 0, bytes[begin - 1] == 0x20 || bytes[begin - 1] == 0x09 { begin -= 1 }
          let first = store.lineCount
          var bill = LineBlock.Bill(
            line: first, project: 0, start: begin, end: 0, row: row, identifier: 0, isPlain: true)
          if begin == start, let behind = readPlain(raw, from: start, to: end, &bill) {
            bill.end = behind
          } else {
            store.lineCount = first
            bill.end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? end
            bill.isPlain = false
            pace.add(1 + (bill.end - begin) / Self.lineBytes, returns: 0)
          }
          store.reserve(1)
          store.bills[store.billCount] = bill
          store.billCount += 1
          start = bill.end
          if store.lineCount >= Self.blockLines || store.billCount >= Self.blockLines { handOn(source, bytes, body) }
        }
      }
      handOn(source, bytes, body)
    }
  }

  private mutating func handOn(
    _ source: BillLines, _ text: UnsafeBufferPointer<UInt8>, _ body: (borrowing LineBlock) -> Void
  ) {
    guard store.billCount > 0 else { return }
    body(
      LineBlock(
        bills: UnsafeBufferPointer(start: store.bills, count: store.billCount),
        numbers: UnsafeBufferPointer(start: store.numbers, count: store.lineCount),
        quantities: UnsafeBufferPointer(start: store.quantities, count: store.lineCount),
        prices: UnsafeBufferPointer(start: store.prices, count: store.lineCount), prototypes: prototypes,
        projects: projects, source: .lines(source), text: text))
    store.drop(bills: store.billCount)
  }

  /// Puts a bill into the store; the byte behind its line, nil where it is not plain.
  private mutating func readPlain(
    _ bytes: UnsafeRawPointer, from start: Int, to end: Int, _ bill: inout LineBlock.Bill
  ) -> Int? {
    guard bytes.load(fromByteOffset: start, as: UInt8.self) == 0x7B,
      let first = headScan.head(bytes, from: start, to: end)
    else { return nil }
    // Where the id is called `bom_id`, the bill is flat; what is learnt of it says whether that is so.
    let isFlat = headScan.isFlat
    var place = first
    var firstEnd = first
    ids.removeAll(keepingCapacity: true)
    let late = Int32(truncatingIfNeeded: pace.late)
    var returns = 0
    while true {
      let known = prototypes.count
      guard place < end, bytes.load(fromByteOffset: place, as: UInt8.self) == 0x7B,
        let behind = scan.line(bytes, from: place, to: end), behind + 1 < end,
        case let number = number(isFlat: isFlat, bytes), number >= 0, scan.quantity > 0,
        store.lineCount - bill.line < Self.lineLimit
      else { return nil }
      if place == first { firstEnd = behind }
      if number >= late, number < known { returns += 1 }
      if !scan.id.isEmpty {
        let id = UnsafeRawBufferPointer(start: bytes + scan.id.lowerBound, count: scan.id.count)
        ids.append(ByteWords.hash(id, 0))
      }
      store.reserve(1)
      let line = store.lineCount
      store.numbers[line] = number
      store.quantities[line] = scan.quantity
      store.prices[line] = scan.price
      store.lineCount = line + 1
      place = behind
      guard bytes.load(fromByteOffset: place, as: UInt8.self) == 0x2C else { break }
      place += bytes.load(fromByteOffset: place + 1, as: UInt8.self) == 0x20 ? 2 : 1
    }
    var behind = place
    while behind < end, case let byte = bytes.load(fromByteOffset: behind, as: UInt8.self), byte != 0x0A, byte != 0x0D {
      behind += 1
    }
    pace.add(store.lineCount - bill.line, returns: returns)
    guard areDistinct(), headScan.add(bytes, place, behind) else { return nil }
    let known = projectTexts.number(of: headScan.stretches, behind: bytes)
    if known >= 0 {
      bill.project = known
    } else {
      let around = headScan.texts
      let line = UnsafeRawBufferPointer(start: bytes + first, count: firstEnd - first)
      // Only the head of a bill says which form its lines have.
      let made = learnt.project(LearntTexts.key(around)) { twin.project(headScan, line: line, isFlat: isFlat) }
      guard let project = made,
        let number = projectTexts.add(around, behind: bytes)
      else { return nil }
      projects.append(project)
      bill.project = number
    }
    (bill.idStart, bill.idCount) = (headScan.id.lowerBound, headScan.id.count)
    if !headScan.id.isEmpty {
      bill.identifier = ByteWords.hash(
        UnsafeRawBufferPointer(start: bytes + headScan.id.lowerBound, count: headScan.id.count), 0)
    }
    return behind
  }

  /// The prototype of the object that was scanned; −1 where the careful reader is needed.
  @inline(always)
  private mutating func number(isFlat: Bool, _ bytes: UnsafeRawPointer) -> Int32 {
    let known =
      isFlat
      ? flatTexts.number(of: scan.stretches, behind: bytes) : canonicalTexts.number(of: scan.stretches, behind: bytes)
    if known >= 0 { return isFlat ? flatNumbers[known] : canonicalNumbers[known] }
    return learn(bytes, isFlat: isFlat)
  }

  private mutating func learn(_ bytes: UnsafeRawPointer, isFlat: Bool) -> Int32 {
    guard pace.mayLearn(besides: prototypes.count) else { return -1 }
    let texts = scan.texts
    guard
      let prototype = learnt.prototype(
        LearntTexts.key(texts, form: isFlat ? 1 : 0), { twin.prototype(scan, isFlat: isFlat) }),
      (isFlat ? flatTexts.add(texts, behind: bytes) : canonicalTexts.add(texts, behind: bytes)) != nil
    else { return -1 }
    let number = Int32(truncatingIfNeeded: prototypes.count)
    prototypes.append(prototype)
    if isFlat { flatNumbers.append(number) } else { canonicalNumbers.append(number) }
    return number
  }

  /// Whether no two lines of the bill can have the same id.
  private mutating func areDistinct() -> Bool {
    if ids.count > 32 { return Set(ids).count == ids.count }
    for index in ids.indices where ids[..<index].contains(ids[index]) { return false }
    return true
  }
}
