public import Diagnostics
public import Quantities

/// The facts of a project and the specs of a component that rules and bills may name, with their units.
public struct Vocabulary: Sendable {
  /// What a fact or a spec is.
  public enum ValueType: String, CaseIterable, Sendable {
    case number, boolean, date, text
  }

  /// One name.
  public struct Term: Hashable, Sendable {
    /// What its values are.
    public let type: ValueType
    /// The unit of a number.
    public let unit: Unit
    /// What a reader sees.
    public let title: Localized
  }

  /// Facts of a project by name.
  public internal(set) var facts: [String: Term]
  /// Specs of a component by name.
  public internal(set) var specs: [String: Term]

  /// No names.
  public init() {
    facts = [:]
    specs = [:]
  }
}
