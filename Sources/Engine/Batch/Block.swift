internal import Diagnostics
internal import Documents
internal import Inventory

/// A piece of the input that is read and judged by itself.
struct Block: Sendable {
  /// The place of its input among the inputs.
  var input: Int
  var content: Content
  /// Where the run goes on when this block is done.
  var next: BatchPosition
  /// How many bytes of input it is, for the progress.
  var size: Int

  enum Content: Sendable {
    /// Whole files, each read at once.
    case files([String])
    /// The same, with what they hold.
    case kept([KeptFile])
    /// The whole of a stream that is no table and no lines.
    case stream([UInt8], name: String)
    case table(TablePiece)
    case lines(LinePiece)
    /// An input that could not be opened.
    case problem(String, Problems)
  }

  /// The bytes of lines that were read, which the block then has no longer; those of a table may be read again.
  mutating func takeLines() -> [UInt8] {
    guard case .lines(var piece) = content else { return [] }
    // The only reference to them is the one that is handed on.
    content = .files([])
    var bytes: [UInt8] = []
    swap(&bytes, &piece.bytes)
    content = .lines(piece)
    return bytes
  }
}

/// Records of a long table, all of the bills that they belong to, behind its header.
struct TablePiece: Sendable {
  var layout: TableLayout
  /// The header, then the records.
  var bytes: [UInt8]
  /// Where its lines stand in the file.
  var excerpt: Excerpt
  /// The byte of the file at which its records begin.
  var offset: Int
  /// Whether they stand in the file as they stand here.
  var isContiguous: Bool
}

/// What is to be known of a long table to read any piece of it.
final class TableLayout: Sendable {
  let path: String
  let name: String
  let head: [UInt8]
  let separator: CSV.Separator
  /// Whether a byte order mark says that it is in UTF-8; else each piece tells by itself.
  let isUTF8: Bool
  /// The byte of the file at which the first record begins.
  let bodyOffset: Int
  /// Whether it is a file on a disk, which can be read again.
  let isRegular: Bool
  let header: TableReader.LongHeader
  /// Its columns where they are canonical, so that plain rows can be read fast.
  let table: LongTable?
  /// What the side file and the command line say of the project.
  let project: Project
  /// How the table began, and what stood beside it; where the sources of a run are kept.
  let sample: [UInt8]
  let side: KeptSide?
  let outcomes = SharedOutcomes()

  init(
    path: String, name: String, head: [UInt8], separator: CSV.Separator, isUTF8: Bool, bodyOffset: Int, isRegular: Bool,
    header: TableReader.LongHeader, table: LongTable?, project: Project, sample: [UInt8], side: KeptSide?
  ) {
    self.path = path
    self.name = name
    self.head = head
    self.separator = separator
    self.isUTF8 = isUTF8
    self.bodyOffset = bodyOffset
    self.isRegular = isRegular
    self.header = header
    self.table = table
    self.project = project
    self.sample = sample
    self.side = side
  }

  /// How it is cut into records.
  var walk: RecordWalk { RecordWalk(separator: separator) }
  /// The lines of the header.
  var headLines: Int { head.withUnsafeBufferPointer { LineCount.breaks(in: $0) } }
}

/// Lines of JSON.
struct LinePiece: Sendable {
  var file: LineFile
  var bytes: [UInt8]
  var firstLine: Int
}

/// A file of lines of JSON, with what was learnt of it so far.
final class LineFile: Sendable {
  let name: String
  let learnt = LearntTexts()
  let outcomes = SharedOutcomes()

  init(_ name: String) { self.name = name }
}
