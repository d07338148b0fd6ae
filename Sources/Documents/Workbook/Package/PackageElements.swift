internal import Diagnostics

/// Where a part of a workbook may be read: inside the elements of its own namespace. Those of others, such as
/// extensions, are stepped over with all that is in them.
struct PackageElements {
  private let root: StaticString
  private let namespaces: [StaticString]
  private let file: SourceFile
  /// The namespace by its address, which is one for all elements of a part.
  private var namespace: UnsafePointer<UInt8>?
  /// How many of the open elements are stepped over.
  private var skipped = 0

  /// The elements of the part in `file`, whose outermost one has that name and one of those namespaces.
  init(_ root: StaticString, of namespaces: [StaticString], in file: SourceFile) {
    self.root = root
    self.namespaces = namespaces
    self.file = file
  }

  /// Whether an element is to be read.
  @inline(__always)
  mutating func enters(_ tag: XMLTag) throws(Problems) -> Bool {
    if skipped > 0 {
      skipped += 1
      return false
    }
    if let namespace {
      if tag.namespace == namespace { return true }
      skipped = 1
      return false
    }
    try begin(tag)
    return true
  }

  /// Steps over the element that was entered last.
  mutating func skip() { skipped = 1 }

  /// Whether the element that ends was one to be read.
  @inline(__always)
  mutating func leaves() -> Bool {
    if skipped == 0 { return true }
    skipped -= 1
    return false
  }

  private mutating func begin(_ tag: XMLTag) throws(Problems) {
    guard tag.name.hasText(root), let namespace = tag.namespace, namespaces.contains(where: { namespace.hasText($0) })
    else {
      let name = String(cString: tag.name).excerpt
      let found = tag.namespace.map { "{\(String(cString: $0).excerpt)}\(name)" } ?? name
      throw Problems(
        Diagnostic(
          .error, "wrong-part",
          Localized(
            zh: "这个部件应以 Office Open XML 的元素 `\(root)` 开始，却是 `\(found)`",
            en: "this part must begin with the element `\(root)` of Office Open XML, not with `\(found)`"),
          at: SourceSpan(file: file), help: ForeignFile.saveAsWorkbook))
    }
    self.namespace = namespace
  }
}

extension [StaticString] {
  /// The namespaces of spreadsheets, transitional and strict.
  static var spreadsheet: [StaticString] {
    ["http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"]
  }
}
