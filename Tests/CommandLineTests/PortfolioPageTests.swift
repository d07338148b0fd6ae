import Foundation
import Testing
import Transcripts

/// The report on a portfolio as a page: whole, safe whatever stands in the bills, and complete in itself.
struct PortfolioPageTests {
  private static let plan = "--policy cn-compute-plan-2023-2025 --format html"
  private static let example = "beijing.yaml zhongwei.yaml guiyang.yaml later.yaml"

  private static func bill(_ id: String, name: String = "甲", cards: Int = 10, date: String = "2025-03-01") -> String {
    """
    bom: 1
    project: {id: '\(id)', name: '\(name)', region: "640500", facility: intelligent-computing-center, date: \(date), buyer: enterprise}
    lines: [{kind: accelerator, vendor: 华为, model: 昇腾910B3, quantity: \(cards)}]

    """
  }

  @Test(arguments: [
    ("en", "--year 2025 --by region"), ("zh", "--as-of 2024-12-31 --top 1"),
    ("zh", "--year 2025 --by vendor --evidence catalogue"),
  ])
  func `the page of the example is the recorded one`(language: String, options: String) throws {
    let line = "bomgate portfolio \(Self.example) \(Self.plan) \(options) --lang \(language)"
    let outcome = try Program.run(line, in: Repository.path("Examples/portfolio"))
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    let page = outcome.output.replacing(/sha256:[0-9a-f]{64}/, with: "sha256:…")
    let name = options.split(separator: " ").map { $0.drop { $0 == "-" } }.joined(separator: "-")
    let path = Repository.path("Tests/CommandLineTests/Fixtures/pages/\(name).\(language).html")
    if Transcript.isRecording {
      try page.write(toFile: path, atomically: true, encoding: .utf8)
      return
    }
    #expect(try page == String(contentsOfFile: path, encoding: .utf8), "\(path) is not what was recorded")
    try expectWhole(page)
    #expect(page.contains("<html lang=\"\(language == "zh" ? "zh-CN" : "en")\">"))
  }

  @Test func `what stands in a bill never becomes markup`() throws {
    let scratch = try Scratch([
      "a.yaml": Self.bill("a\"><b>&", name: "<script>alert(1)</script>"),
      "b.yaml": Self.bill("</table></style>", name: "<!--"),
    ])
    let page = try scratch.run("bomgate portfolio a.yaml b.yaml \(Self.plan) --year 2025 --lang en").output
    #expect(page.contains("<bdi>a&quot;&gt;&lt;b&gt;&amp; &lt;script&gt;alert(1)&lt;/script&gt;</bdi>"))
    #expect(page.contains("<bdi>&lt;/table&gt;&lt;/style&gt; &lt;!--</bdi>"))
    try expectWhole(page)
  }

  @Test(arguments: [
    ("javascript:alert(1)", "<dd>javascript:alert(1)</dd>"),
    (
      "https://example.org/?a=1&b=2",
      #"<dd><a href="https://example.org/?a=1&amp;b=2" rel="noreferrer">https://example.org/?a=1&amp;b=2</a></dd>"#
    ),
  ])
  func `only an address of the web is a link`(address: String, entry: String) throws {
    let policy = """
      policy: ours
      title: {zh: 我们的, en: Ours}
      issuer: {zh: 某局, en: A bureau}
      document: {number: null, issued: null, url: "\(address)"}
      status: in-force
      effective: {from: 2000-01-01, until: null}
      clauses:
        all: {quote: "<i>十张</i>", source: 公报, read: verbatim}
      definitions:
        card: {kind: accelerator}
      measures:
        all: {title: {zh: 总数, en: Total}, scope: portfolio, total: {of: quantity, among: card}}
      requirements:
        all: {title: {zh: 总数, en: Total}, clause: all, force: target, measure: all, at_least: 100}

      """
    let scratch = try Scratch(["a.yaml": Self.bill("a"), "rules/policies/ours.yaml": policy])
    let outcome = try scratch.run(
      "bomgate portfolio a.yaml --add-rules rules --policy ours --year 2025 --format html --lang en")
    #expect(outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(outcome.output.contains(entry))
    #expect(outcome.output.contains("<p>“&lt;i&gt;十张&lt;/i&gt;”</p>"))
    try expectWhole(outcome.output)
  }

  @Test func `what is not known is drawn as possible`() throws {
    let scratch = try Scratch(["a.yaml": Self.bill("a")])
    let page = try scratch.run("bomgate portfolio a.yaml \(Self.plan) --year 2025 --lang en").output
    let section = try #require(page.firstMatch(of: /<h2>National OTN coverage<\/h2>(?:.|\n)*?<\/section>/)?.0)
    #expect(section.contains(#"<span class="verdict undetermined">?"# + "\u{A0}open</span>"))
    #expect(section.contains("<strong>0%\u{A0}–\u{A0}100%</strong>"))
    #expect(section.contains(#"<rect class="possible" x="0%" y="18" width="100%" height="20"></rect>"#))
    #expect(!section.contains(#"class="sure""#))
    #expect(section.contains("<dt>Why</dt><dd>projects do not state "))
  }

  @Test(arguments: [
    ("zh", "<dd>计入 0 份 · 1 份晚于这一天，未计入 · <span class=\"fail\">1 份有错误，未计入</span></dd>"),
    (
      "en",
      "<dd>0 bills counted · 1 bill of a later day left out · <span class=\"fail\">1 bill with errors left out</span></dd>"
    ),
  ])
  func `without a project the page says what was left out`(language: String, bills: String) throws {
    let scratch = try Scratch(["late.yaml": Self.bill("l", date: "2026-01-01"), "bad.yaml": Bills.unreadable])
    let outcome = try scratch.run("bomgate portfolio late.yaml bad.yaml \(Self.plan) --year 2025 --lang \(language)")
    #expect(outcome.status == 2)
    #expect(outcome.output.contains(bills))
    #expect(!outcome.output.contains("<bdi>"))
    try expectWhole(outcome.output)
  }

  @Test func `the largest twenty projects are shown, and the others as one`() throws {
    let files = (1...23).map { ("\($0).yaml", Self.bill("p\($0)", cards: $0 * 10)) }
    let scratch = try Scratch(Dictionary(uniqueKeysWithValues: files))
    let line = "bomgate portfolio . \(Self.plan) --year 2025 --lang en"
    let page = try scratch.run(line).output
    let section = try #require(page.firstMatch(of: /<section id="indicator-1">(?:.|\n)*?<\/section>/)?.0)
    let names = section.matches(of: /<bdi>(.*?)<\/bdi>/).map { String($0.1) }
    #expect(names == (4...23).reversed().map { "p\($0) 甲" } + ["the other 3 projects"])
    // 313 TFLOPS a card: 60 cards of 2,760.
    #expect(
      section.contains(#"<td class="number">≈2.17%</td><td class="number">18.78"# + "\u{A0}PFLOPS</td></tr>\n</tbody>"))
    #expect(try scratch.run("\(line) --top 22").output.contains("<bdi>the other 1 project</bdi>"))
    #expect(try !scratch.run("\(line) --top 23").output.contains("the other"))
    #expect(try !scratch.run("\(line) --top 0").output.contains("<bdi>"))
  }

  @Test func `every colour of words has a contrast of 4.5 to its ground and of bars 3 to theirs`() throws {
    let page = try Scratch(["a.yaml": Self.bill("a")]).run("bomgate portfolio a.yaml \(Self.plan) --year 2025").output
    let looks = page.matches(of: /:root\{([^}]*--ground[^}]*)\}/).map { look in
      Dictionary(look.1.matches(of: /--([a-z]+):(#[0-9a-f]{6})/).map { (String($0.1), String($0.2)) }) { $1 }
    }
    #expect(looks.count == 2)
    for look in looks {
      let ground = try #require(look["ground"])
      for name in ["ink", "faint", "good", "bad", "open", "link"] {
        #expect(Self.contrast(try #require(look[name]), ground) >= 4.5, "\(name)")
      }
      #expect(Self.contrast(try #require(look["bar"]), try #require(look["track"])) >= 3)
    }
  }

  /// That elements end in the order in which they begin, and that nothing is run or fetched.
  private func expectWhole(_ page: String) throws {
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang="))
    var open: [Substring] = []
    let body = page.replacing(/<style>(?:.|\n)*?<\/style>/, with: "")
    for tag in body.dropFirst("<!DOCTYPE html>".count).matches(of: /<(\/?)([^ >]*)[^>]*>/) {
      if tag.1.isEmpty { if tag.2 != "meta" { open.append(tag.2) } } else { #expect(open.popLast() == tag.2) }
    }
    #expect(open.isEmpty)
    let names = Set(body.matches(of: /<([a-zA-Z!][^ >]*)/).map { String($0.1) })
    #expect(names.isDisjoint(with: ["script", "link", "img", "iframe", "object", "use", "image", "b", "i", "!--"]))
    #expect(!page.contains("@import"))
    #expect(!page.contains(" src="))
    #expect(!body.contains("url("))
    #expect(page.matches(of: /url\(([^)]*)\)/).allSatisfy { $0.1 == "#hatch" })
  }

  /// The contrast of two colours as WCAG 2 defines it.
  private static func contrast(_ one: String, _ other: String) -> Double {
    let lights = [one, other].map { color -> Double in
      let number = Int(color.dropFirst(), radix: 16) ?? 0
      let parts = [number >> 16, number >> 8 & 255, number & 255].map { byte -> Double in
        let part = Double(byte) / 255
        return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    return (max(lights[0], lights[1]) + 0.05) / (min(lights[0], lights[1]) + 0.05)
  }
}
