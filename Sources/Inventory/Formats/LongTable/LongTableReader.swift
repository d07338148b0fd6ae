internal import Diagnostics
internal import Documents

/// Reads a long table chunk by chunk into bills, with the numbers of their lines read and their names resolved.
///
/// What a row means is what `TableReader` makes of it: each distinct combination of names is read by that reader once. A
/// bill with a row that is not plain is for that reader too, and the bills beside it are not. Memory is bounded by the
/// distinct combinations (`LearningPace`), by 16 bytes a bill for ids (at most 2^24), and by one chunk. A thread has a
/// reader of its own.
public struct LongTableReader: ~Copyable {
  /// About so many lines are a block.
  static let blockLines = 512

  /// The table whose rows it reads.
  public let table: LongTable
  /// The byte of the first row that speaks of the table as a whole, or that is none: a total, a heading, a row without an
  /// id, an id that returns, a broken quote. Reading ends there, and the file is for `TableReader` alone; nil as long as
  /// there is none.
  public internal(set) var firstCareful: Int?
  /// The byte of the file at which the next chunk begins.
  public internal(set) var offset: Int
  /// The line of the file at which the next chunk begins.
  public internal(set) var line: Int
  /// How many rows were blank.
  public internal(set) var blankRows = 0

  /// Gets the rows that are read, to pack them.
  public var packer: RowPacker?

  /// Whether it has learnt so much, or what is of so little use, that another should take its place.
  public var isWornOut: Bool { pace.isOver || projects.count >= pace.trial }

  var pace: LearningPace
  var texts = CellTexts()
  let notesReturns: Bool
  let scanner: RecordScanner
  var productTexts: ColumnTexts
  var projectTexts: ColumnTexts
  /// What shows that a line belongs to the bill of the line before.
  let billTexts: ColumnTexts
  var identifiers = IdentifierSet()
  var prototypes: [LinePrototype] = []
  var projects: [Project] = []
  /// Which columns prototypes fill that blank cells below them take over.
  var fills: [UInt8] = []
  /// How many line breaks are within the cells of each prototype and of each project.
  var productBreaks: [Int] = []
  var projectBreaks: [Int] = []
  var hasBreaks = false
  /// The bill that is open: its id, its name and its project, and which columns were filled so far.
  var isOpen = false
  var openID: [UInt8] = []
  var openName: [UInt8] = []
  var openProject = -1
  var filled: UInt8 = 0
  /// The id of a bill that the chunk before cut, and this one begins with.
  var cutIdentifier: UInt64?
  /// The row before, where it had no digit where quantities and prices stand: it may begin a header of two rows.
  var wordsBefore: [Table.Cell]?
  /// The same for the first row of the bill that is open.
  var wordsBeforeBill: [Table.Cell]?
  var store: LineStore

  /// A reader of a table from its first row on. `notesReturns` is whether an id that returns is noticed; where several
  /// readers share a file, whoever puts their bills together must do so, by `Bill.identifier` and an `IdentifierSet`.
  public init(_ table: LongTable, notesReturns: Bool = true) {
    self.init(table, notesReturns: notesReturns, LearningPace())
  }

  init(_ table: LongTable, notesReturns: Bool = true, _ pace: LearningPace) {
    self.table = table
    self.pace = pace
    self.notesReturns = notesReturns
    let columns = table.columns
    let width = columns.roles.count
    productTexts = ColumnTexts(columns.stretches(of: [.product]), of: width)
    projectTexts = ColumnTexts(columns.stretches(of: [.project]), of: width)
    billTexts = ColumnTexts(columns.stretches(of: [.id, .name, .project]), of: width)
    scanner = RecordScanner(columns: columns.roles.count, separator: table.twin.separator, records: Self.blockLines)
    offset = table.bodyOffset
    line = 2
    store = LineStore(lines: scanner.recordLimit * 2)
  }

  /// Goes to another place of the file, at which a bill begins, whatever ended the reading before.
  public mutating func move(toByte offset: Int, line: Int) {
    self.offset = offset
    self.line = line
    firstCareful = nil
    isOpen = false
    cutIdentifier = nil
    wordsBefore = nil
  }
}
