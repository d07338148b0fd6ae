/// The report on a portfolio for a person: indicator by indicator the value, the target, the gap, the breakdown and the
/// projects with the largest parts.
public struct PortfolioText: Sendable {
  private let style: TextStyle
  private let top: Int

  /// A report in a style that shows so many projects an indicator.
  public init(_ style: TextStyle, top: Int) {
    self.style = style
    self.top = top
  }

  /// The report.
  public func render(_ report: PortfolioReport) -> String {
    var writer = PortfolioWriter(report, style, top: top)
    writer.write()
    return writer.page.text
  }
}
