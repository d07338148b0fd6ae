internal import Diagnostics
internal import Documents

/// Reads a long table, many bills in one file, chunk by chunk into lines with their numbers read and their names resolved.
///
/// What a row means is what `TableReader` makes of it: each distinct combination of names is read by that reader once.
/// Whatever is not plain is for that reader too: see `firstCareful`. Memory is bounded by the distinct combinations (at
/// most 2^20), by 16 bytes a bill for ids (at most 2^24), and by one chunk.
public struct LongTableReader: ~Copyable {
  /// About so many lines are a block.
  static let blockLines = 512

  /// The lines that blocks refer to.
  public internal(set) var prototypes: [LinePrototype] = []
  /// The projects that blocks refer to, without the ids of the bills.
  public internal(set) var projects: [Project] = []
  /// The byte of the first line that only the careful reader can read; nil as long as there is none. The file is then to
  /// be read by `TableReader`, for what such a line says may change what others mean.
  public internal(set) var firstCareful: Int?
  /// Where the first line begins, behind the header.
  public let bodyOffset: Int

  let columns: LongTableColumns
  let twin: RowTwin
  /// What a row that says nothing but its kind is read as; its findings are those of the table.
  let least: RowTwin.Reading
  let productStretches: [Range<Int>]
  let projectStretches: [Range<Int>]
  /// What shows that a line belongs to the bill of the line before.
  let billStretches: [Range<Int>]
  let scanner: RecordScanner
  var productTable = ByteTable()
  var projectTable = ByteTable()
  var identifiers = IdentifierSet()
  /// Which columns prototypes fill that blank cells below them take over.
  var fills: [UInt8] = []
  /// The columns that were filled so far in the bill that is open.
  var filled: UInt8 = 0
  /// The bytes of the id and of the project of the bill that is open.
  var openID: [UInt8] = []
  var openProject = -1
  /// The file's byte at which the next chunk begins.
  var offset: Int
  let store: LineStore

  /// A reader of the table that some bytes begin, with what else is known of the project; nil where it is none of this
  /// reader's, so that `TableReader` takes it. The bytes hold at least the header.
  public init?(_ beginning: UnsafeBufferPointer<UInt8>, reader: TableReader, project: Project) {
    guard reader.mapping == nil, let end = beginning.firstIndex(of: 0x0A), end < 1 << 12 else { return nil }
    let separator = CSV.separator(of: beginning)
    let header = Array(beginning[...end])
    guard let file = try? SourceFile.decoding(header, name: ""), file.bytes.count == header.count,
      let table = try? CSV.table(in: file, separator: separator), table.rows.count == 1,
      let row = table.rows.first, row.cells.map(\.column) == Array(1...max(1, row.cells.count)),
      let columns = LongTableColumns(row.cells.map(\.text))
    else { return nil }
    let twin = RowTwin(reader: reader, project: project, separator: separator, columns: columns, header: header)
    guard let least = twin.reading(twin.least) else { return nil }
    if let price = columns.price {
      guard let priced = twin.reading(twin.least.merging([price: Array("7".utf8)]) { own, _ in own }),
        priced.row.count == least.row.count, priced.table.count == least.table.count, priced.line.unitPrice != nil
      else { return nil }
    }
    self.columns = columns
    self.twin = twin
    self.least = least
    productStretches = columns.stretches(of: [.product])
    projectStretches = columns.stretches(of: [.project])
    billStretches = columns.stretches(of: [.id, .project])
    scanner = RecordScanner(columns: columns.roles.count, separator: separator, records: Self.blockLines)
    bodyOffset = end + 1
    offset = end + 1
    store = LineStore(lines: scanner.recordLimit)
  }
}
