import Documents
import Testing

struct UnicodeTests {
  @Test(arguments: [
    ("abc", "abc"), ("６台", "6台"), ("￥１，２００", "¥1,200"), ("（万元）", "(万元)"), ("①", "1"), ("㎡", "m2"), ("…", "..."),
    ("", ""), ("ﷺ", "صلى الله عليه وسلم"),
  ])
  func `compatibility forms become plain ones`(text: String, expected: String) {
    #expect(text.compatibilityForm == expected)
  }

  @Test func `countries have names in both languages`() {
    let chinese = Dictionary(CountryNames.all(in: "zh").map { ($0.code, $0.name) }) { $1 }
    let english = Dictionary(CountryNames.all(in: "en").map { ($0.code, $0.name) }) { $1 }
    #expect(chinese["US"] == "美国")
    #expect(chinese["KR"] == "韩国")
    #expect(english["DE"] == "Germany")
    #expect(chinese.count > 200)
    #expect(chinese.count == english.count)
  }
}
