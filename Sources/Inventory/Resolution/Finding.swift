public import Diagnostics

/// Something a reader should know that is no verdict.
public struct Finding: Sendable {
  /// How much it matters.
  public enum Severity: String, Sendable {
    case warning, note
  }

  /// A stable name, such as `origin-conflict`.
  public let code: String
  /// How much it matters.
  public let severity: Severity
  /// What is to be known.
  public let message: Localized
  /// The line that it is about, by its place.
  public let line: String?
  /// Where that stands.
  public let span: SourceSpan?

  /// A finding, about a line or the whole bill.
  public init(_ code: String, _ severity: Severity, _ message: Localized, line: String? = nil, span: SourceSpan? = nil)
  {
    self.code = code
    self.severity = severity
    self.message = message
    self.line = line
    self.span = span
  }
}
