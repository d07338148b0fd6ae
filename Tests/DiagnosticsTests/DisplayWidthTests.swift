import Diagnostics
import Testing

struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("华为", 4), ("，：（）", 8), ("Ａ１", 4), ("ｱ", 1), ("한글", 4), ("ひらカナ", 8), ("é", 1),
    ("e\u{301}", 1), ("\u{200B}", 0), ("\t\u{1B}", 0), ("😀", 2), ("🚀", 2), ("𠀀", 2), ("→", 1), ("…", 1), ("￥", 2),
    ("昇腾910B", 8), ("「」", 4), ("\u{FEFF}", 0),
  ])
  func `a text takes the columns that a terminal gives it`(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test func `a word reads in the language that is asked for`() {
    let word = Localized(zh: "错误", en: "error")
    #expect(Language.allCases.map { word[$0] } == ["错误", "error"])
    #expect(Localized("x") == Localized(zh: "x", en: "x"))
    #expect(Diagnostic.Severity.error.word == word)
    #expect(Diagnostic.Severity.warning.word[.en] == "warning")
  }
}
