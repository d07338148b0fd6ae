/// A condition over lines as one place of a rule book asks it; its number finds the answers that are already known.
public struct LineCondition: Sendable {
  /// What is asked.
  public let predicate: LinePredicate
  /// Its number in the rule book, from 0.
  public let number: Int

  /// A condition with its number.
  public init(_ predicate: LinePredicate, number: Int) {
    self.predicate = predicate
    self.number = number
  }
}
