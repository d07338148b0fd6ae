public import Quantities

/// A condition over a subject, a line or a project, with three-valued truth.
public indirect enum Predicate<Test: Sendable>: Sendable {
  case all([Predicate])
  case any([Predicate])
  case not(Predicate)
  case test(Test)
  /// A definition, kept by name so that an explanation can use the word.
  case named(String, Predicate)

  /// The truth of the condition for a subject, given that of each test (Kleene). The subject is handed down: a closure
  /// that holds it would copy it for each part.
  public func truth<Subject>(of subject: Subject, _ test: (Test, Subject) -> Truth) -> Truth {
    switch self {
    case .all(let parts):
      var result = Truth.yes
      for part in parts where result != .no { result = result & part.truth(of: subject, test) }
      return result
    case .any(let parts):
      var result = Truth.no
      for part in parts where result != .yes { result = result | part.truth(of: subject, test) }
      return result
    case .not(let part): return !part.truth(of: subject, test)
    case .test(let value): return test(value, subject)
    case .named(_, let part): return part.truth(of: subject, test)
    }
  }

  /// The truth of the condition, given that of each test.
  public func truth(_ test: (Test) -> Truth) -> Truth {
    truth(of: ()) { value, _ in test(value) }
  }

  /// Whether it has such a test.
  @inlinable
  public func contains(where isWanted: (Test) -> Bool) -> Bool {
    switch self {
    case .all(let parts), .any(let parts):
      for part in parts where part.contains(where: isWanted) { return true }
      return false
    case .not(let part), .named(_, let part): return part.contains(where: isWanted)
    case .test(let test): return isWanted(test)
    }
  }

  /// Every test in it.
  public var tests: [Test] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.tests)
    case .not(let part), .named(_, let part): part.tests
    case .test(let test): [test]
    }
  }
}

/// A condition over a line.
public typealias LinePredicate = Predicate<LineTest>
/// A condition over a project.
public typealias ProjectPredicate = Predicate<ProjectTest>
