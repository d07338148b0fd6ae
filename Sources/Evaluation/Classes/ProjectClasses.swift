internal import Diagnostics
internal import Inventory
internal import Policy
internal import Quantities

/// Which policies apply, kept for the classes of projects seen so far: projects of many bills are of few.
final class ProjectClasses: Sendable {
  private let policies: [Policy]
  private let included: Set<String>
  private let limit: Int
  /// The facts that the policies ask for to know whether they apply.
  private let facts: [String]
  private let known = Guarded<[ProjectClass: [Applicability]]>([:])

  init(_ policies: [Policy], included: Set<String>, limit: Int) {
    self.policies = policies
    self.included = included
    self.limit = limit
    var facts: Set<String> = []
    for policy in policies {
      _ = policy.appliesTo?.contains { test in
        facts.insert(test.subject)
        return false
      }
    }
    self.facts = facts.sorted()
  }

  /// All that the policies ask of a project, for themselves, their requirements and their grants.
  var tests: [ProjectTest] {
    var tests: [ProjectTest] = []
    for policy in policies {
      var predicates = [policy.appliesTo] + policy.grants.map(\.when)
      for requirement in policy.requirements {
        predicates.append(requirement.when)
        if case .project(let predicate) = requirement.test { predicates.append(predicate) }
      }
      for predicate in predicates {
        _ = predicate?.contains { test in
          tests.append(test)
          return false
        }
      }
    }
    return tests
  }

  /// The applicability of each policy, in their order.
  func applicabilities(to project: Project, on day: Day) -> [Applicability] {
    let key = ProjectClass(project, facts: facts, epoch: epoch(of: day))
    return known.withLock { known in
      if let found = known[key] { return found }
      let found = policies.map { Applicability(of: $0, to: project, on: day, included: included) }
      if known.count > limit { known.removeAll() }
      known[key] = found
      return found
    }
  }

  /// Which policies are in force on a day: days of one epoch see the same.
  private func epoch(of day: Day) -> Int {
    policies.reduce(0) { epoch, policy in
      epoch + (policy.from <= day ? 1 : 0) + (policy.until.map { $0 < day } ?? false ? 1 : 0)
    }
  }
}
