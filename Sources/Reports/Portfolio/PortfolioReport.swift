public import Evaluation
public import Inventory

/// A portfolio's result with what identifies it: what every format renders.
public struct PortfolioReport: Sendable {
  /// The result.
  public let assessment: PortfolioAssessment
  /// What judged it.
  public let tool: ToolInfo
  /// The catalogue, for the names of vendors.
  public let catalog: Catalog

  /// A report.
  public init(assessment: PortfolioAssessment, tool: ToolInfo, catalog: Catalog) {
    self.assessment = assessment
    self.tool = tool
    self.catalog = catalog
  }
}
