public import Diagnostics

/// The report on a portfolio as a page with charts: one file that needs no script and nothing from elsewhere.
public struct PortfolioHTML: Sendable {
  private let language: Language
  private let top: Int

  /// A report in a language that shows so many projects an indicator, and the others as one.
  public init(_ language: Language, top: Int) {
    self.language = language
    self.top = top
  }

  /// The page as UTF-8.
  public func bytes(_ report: PortfolioReport) -> [UInt8] {
    var page = Markup()
    PortfolioPage(report, language, top: top).write(to: &page)
    return page.bytes
  }
}
