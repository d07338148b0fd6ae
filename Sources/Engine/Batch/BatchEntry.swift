public import Diagnostics
public import Evaluation
internal import Inventory

/// What became of one bill of a batch.
public struct BatchEntry: Sendable {
  /// The file that it stands in.
  public let source: String
  /// The line, or the row of a sheet, at which it begins; nil where the file has only this bill, or is none.
  public let line: Int?
  /// Its id, as far as it could be read.
  public let id: String?
  /// The assessment, or what is wrong.
  public let result: Result<Assessment, Problems>
  /// The digest of the bytes that it was read from: its own records of a table or lines, or its file.
  public let digest: @Sendable () -> String
}

/// A bill that was read, or what is wrong with it.
struct ReadBill: Sendable {
  var id: String?
  var line: Int?
  var result: Result<BillOfMaterials, Problems>

  init(_ bill: BillOfMaterials, line: Int? = nil) {
    id = bill.project.id
    result = .success(bill)
    self.line = line
  }

  init(id: String?, line: Int?, _ problems: Problems) {
    self.id = id
    self.line = line
    result = .failure(problems)
  }
}

extension BillOfMaterials {
  /// Where its first line stands in the file.
  var firstLine: Int? {
    guard let span = lines.first?.span, let start = span.range?.lowerBound else { return nil }
    return Int(span.file.shown(start).line)
  }
}
