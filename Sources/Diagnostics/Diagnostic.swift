/// Something wrong with an input: what, where, and what to do about it.
public struct Diagnostic: Error, Sendable {
  /// How bad it is.
  public enum Severity: String, Sendable {
    case error, warning
  }

  /// A second place that belongs to the problem, such as the first of two equal keys.
  public struct Note: Sendable {
    /// What is to be seen there.
    public var message: Localized
    /// The place.
    public var span: SourceSpan?

    /// A note at a place.
    public init(_ message: Localized, at span: SourceSpan? = nil) {
      self.message = message
      self.span = span
    }
  }

  /// How bad it is.
  public var severity: Severity
  /// A stable name of the kind of problem, such as `unknown-key`.
  public var code: String
  /// What is wrong, in the words of the domain.
  public var message: Localized
  /// Where; nil where no input is concerned.
  public var span: SourceSpan?
  /// What to do.
  public var help: Localized?
  /// Other places that belong to it.
  public var notes: [Note]

  /// A problem at a place.
  public init(
    _ severity: Severity = .error, _ code: String, _ message: Localized, at span: SourceSpan? = nil,
    help: Localized? = nil, notes: [Note] = []
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.span = span
    self.help = help
    self.notes = notes
  }
}
