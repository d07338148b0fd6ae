import Testing

@testable import Inventory

/// What firmware writes where nothing was filled in.
struct PlaceholderTests {
  @Test(arguments: [
    "", "  ", "0", "0000", "--", "To be filled by O.E.M.", "To Be Filled By O.E.M", "Not Specified", "Not Set",
    "Default string", "NO DIMM", "Unknown", "<OUT OF SPEC>", "[Empty]", "N/A", "None", "System Product Name", "\u{A0}",
  ])
  func `a placeholder says nothing`(text: String) {
    #expect(Placeholder.meaning(of: text) == nil)
  }

  @Test(arguments: [
    ("Huawei", "Huawei"), ("  M393A8G40MB2-CVF    ", "M393A8G40MB2-CVF"),
    ("Xeon(R) CPU       M 460", "Xeon(R) CPU M 460"),
    ("00A1", "00A1"), ("鲲鹏920", "鲲鹏920"), ("Unknown Corp", "Unknown Corp"),
  ])
  func `a text keeps its words`(text: String, meaning: String) {
    #expect(Placeholder.meaning(of: text) == meaning)
  }
}
