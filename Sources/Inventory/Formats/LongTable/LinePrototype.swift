internal import Diagnostics

/// What lines of the same kind, names, origin, seller, lot and option are, whatever their numbers. An object: the tables
/// of all threads refer to it.
public final class LinePrototype: Sendable {
  /// A finding of such a line, with the column that it speaks of.
  struct Note: Sendable {
    var finding: Finding
    var column: Int?
  }

  /// The line, with a quantity of no meaning, and with what its names mean.
  public let line: Line
  /// The column, from 0, of the cell that stands for the line.
  let column: Int?
  /// The column of each field.
  let places: [LineField: Int]
  let notes: [Note]
  /// The columns in which its row says something, which blank cells below may take over.
  let filled: Set<Int>

  init(
    _ line: Line, catalog: Catalog, column: Int?, places: [LineField: Int], notes: [Note], filled: Set<Int> = []
  ) {
    var line = line
    line.identity = Identity(
      kind: line.kind, vendor: line.vendor, model: line.model, components: line.components, catalog: catalog)
    self.line = line
    self.column = column
    self.places = places
    self.notes = notes
    self.filled = filled
  }

  /// What its reader repaired or left open.
  public var findings: [Finding] { notes.map(\.finding) }
}
