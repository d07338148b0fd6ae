public import Diagnostics
internal import Documents
public import Evaluation
internal import Policy

extension Engine {
  /// An assessor of portfolios.
  ///
  /// - Throws: that there is no such policy, or that it has no indicator over many bills.
  public func portfolio(_ terms: PortfolioTerms) throws(Problems) -> PortfolioAssessor {
    guard let assessor = PortfolioAssessor(book: book, terms: terms) else {
      throw Problems(
        Diagnostic(
          .error, "unknown-policy",
          Localized(zh: "没有政策 `\(terms.policy)`", en: "there is no policy `\(terms.policy)`")))
    }
    guard assessor.indicators.isEmpty else { return assessor }
    let others = book.policies.filter { $0.requirements.contains(where: \.isOfPortfolio) }.map { "`\($0.id)`" }
    throw Problems(
      Diagnostic(
        .error, "no-portfolio-indicator",
        Localized(
          zh: "政策 `\(terms.policy)` 没有按多个项目汇总的指标",
          en: "policy `\(terms.policy)` has no indicator over many projects"),
        help: others.isEmpty
          ? Localized(
            zh: "在指标上写 `scope: portfolio`", en: "write `scope: portfolio` on a measure")
          : Localized(
            zh: "有这种指标的是：" + others.joined(separator: "、"), en: "those that have are " + others.joined(separator: ", "))
      ))
  }

  /// Adds up what several runs wrote with `--partial`.
  ///
  /// - Throws: what is wrong with them: other rules, other terms, or a project that is in two of them.
  public func merge(_ paths: [String]) throws(Problems) -> (assessor: PortfolioAssessor, tally: PortfolioTally) {
    var problems = Problems()
    var merged: (terms: PortfolioTerms, name: String, assessor: PortfolioAssessor, tally: PortfolioTally)?
    for path in paths {
      let parts: [SourceFile]
      do throws(Problems) {
        parts = try PartialReader.parts(at: path)
      } catch {
        problems.add(error)
        continue
      }
      for part in parts {
        do throws(Problems) {
          var reader = try PartialReader(part, self)
          let assessor = try portfolio(reader.terms)
          guard let first = merged.map({ (terms: $0.terms, name: $0.name) }) else {
            merged = (reader.terms, path, assessor, try reader.tally(assessor))
            continue
          }
          if let refusal = reader.refusal(beside: first.terms, of: first.name) { throw Problems(refusal) }
          let tally = try reader.tally(assessor)
          try merged?.tally.merge(tally, from: SourceSpan(file: reader.file))
        } catch {
          problems.add(error)
        }
      }
    }
    if problems.hasErrors { throw problems }
    guard let merged else { throw problems }
    return (merged.assessor, merged.tally)
  }
}
