internal import Diagnostics
public import Policy
internal import Quantities

/// The policies of a rule book, one or two lines each.
public struct PolicyTable: Sendable {
  private let style: TextStyle
  private let say: Wording

  /// A table in a style.
  public init(_ style: TextStyle, book: RuleBook) {
    self.style = style
    say = Wording(style.language, regions: book.regions, vocabulary: book.vocabulary, catalog: book.catalog)
  }

  /// The policies in the order given: identifier, days of effect, status, title.
  public func render(_ policies: [Policy]) -> String {
    var page = Page(style)
    let rows = policies.map { policy in
      Row(
        id: policy.id, from: policy.from.description, until: policy.until?.description ?? "",
        status: say.status(policy.status), title: say(policy.title))
    }
    let head = Row(
      id: say("编号", "Id"), from: say("生效", "From"), until: say("截止", "Until"), status: say("状态", "Status"),
      title: say("标题", "Title"))
    let ids = ([head] + rows).map(\.id.displayWidth).max() ?? 0
    let states = ([head] + rows).map(\.status.displayWidth).max() ?? 0
    func write(_ row: Row, _ ink: Ink) {
      let lead =
        Phrase(pad(row.id, ids), ink) + "  " + pad(row.from, 10) + "  " + pad(row.until, 10) + "  "
        + Phrase(pad(row.status, states))
      // A wide page holds the title beside the rest, a narrow one below it.
      if style.width - lead.width >= 32 {
        page.put(Phrase(row.title), after: lead + "  ", then: Phrase(String(repeating: " ", count: lead.width + 2)))
      } else {
        page.put(lead)
        page.put(Phrase(row.title), indent: 4)
      }
    }
    write(head, .faint)
    for row in rows { write(row, .strong) }
    let count = policies.count
    page.space()
    page.put(Phrase(say("共 \(count) 项政策", "\(count) \(say.plural(count, "policy", "policies"))"), .faint))
    return page.text
  }

  private struct Row {
    var id: String
    var from: String
    var until: String
    var status: String
    var title: String
  }

  private func pad(_ text: String, _ columns: Int) -> Phrase {
    Phrase(text + String(repeating: " ", count: max(0, columns - text.displayWidth)))
  }

  private func pad(_ text: String, _ columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - text.displayWidth))
  }
}
