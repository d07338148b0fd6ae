internal import Diagnostics
internal import Documents
internal import Inventory
internal import Policy

extension Engine {
  /// The bills of an input, each by itself: what is wrong with one is no matter to the next.
  func materialsApart(
    _ contents: [InputPart], at path: String, _ options: ReadingOptions
  ) throws(Problems) -> [ReadBill] {
    if let documents = try documentsApart(contents, at: path, options) { return documents }
    var problems = Problems()
    let bills = try materials(contents, at: path, options, &problems)
    var read = bills.map { ReadBill($0, line: bills.count > 1 ? $0.firstLine : nil) }
    if problems.hasErrors { read.append(ReadBill(id: nil, line: nil, problems)) }
    return read
  }

  /// The bills on lines of JSON, each by itself.
  func linesApart(of file: SourceFile, _ options: ReadingOptions) throws(Problems) -> [ReadBill] {
    var read: [ReadBill] = []
    try JSON.forEachLine(in: file) { line in
      switch line {
      case .success(let document): read.append(canonicalApart(document, options))
      case .failure(let problems):
        let start = problems.sorted.first?.span?.range?.lowerBound
        read.append(ReadBill(id: nil, line: start.map { Int(file.shown($0).line) }, problems))
      }
    }
    return read
  }

  /// The canonical bills of a text of several documents or lines; nil for any other input.
  private func documentsApart(
    _ contents: [InputPart], at path: String, _ options: ReadingOptions
  ) throws(Problems) -> [ReadBill]? {
    guard contents.count == 1, contents[0].name.isEmpty, [nil, .bom, .ndjson].contains(options.format) else {
      return nil
    }
    let suffix = path.fileSuffix
    guard options.format != nil || ["yaml", "yml", "json", "ndjson", "jsonl"].contains(suffix),
      let file = try? Self.text(contents[0].bytes, name: path == "-" ? "<stdin>" : path)
    else { return nil }
    switch Syntax(of: file, format: options.format) {
    case .jsonLines: return try linesApart(of: file, options)
    case .yaml:
      // Of nearly all files this tells that they are one document, which is read elsewhere.
      guard YAML.mayHoldSeveral(file), let documents = try? YAML.documents(in: file), documents.count > 1,
        documents.allSatisfy({ options.format == .bom || BomFormat(of: $0.root) == .bom })
      else { return nil }
      return documents.map { canonicalApart($0, options) }
    case .json, .xml, .text: return nil
    }
  }

  private func canonicalApart(_ document: Document, _ options: ReadingOptions) -> ReadBill {
    var problems = Problems()
    let start = document.root.span.range?.lowerBound
    let line = start.map { Int(document.file.shown($0).line) }
    guard let bill = canonical(document, &problems), !problems.hasErrors else {
      let id = document.root["bom_id"] ?? document.root["project"]?["id"]
      return ReadBill(id: id?.text, line: line, problems)
    }
    return ReadBill(bill, line: line)
  }
}
