public import Diagnostics
internal import Evaluation
internal import Inventory
internal import Policy
public import Quantities

extension PolicyTestFile {
  /// Runs one case; what does not come out as expected is a problem at the place of the expectation.
  public func failures(of testCase: Case, engine: Engine) -> Problems {
    var problems = Problems()
    var options = AssessmentOptions()
    options.policies = [policy]
    options.included = [policy]
    options.evidence = testCase.evidence
    var resolver = BomResolver(catalog: engine.book.catalog)
    guard let resolved = resolver.resolve(testCase.bill, &problems) else { return problems }
    do {
      let assessment = try Assessor(book: engine.book, options: options).assess(resolved, on: testCase.day)
      guard let result = assessment.policies.first else { return problems }
      for expectation in testCase.expectations { check(expectation, result, &problems) }
    } catch {
      problems.add(error)
    }
    return problems
  }

  private func check(_ expectation: Expectation, _ result: PolicyAssessment, _ problems: inout Problems) {
    let found: String
    switch expectation.subject {
    case .applies: found = result.applicability.truth.word
    case .verdict: found = result.verdict.rawValue
    case .requirement(let id, let part):
      found = Self.text(of: result.requirements.first { $0.requirement.id == id }, part)
    case .grant(let id, let part): found = Self.text(of: result.grants.first { $0.grant.id == id }, part)
    }
    guard !Self.agree(expectation.text, found) else { return }
    problems.error(
      "unexpected-result",
      Localized(zh: "期望 `\(expectation.text)`，得到 `\(found)`", en: "expected `\(expectation.text)`, got `\(found)`"),
      at: expectation.span)
  }

  /// Numbers agree by value, words by letter.
  private static func agree(_ expected: String, _ found: String) -> Bool {
    if expected == found { return true }
    guard let first = try? Rational(exact: expected), let second = try? Rational(exact: found) else { return false }
    return first == second
  }

  private static func text(of result: RequirementAssessment?, _ part: Expectation.Part) -> String {
    // A policy that does not apply lists no requirements: none of them applies.
    guard let result else { return part == .verdict ? Verdict.notApplicable.rawValue : "null" }
    switch part {
    case .verdict, .eligible: return result.verdict.rawValue
    case .reason: return result.reason?.rawValue ?? "null"
    case .low: return result.measure?.value?.low.number?.description ?? "null"
    case .high: return result.measure?.value?.high.number?.description ?? "null"
    }
  }

  private static func text(of result: GrantAssessment?, _ part: Expectation.Part) -> String {
    guard let result else { return part == .eligible ? Verdict.notApplicable.rawValue : "0" }
    switch part {
    case .verdict, .eligible: return result.eligible.rawValue
    case .reason: return result.reason?.rawValue ?? "null"
    case .low: return result.amount.low.number?.description ?? "null"
    case .high: return result.amount.high.number?.description ?? "null"
    }
  }
}

extension Truth {
  /// The word in files and reports.
  public var word: String {
    switch self {
    case .no: "no"
    case .unknown: "unknown"
    case .yes: "yes"
    }
  }
}
