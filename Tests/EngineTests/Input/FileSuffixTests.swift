import Testing

@testable import Engine

/// The ending of a file's name, which tells how the file is read.
struct FileSuffixTests {
  @Test(arguments: [
    ("bids/a.yaml", "yaml"), ("A.CSV", "csv"), ("a.b.ndjson", "ndjson"), ("v1.2/bill", ""), ("v1.2/.csv", ""),
    (".yaml", ""), ("清单.表.xlsx", "xlsx"), ("a.", ""), ("", ""), ("-", ""),
  ])
  func `it stands behind the last dot of the name`(path: String, suffix: String) {
    #expect(path.fileSuffix == suffix)
  }
}
