internal import Inventory
internal import Policy
public import Quantities

/// Whether a policy speaks of a project on a day, and what says so.
public struct Applicability: Sendable {
  /// Yes, no or unknown.
  public let truth: Truth
  /// Why it does not, or may not.
  public let reason: Reason?
  /// What of the project decides: `region`, `facility`, `buyer`, or a fact.
  public let subjects: [String]

  /// The applicability of a policy.
  init(of policy: Policy, to project: Project, on day: Day, included: Set<String>) {
    if policy.status == .draft || policy.status == .unpublished, !included.contains(policy.id) {
      self.init(.no, .status)
    } else if day < policy.from {
      self.init(.no, .notYetInForce)
    } else if let until = policy.until, day > until {
      self.init(.no, .noLongerInForce)
    } else if let predicate = policy.appliesTo {
      let truth = predicate.truth(of: project)
      self.init(truth, truth == .yes ? nil : .applicability, truth == .yes ? [] : predicate.subjects(truth, project))
    } else {
      self.init(.yes, nil)
    }
  }

  private init(_ truth: Truth, _ reason: Reason?, _ subjects: [String] = []) {
    self.truth = truth
    self.reason = reason
    self.subjects = subjects
  }
}

extension ProjectPredicate {
  /// What of the project makes the predicate false or leaves it open; all that it looks at where no single test does.
  func subjects(_ truth: Truth, _ project: Project) -> [String] {
    var found: [String] = []
    collect(into: &found, truth, project)
    if found.isEmpty { collect(into: &found, nil, project) }
    return found
  }

  /// Collects what the tests of a truth look at, or all of them.
  private func collect(into found: inout [String], _ truth: Truth?, _ project: Project) {
    switch self {
    case .all(let parts), .any(let parts): for part in parts { part.collect(into: &found, truth, project) }
    case .not(let part), .named(_, let part): part.collect(into: &found, truth, project)
    case .test(let test):
      if truth.map({ test.truth(of: project) == $0 }) ?? true, !found.contains(test.subject) {
        found.append(test.subject)
      }
    }
  }
}
