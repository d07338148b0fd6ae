/// A sum that grew past what exact arithmetic holds, and the line at which it did.
public struct LineOverflow: Error, Sendable {
  /// The line, by index; nil where no single line is at fault.
  public let line: Int?
}
