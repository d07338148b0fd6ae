public import Diagnostics
public import Evaluation

/// One bill of many, as a row of a table shows it.
public struct ResultRow: Sendable {
  /// The file that it stands in.
  public let source: String
  /// The line at which it begins, where the file has several.
  public let line: Int?
  /// Its id.
  public let id: String?
  /// The assessment, or what is wrong with it.
  public let result: Result<Assessment, Problems>

  /// A row.
  public init(source: String, line: Int?, id: String?, result: Result<Assessment, Problems>) {
    self.source = source
    self.line = line
    self.id = id
    self.result = result
  }
}

extension ResultRow {
  /// What is wrong, the first problem by its place.
  var fault: Diagnostic? {
    guard case .failure(let problems) = result else { return nil }
    let sorted = problems.sorted
    return sorted.first { $0.severity == .error } ?? sorted.first
  }

  /// How many errors there are.
  var faultCount: Int {
    guard case .failure(let problems) = result else { return 0 }
    return problems.errorCount
  }

  /// The place of what is wrong: as exact as it is known.
  func place(of fault: Diagnostic) -> String {
    if let span = fault.span, span.range != nil { return span.description }
    return (fault.span?.file.name ?? source) + (line.map { ":\($0)" } ?? "")
  }
}
