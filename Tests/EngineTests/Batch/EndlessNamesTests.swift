import Testing

@testable import Engine

/// Bills in which hardly a name returns: more names than are kept, and enough lines that what was learnt is forgotten.
struct EndlessNamesTests {
  private static let bills = 2100
  private static let kinds = ["server", "cpu", "accelerator", "os", "database"]

  /// The kind and the maker of each line of a bill; the last bills have those of the first one. They name no model, for
  /// which one would be looked up that is near.
  private static func names(of bill: Int) -> [(kind: String, vendor: String)] {
    (0..<20).map { (kinds[$0 % 5], bill < bills - 100 ? "厂 \(bill)-\($0)" : "厂 0-\($0)") }
  }

  /// What is said of each bill, without its id and its place.
  private func said(_ text: String, of name: String) throws -> [String] {
    let bench = try BatchBench()
    let options = try bench.options([bench.write(text, to: name)], jobs: 1)
    return try bench.rows(options).map { row in
      row.split(separator: " ").dropFirst(2).joined(separator: " ")
    }
  }

  @Test func `each bill of a table is judged as if it were the only one`() throws {
    let head = "bom_id,region,kind,vendor,quantity\n"
    let rows = (0..<Self.bills).map { bill in
      Self.names(of: bill).map { "b\(bill),370200,\($0.kind),\($0.vendor),7\n" }.joined()
    }
    let alone = try said(head + rows[0], of: "one.csv")
    #expect(alone.count == 1)
    let all = try said(head + rows.joined(), of: "all.csv")
    #expect(all == Array(repeating: alone[0], count: Self.bills))
  }

  @Test func `so is each line of JSON`() throws {
    let lines = (0..<Self.bills).map { bill in
      let own = Self.names(of: bill).map {
        #"{"kind":"\#($0.kind)","vendor":"\#($0.vendor)","quantity":7}"#
      }
      return #"{"bom":1,"project":{"id":"b\#(bill)","region":"370200"},"lines":[\#(own.joined(separator: ","))]}"#
        + "\n"
    }
    let alone = try said(lines[0], of: "one.ndjson")
    #expect(alone.count == 1)
    let all = try said(lines.joined(), of: "all.ndjson")
    #expect(all == Array(repeating: alone[0], count: Self.bills))
  }
}
