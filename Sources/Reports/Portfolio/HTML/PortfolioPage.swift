internal import Diagnostics
internal import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

/// One report on a portfolio as a page.
struct PortfolioPage {
  let report: PortfolioReport
  let top: Int
  let say: Wording
  /// The projects, in an order that does not depend on how they came together.
  let members: [PortfolioMember]

  init(_ report: PortfolioReport, _ language: Language, top: Int) {
    self.report = report
    self.top = top
    say = Wording(language, regions: report.tool.regions, vocabulary: report.tool.vocabulary, catalog: report.catalog)
    members = report.assessment.tally.sortedMembers
  }

  var assessment: PortfolioAssessment { report.assessment }

  func write(to page: inout Markup) {
    page.raw("<!DOCTYPE html>\n")
    page.block("html", ["lang": say("zh-CN", "en")]) { page in
      page.block("head") { writeHead(to: &$0) }
      page.block("body") { page in
        page.raw(Strip.hatching)
        writeHeadline(to: &page)
        page.block("main") { page in
          writeOverview(to: &page)
          writeLegend(to: &page)
          for number in assessment.indicators.indices { writeIndicator(number, to: &page) }
        }
        writeFooter(to: &page)
      }
    }
  }

  private func writeHead(to page: inout Markup) {
    page.raw(
      """
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none';style-src 'unsafe-inline'">

      """)
    page.line("title", say(assessment.policy.title) + " · bomgate")
    page.raw(PortfolioStyle.sheet)
  }

  private func writeHeadline(to page: inout Markup) {
    let policy = assessment.policy
    page.block("header") { page in
      page.line("h1", say.cited(policy))
      let worst = Verdict.worst(assessment.indicators.map(\.verdict))
      page.line("p", ["class": "headline \(worst.tint)"], worst.mark + " " + say.headline(assessment))
      page.block("dl") { page in
        let left = say.leftOut(assessment.tally.leftOut)
        page.entry(say("清单", "Bills")) { page in
          page.text(([say.counted(assessment.tally)] + left.fine).joined(separator: " · "))
          guard let faulty = left.faulty else { return }
          page.text(" · ")
          page.element("span", ["class": Verdict.fail.tint], faulty)
        }
        page.entry(say("口径", "Terms"), say.terms(assessment.terms).joined(separator: " · "))
        page.entry(say("政策", "Policy"), policy.id)
        page.entry(say("发布机关", "Issuer"), say(policy.issuer))
        page.entry(say("文号", "Number"), policy.document.number)
        page.entry(say("印发日期", "Issued"), policy.document.issued?.description)
        if let url = policy.document.url {
          page.entry(say("网址", "Address")) { link(url, to: &$0) }
        }
      }
    }
  }

  private func writeFooter(to page: inout Markup) {
    page.block("footer", ["class": "small faint"]) { page in
      page.line("p", "bomgate \(report.tool.version)")
      page.line("p", say("规则", "Rules") + " " + report.tool.rulesDigest)
      page.line("p", say("目录", "Catalogue") + " " + report.tool.catalogDigest)
    }
  }

  /// An address; one that is not of the web is no link, because it could be a script.
  private func link(_ address: String, to page: inout Markup) {
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else { return page.text(address) }
    page.element("a", ["href": address, "rel": "noreferrer"], address)
  }
}

extension Verdict {
  /// The class of what is coloured by it.
  var tint: String {
    switch self {
    case .pass: "pass"
    case .fail: "fail"
    case .undetermined: "undetermined"
    case .notApplicable: "notApplicable"
    }
  }
}
