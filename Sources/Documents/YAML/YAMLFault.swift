internal import CLibYAML
internal import Diagnostics

/// What libyaml could not read, before it is put in the words of the reader.
struct YAMLFault {
  let file: SourceFile
  /// libyaml's own words.
  let problem: String
  /// What libyaml was reading, such as `while scanning a quoted scalar`.
  let context: String
  /// Where it stopped.
  let place: SourceLocation
  /// Where that which it was reading begins.
  let contextPlace: SourceLocation

  init(_ parser: UnsafePointer<yaml_parser_t>, in file: SourceFile) {
    self.file = file
    let state = parser.pointee
    problem = state.problem.map { String(cString: $0) } ?? "out of memory"
    context = state.context.map { String(cString: $0) } ?? ""
    if state.error == YAML_READER_ERROR {
      // The reader runs ahead of the scanner and knows bytes only.
      place = file.location(ofByte: Int(state.problem_offset))
      contextPlace = place
    } else {
      place = state.problem_mark.location
      contextPlace = state.context == nil ? place : state.context_mark.location
    }
  }

  /// The problem in the words of the reader.
  var diagnostic: Diagnostic {
    let known = structural ?? lexical ?? reading
    guard let known else {
      let words = context.isEmpty ? problem : "\(problem) \(context)"
      return Diagnostic(
        .error, "yaml-syntax", Localized(zh: "这里不符合 YAML 语法", en: "this is no valid YAML: \(words)"),
        at: span(at: place))
    }
    return known
  }

  /// The character at the place, nil at the end of a line.
  func character(at place: SourceLocation) -> Unicode.Scalar? {
    file.line(Int(place.line))?.unicodeScalars.dropFirst(Int(place.column) - 1).first
  }

  /// The character at a place. The end of the text is shown behind its last character, where a reader can see it.
  func span(at place: SourceLocation) -> SourceSpan {
    var start = place
    if file.line(Int(place.line)) == nil {
      let end = file.location(ofByte: file.bytes.count)
      start = end
      if end.column == 1, end.line > 1 {
        let line = Int(end.line) - 1
        start = SourceLocation(line: line, column: (file.line(line)?.unicodeScalars.count ?? 0) + 1)
      }
    }
    return SourceSpan(file: file, range: start..<SourceLocation(line: Int(start.line), column: Int(start.column) + 1))
  }

  /// Whether the text ends where libyaml stopped.
  var isAtEnd: Bool { file.line(Int(place.line)) == nil || place >= file.location(ofByte: file.bytes.count) }
}
