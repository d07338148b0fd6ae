internal import Diagnostics

extension TapeBuilder {
  /// Whether one more problem will be kept; if not, it is counted here and now. Past the limit the wording is then
  /// never made, so that a file with a million faults costs no more than one with a hundred.
  mutating func hasRoomForProblem() -> Bool {
    if problems.count < Problems.limit { return true }
    problems.countError()
    return false
  }

  /// A stretch of the file.
  func span(from start: SourceLocation, to end: SourceLocation) -> SourceSpan {
    SourceSpan(file: file, range: start..<max(start, end))
  }

  /// A place in the file, one column wide.
  func span(at place: SourceLocation) -> SourceSpan {
    span(from: place, to: SourceLocation(line: Int(place.line), column: Int(place.column) + 1))
  }

  /// Everything found, with the limit that ends the reading.
  mutating func stopped(by excess: Excess, at place: SourceLocation) -> Problems {
    problems.add(excess.diagnostic(at: span(at: place)))
    return problems
  }

  mutating func keyIsNoScalar(at place: SourceLocation) {
    guard hasRoomForProblem() else { return }
    problems.error(
      "key-not-scalar", Localized(zh: "键不能是列表或映射", en: "a key cannot be a list or a mapping"), at: span(at: place),
      help: Localized(zh: "键要写成一个名称", en: "write a name as the key"))
  }
}
