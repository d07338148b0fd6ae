public import Evaluation

/// One bill's result with what identifies it: what every format renders.
public struct Report: Sendable {
  /// The result.
  public let assessment: Assessment
  /// Where the bill was read from, as the user gave it.
  public let source: String
  /// The digest of the bill's bytes, `sha256:…`.
  public let digest: String
  /// What judged it.
  public let tool: ToolInfo

  /// A report.
  public init(assessment: Assessment, source: String, digest: String, tool: ToolInfo) {
    self.assessment = assessment
    self.source = source
    self.digest = digest
    self.tool = tool
  }
}
