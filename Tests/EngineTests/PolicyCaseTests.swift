import Diagnostics
import Engine
import Testing

/// Every case of every `x.tests.yaml` beside a built-in policy.
struct PolicyCaseTests {
  static let engine = Result { try Engine(rules: RuleFile.builtIn) }
  static let folder = Repository.path("Rules")
  static let files = (try? RuleFile.tests(in: folder)) ?? []

  @Test func `every built-in policy has a file of cases`() throws {
    let tested = try Set(
      Self.files.map { try PolicyTestFile($0.bytes, name: $0.path, engine: Self.engine.get()).policy })
    let policies = RuleFile.builtIn.filter { $0.path.hasPrefix("policies/") }
    #expect(tested.count == policies.count)
    #expect(policies.count >= 15)
  }

  @Test(arguments: files)
  func `every case of a policy comes out as it says`(file: RuleFile) throws {
    let engine = try Self.engine.get()
    let tests: PolicyTestFile
    do {
      tests = try PolicyTestFile(file.bytes, name: file.path, engine: engine)
    } catch {
      Issue.record("\(error.sorted.map { $0.rendered(in: .en) }.joined(separator: "\n"))")
      return
    }
    #expect(!tests.cases.isEmpty)
    for testCase in tests.cases {
      for problem in tests.failures(of: testCase, engine: engine).sorted {
        Issue.record("\(testCase.name.en)\n\(problem.rendered(in: .en))")
      }
    }
  }
}
