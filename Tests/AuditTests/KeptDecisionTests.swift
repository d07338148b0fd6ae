import Audit
import Testing

/// What was decided of a bill is the same, however it is kept.
struct KeptDecisionTests {
  private static let shared: [Int: String] = [
    7:
      #"{"source":"a 7.csv","policies":{"p-1":{"requirements":{"r-4":["fail",4,5]}}},"findings":{"warning":6,"note":7}}"#
  ]

  private static func all(_ json: String) -> [KeptDecision]? {
    KeptDecision.all(in: Array(json.utf8)) { shared[$0].map { Array($0.utf8) } }
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func `the numbers of a bill stand where its outcome has places for them, and texts are left alone`() throws {
    let decision = try #require(Self.all(#"[[7,"b,]\"1",12,"sha256:00","2/3",null,1,13]]"#)?.first)
    #expect(
      Self.text(decision.decided)
        == #"{"source":"a 7.csv","policies":{"p-1":{"requirements":{"r-4":["fail","2/3",null]}}},"findings":{"warning":1,"note":13}}"#
    )
    #expect(decision.bill.map(Self.text) == [#""b,]\"1""#, "12", #""sha256:00""#])
  }

  @Test func `a bill with an outcome of its own is the same as one that refers to it`() {
    let own =
      #"[[{"source":"a 7.csv","policies":{"p-1":{"requirements":{"r-4":["fail","2/3",null]}}},"findings":{"warning":4,"note":5}},"b",1,null,1,13]]"#
    let referring = #"[[7,"b",1,null,"2/3",null,1,13]]"#
    #expect(Self.all(own) == Self.all(referring))
    #expect(Self.all(own) != Self.all(referring.replacing("2/3", with: "1/3")))
  }

  @Test(arguments: [
    "", "[", "]", "{}", "[1]", "[[7]]", "[[7,1,2]]", "[[8,1,2,3]]", "[[7,1,2,3],4]", "[[7,1,2,3]]]", "[[7,\"1,2,3]]",
    "[[7,1,2,3]", "[[99999999999999999999999,1,2,{]]",
  ])
  func `anything else is no decision`(json: String) { #expect(Self.all(json) == nil) }

  @Test func `no bills are no decisions`() { #expect(Self.all("[]") == []) }

  @Test func `a place that the bill does not have is null`() throws {
    let decision = try #require(Self.all(#"[[7,"b",1,null,99999]]"#)?.first)
    #expect(Self.text(decision.decided).hasSuffix(#"["fail",99999,null]}}},"findings":{"warning":null,"note":null}}"#))
  }
}
