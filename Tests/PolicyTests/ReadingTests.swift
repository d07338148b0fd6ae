import Diagnostics
import Inventory
import Policy
import Quantities
import Testing

@Suite struct ReadingTests {
  private static let text = """
    policy: example
    title: {zh: 例, en: Example}
    issuer: Office
    document: {number: 〔2024〕1号, issued: 2024-01-15, url: "https://example.org"}
    status: in-force
    applies_to: {region: 宁夏}
    effective: {from: 2024-02-01, until: 2026-01-31}
    clauses:
      main: {quote: 一, source: s, read: partial}
      aside: {quote: 二, source: s, read: secondary, context: true}
    open_questions: [{zh: 问, en: question}]
    definitions:
      chips: {kind: [cpu, accelerator]}
    measures:
      rate: {title: rate, share: {of: domestic, among: chips, by: quantity}, also_by: [amount, fp16_tflops]}
      power: {total: {of: power, among: chips}}
      base: {product: [rate, {fact: investment}]}
    requirements:
      high: {clause: main, force: condition, measure: rate, at_least: {2025: 40%, 2024-06-01: 1/4}}
    """

  @Test func `a policy is read as it is written`() throws {
    let text =
      Self.text.replacing("1/4", with: "25%") + """

          low: {clause: main, force: target, measure: power, below: 2 kW, when: {hub: true}}
          both: {clause: main, force: mandatory, any_of: [high, low]}
        grants:
          g:
            clause: main
            requires: [both]
            amount: {rate: 5%, of: base, cap: 1万元, already: received, round: {to: 100, mode: half_even}}
            exclusive: x
            per: project
        """
    let (book, problems) = try Books.read([text])
    let policy = try #require(book?.policy("example"), "\(Books.rendered(problems))")
    #expect(policy.title.en == "Example" && policy.issuer.zh == "Office" && policy.document.number == "〔2024〕1号")
    #expect(policy.from.description == "2024-02-01" && policy.until?.description == "2026-01-31")
    #expect(policy.clauses.map(\.id) == ["main", "aside"] && policy.clause("aside")?.isContext == true)
    #expect(policy.measures.map(\.id) == ["rate", "power", "base"])
    #expect(policy.measures.map(\.unit?.name) == ["ratio", "W", "CNY"])
    #expect(policy.requirements.map(\.isMember) == [true, true, false])
    #expect(policy.requirements.map(\.force) == [.condition, .target, .mandatory])
    guard case .compare(let rate, .atLeast, let series) = policy.requirements[0].test,
      case .share(_, _, let by) = rate.form, case .compare(_, .below, let watts) = policy.requirements[1].test
    else {
      Issue.record("\(policy.requirements)")
      return
    }
    #expect(by.map(\.name) == ["quantity", "amount", "fp16_tflops"])
    #expect(series.entries.map(\.from?.description) == ["2024-06-01", "2025-01-01"])
    #expect(series.entries.map(\.value.description) == ["0.25", "0.4"])
    #expect(watts.entries.map(\.value.description) == ["2000"])
    let grant = try #require(policy.grants.first)
    #expect(grant.requires == [2] && grant.exclusive == "x" && grant.per == "project" && grant.currency == "CNY")
    #expect(grant.amount.cap?.entries.map(\.value.description) == ["10000"] && grant.amount.already == "received")
    #expect(grant.amount.rounding?.mode == .halfEven && grant.amount.rounding?.to == Rational(100))
  }

  @Test func `a fraction is no figure of a policy`() throws {
    let (book, problems) = try Books.read([Self.text])
    #expect(book == nil)
    #expect(problems.sorted.map(\.code) == ["wrong-type"])
  }

  @Test func `places of two region tables are known together`() throws {
    let more = "regions:\n  \"450100\": {zh: 南宁, en: Nanning}\n"
    let policy = Books.policy(Books.plain + "\napplies_to: {region: [宁夏, 南宁, \"640500\", CN-NX]}")
    var (book, _) = try Books.read([policy])
    #expect(book == nil)
    (book, _) = try Books.read([policy], regions: Books.regions + "\n" + more.dropFirst("regions:\n".count))
    #expect(book != nil)
    (book, _) = try Books.read([policy], more: [(.regions, more)])
    #expect(book != nil)
  }
}
