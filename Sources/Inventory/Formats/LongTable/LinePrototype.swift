internal import Diagnostics

/// What lines of the same kind, names, origin, seller, lot and option are, whatever their numbers.
public struct LinePrototype: Sendable {
  /// A finding of such a line, with the column that it speaks of.
  struct Note: Sendable {
    var finding: Finding
    var column: Int?
  }

  /// The line, with a quantity of no meaning.
  public let line: Line
  /// What its names mean by the catalogue.
  public let identity: Identity
  /// The column, from 0, of the cell that stands for the line.
  let column: Int?
  /// The column of each field.
  let places: [LineField: Int]
  let notes: [Note]

  /// What its reader repaired or left open.
  public var findings: [Finding] { notes.map(\.finding) }
}
