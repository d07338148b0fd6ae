internal import Diagnostics

/// The part that names the sheets of a workbook.
struct WorkbookPart: XMLHandler {
  struct SheetName {
    var name: String
    /// The relationship that leads to its part.
    var relationship: String
    var isHidden: Bool
  }

  private(set) var sheets: [SheetName] = []
  /// Whether days count from 1904, as on an old Macintosh.
  private(set) var countsFrom1904 = false
  private var elements: PackageElements

  init(in file: SourceFile) {
    elements = PackageElements("workbook", of: .spreadsheet, in: file)
  }

  mutating func open(_ tag: XMLTag) throws(Problems) {
    guard try elements.enters(tag) else { return }
    if tag.name.hasText("workbookPr") {
      countsFrom1904 = tag.value("date1904")?.isTrue ?? false
    } else if tag.name.hasText("sheet") {
      let state = tag.value("state")
      sheets.append(
        SheetName(
          name: tag.value("name").map { String(utf8: $0) } ?? "", relationship: relationship(of: tag),
          isHidden: state?.hasText("hidden") == true || state?.hasText("veryHidden") == true))
    }
  }

  mutating func close(_ end: XMLEnd) throws(Problems) { _ = elements.leaves() }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Problems) {}

  /// The attribute `id` of the namespace of relationships.
  private func relationship(of tag: XMLTag) -> String {
    for index in 0..<tag.count {
      if let attribute = tag[index], attribute.name.hasText("id"), let namespace = attribute.namespace,
        namespace.hasText("http://schemas.openxmlformats.org/officeDocument/2006/relationships")
          || namespace.hasText("http://purl.oclc.org/ooxml/officeDocument/relationships")
      {
        return String(utf8: attribute.value)
      }
    }
    return ""
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether an attribute says yes.
  var isTrue: Bool { hasText("1") || hasText("true") }
}
