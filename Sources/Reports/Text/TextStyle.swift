public import Diagnostics

/// How a text is laid out for a person.
public struct TextStyle: Sendable {
  /// The columns of a line; at least 60.
  public var width: Int
  /// Whether colours are used. The words say the same without them.
  public var color: Bool
  /// The language.
  public var language: Language

  /// A layout, 80 columns wide and without colours unless it says otherwise.
  public init(width: Int = 80, color: Bool = false, language: Language) {
    self.width = max(60, width)
    self.color = color
    self.language = language
  }
}
