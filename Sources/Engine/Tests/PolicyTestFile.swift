public import Diagnostics
internal import Documents
internal import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

/// The test cases of a policy, as they stand in `x.tests.yaml` beside it.
public struct PolicyTestFile: Sendable {
  /// The policy that they test.
  public let policy: String
  /// The cases, in order.
  public let cases: [Case]

  /// One case: a bill, a day, and what is to come out.
  public struct Case: Sendable {
    /// What it shows.
    public let name: Localized
    let day: Day
    let evidence: Evidence
    let bill: BillOfMaterials
    let expectations: [Expectation]
    /// Where it stands.
    public let span: SourceSpan
  }

  /// One expected value, with the place where it is written.
  struct Expectation: Sendable {
    var subject: Subject
    var text: String
    var span: SourceSpan

    enum Subject: Sendable {
      case applies, verdict
      case requirement(String, Part)
      case grant(String, Part)
    }

    enum Part: String, Sendable {
      case verdict, reason, low, high, eligible
    }
  }

  /// Reads a file of cases for the policies of an engine.
  public init(_ bytes: [UInt8], name: String, engine: Engine) throws(Problems) {
    let document = try YAML.document(in: SourceFile.decoding(bytes, name: name))
    var problems = Problems()
    let read = PolicyTestReader(engine: engine).read(document, &problems)
    guard let read, !problems.hasErrors else { throw problems }
    (policy, cases) = read
  }
}
