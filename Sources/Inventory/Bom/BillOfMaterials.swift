public import Diagnostics

/// A bill of materials, as written: what it is for, and its lines.
public struct BillOfMaterials: Sendable {
  /// What it is for.
  public var project: Project
  /// Its positions, in order.
  public var lines: [Line]
  /// The file that it was read from.
  public var file: SourceFile
  /// What its reader repaired or left open.
  public var findings: [Finding] = []

  /// A bill with its lines.
  public init(project: Project, lines: [Line], file: SourceFile) {
    self.project = project
    self.lines = lines
    self.file = file
  }
}
