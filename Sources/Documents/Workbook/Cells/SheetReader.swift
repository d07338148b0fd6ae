internal import Diagnostics

/// Reads the rows of a sheet as its part is uncompressed.
struct SheetReader: XMLHandler {
  static let maximumMerges = 1 << 20

  /// What the cells of all sheets refer to.
  struct Shared {
    var texts: [String]
    /// Whether each style shows a number as a day.
    var days: [Bool]
    var countsFrom1904: Bool
  }

  /// Where the reader is: the element of the sheet that is open.
  enum Place {
    case outside, sheet, columns, data, row, cell, value, formula, inline, inlineText, run, runText, merges

    /// The place around it.
    var around: Place {
      switch self {
      case .outside, .sheet: .outside
      case .columns, .data, .merges: .sheet
      case .row: .data
      case .cell: .row
      case .value, .formula, .inline: .cell
      case .inlineText, .run: .inline
      case .runText: .run
      }
    }
  }

  /// The cell that is being read.
  struct OpenCell {
    var column = 0
    var kind = Kind.number
    var style = 0
    var hasValue = false
    var hasFormula = false
    /// The value as it is written, or the text inside the cell.
    var value = CellText()
    var formula = CellText()

    mutating func reset() {
      kind = .number
      style = 0
      hasValue = false
      hasFormula = false
      value.removeAll()
      formula.removeAll()
    }
  }

  /// What the attribute `t` of a cell says.
  enum Kind {
    case number, shared, inline, string, flag, fault, date

    init?(_ text: UnsafeBufferPointer<UInt8>) {
      switch text.count {
      case 1 where text[0] == UInt8(ascii: "n"): self = .number
      case 1 where text[0] == UInt8(ascii: "s"): self = .shared
      case 1 where text[0] == UInt8(ascii: "b"): self = .flag
      case 1 where text[0] == UInt8(ascii: "e"): self = .fault
      case 1 where text[0] == UInt8(ascii: "d"): self = .date
      case 3 where text.hasText("str"): self = .string
      case 9 where text.hasText("inlineStr"): self = .inline
      default: return nil
      }
    }
  }

  let shared: Shared
  /// The sheet, for messages.
  let file: SourceFile
  var budget: WorkbookBudget
  var problems = Problems()
  var rows: [Table.Row] = []
  var merges: [Table.Merge] = []
  var hiddenColumns: [ClosedRange<Int>] = []
  /// The row that is being read, and its cells.
  var row = 0
  var isHidden = false
  var cells: [Table.Cell] = []
  var cell = OpenCell()
  private var place = Place.outside
  private var elements: PackageElements

  /// A reader of the part in `part`, whose cells are shown as those of the sheet.
  init(in part: SourceFile, sheet: SourceFile, shared: Shared, budget: WorkbookBudget) {
    elements = PackageElements("worksheet", of: .spreadsheet, in: part)
    file = sheet
    self.shared = shared
    self.budget = budget
  }

  mutating func open(_ tag: XMLTag) throws(Problems) {
    guard try elements.enters(tag) else { return }
    switch place {
    case .row where tag.name.hasText("c"): try openCell(tag)
    case .cell where tag.name.hasText("v") && !(cell.kind == .inline && cell.hasValue):
      place = .value
      cell.hasValue = true
    case .cell where tag.name.hasText("f"):
      place = .formula
      cell.hasFormula = true
    case .cell where tag.name.hasText("is"):
      place = .inline
      cell.hasValue = true
      cell.value.removeAll()
    case .inline where tag.name.hasText("t"): place = .inlineText
    case .inline where tag.name.hasText("r"): place = .run
    case .run where tag.name.hasText("t"): place = .runText
    case .data where tag.name.hasText("row"): try openRow(tag)
    case .sheet where tag.name.hasText("sheetData"): place = .data
    case .sheet where tag.name.hasText("cols"): place = .columns
    case .sheet where tag.name.hasText("mergeCells"): place = .merges
    case .columns where tag.name.hasText("col"):
      addColumns(tag)
      elements.skip()
    case .merges where tag.name.hasText("mergeCell"):
      try addMerge(tag)
      elements.skip()
    case .outside: place = .sheet
    default: elements.skip()
    }
  }

  mutating func close(_ end: XMLEnd) throws(Problems) {
    guard elements.leaves() else { return }
    switch place {
    case .cell: try closeCell()
    case .row: closeRow()
    default: break
    }
    place = place.around
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Problems) {
    switch place {
    case .value, .inlineText, .runText:
      if !cell.value.add(bytes) { throw CellText.tooLong(at: span) }
    case .formula:
      if !cell.formula.add(bytes) { throw CellText.tooLong(at: span) }
    default: break
    }
  }

  private mutating func openRow(_ tag: XMLTag) throws(Problems) {
    let before = row
    row += 1
    isHidden = false
    cell.column = 0
    for index in 0..<tag.count {
      guard let attribute = tag[index], attribute.namespace == nil else { continue }
      if attribute.name.hasText("r") {
        guard let number = attribute.value.wholeNumber else { throw badReference(attribute.value) }
        row = number
      } else if attribute.name.hasText("hidden") {
        isHidden = attribute.value.isTrue
      }
    }
    guard row > before else { throw unordered() }
    guard row <= CellReference.maximumRow else { throw outside() }
    place = .row
  }

  private mutating func openCell(_ tag: XMLTag) throws(Problems) {
    let before = cell.column
    cell.reset()
    cell.column += 1
    for index in 0..<tag.count {
      guard let attribute = tag[index], attribute.name[1] == 0, attribute.namespace == nil else { continue }
      switch attribute.name[0] {
      case UInt8(ascii: "r"):
        guard let reference = CellReference(attribute.value), reference.row == row else {
          throw badReference(attribute.value)
        }
        cell.column = reference.column
      case UInt8(ascii: "s"): cell.style = attribute.value.wholeNumber ?? 0
      case UInt8(ascii: "t"):
        guard let kind = Kind(attribute.value) else { throw unknownKind(attribute.value) }
        cell.kind = kind
      default: break
      }
    }
    guard cell.column > before else { throw unordered() }
    guard cell.column <= CellReference.maximumColumn else { throw outside() }
    place = .cell
  }

  private mutating func closeRow() {
    guard !cells.isEmpty else { return }
    // A copy made so has no more room than it needs, and leaves the room of the gathered cells for the next row.
    let exact = [Table.Cell](unsafeUninitializedCapacity: cells.count) { buffer, count in
      count = buffer.initialize(fromContentsOf: cells)
    }
    rows.append(Table.Row(number: row, cells: exact, isHidden: isHidden))
    cells.removeAll(keepingCapacity: true)
  }

  private mutating func addColumns(_ tag: XMLTag) {
    guard tag.value("hidden")?.isTrue == true, let first = tag.value("min")?.wholeNumber,
      let last = tag.value("max")?.wholeNumber, first > 0, first <= last, last <= CellReference.maximumColumn,
      hiddenColumns.count < CellReference.maximumColumn
    else { return }
    hiddenColumns.append(first...last)
  }

  private mutating func addMerge(_ tag: XMLTag) throws(Problems) {
    guard let text = tag.value("ref") else { return }
    guard let area = CellReference.area(text) else { throw badArea(text) }
    guard merges.count < Self.maximumMerges else { throw tooManyMerges() }
    merges.append(area)
  }
}
