public import Quantities

extension ProjectPredicate {
  /// Whether it holds for a project.
  public func truth(of project: Project) -> Truth {
    truth(of: project) { $0.truth(of: $1) }
  }
}

extension ProjectTest {
  /// The answer for a project; a fact that is missing leaves it open.
  public func truth(of project: Project) -> Truth {
    switch self {
    case .region(let codes): regionTruth(codes, project.region)
    case .facility(let facilities): Truth(project.facility.map { facilities.contains($0) })
    case .buyer(let buyers): Truth(project.buyers.map { !$0.filter(buyers.contains).isEmpty })
    case .number(let name, let range):
      if case .number(let value) = project.facts[name] { range.truth(of: Interval(exactly: value)) } else { .unknown }
    case .flag(let name, let flag):
      if case .flag(let value) = project.facts[name] { Truth(value == flag) } else { .unknown }
    case .text(let name, let words):
      if case .text(let value) = project.facts[name] { Truth(words.contains(value)) } else { .unknown }
    case .date(let name, let range):
      if case .date(let day) = project.facts[name] {
        Truth((range.atLeast.map { $0 <= day } ?? true) && (range.atMost.map { day <= $0 } ?? true))
      } else {
        .unknown
      }
    }
  }

  /// The name of what it asks for, for a message on what is missing.
  public var subject: String {
    switch self {
    case .region: "region"
    case .facility: "facility"
    case .buyer: "buyer"
    case .number(let name, _), .flag(let name, _), .text(let name, _), .date(let name, _): name
    }
  }

  private func regionTruth(_ codes: [String], _ place: String?) -> Truth {
    guard let place else { return .unknown }
    var result = Truth.no
    for code in codes { result = result | Truth(RegionTable.covers(code, place)) }
    return result
  }
}
