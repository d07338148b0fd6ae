import Diagnostics
import Testing

struct SuggestionTests {
  private let kinds = ["server", "cpu", "accelerator", "memory", "storage", "network", "os", "service", "security"]

  @Test(arguments: [
    ("sever", "server"), ("Server", "server"), ("acelerator", "accelerator"), ("memroy", "memory"), ("gpu", "cpu"),
    ("netwrok", "network"), ("securty", "security"), ("strage", "storage"), ("服务器", nil), ("database", nil), ("", nil),
    ("x", nil), ("o", "os"),
  ])
  func `the nearest name is suggested if it is near`(name: String, expected: String?) {
    #expect(nearest(to: name, among: kinds) == expected)
  }

  @Test func `the nearest come first, equals in the order given`() {
    #expect(nearest(to: "servce", among: kinds, atMost: 3) == ["service", "server"])
    #expect(nearest(to: "bb", among: ["ab", "bc", "bb"], atMost: 3) == ["bb", "ab", "bc"])
    #expect(nearest(to: "bb", among: ["ab", "bc", "bb"], atMost: 2) == ["bb", "ab"])
  }

  @Test func `chinese names are compared by character`() {
    #expect(nearest(to: "中标麒鳞", among: ["银河麒麟", "中标麒麟", "统信"]) == "中标麒麟")
  }

  @Test func `a very long name is compared by its beginning`() {
    let long = String(repeating: "x", count: 100_000)
    #expect(nearest(to: long, among: ["y", long + "z"]) == long + "z")
  }
}
