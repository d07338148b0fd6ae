/// The number of a row: levels, or a Chinese numeral that heads rows with numbers of their own.
enum RowNumber: Equatable {
  /// A single level.
  case top(Int)
  /// Several levels: 1.2 is [1, 2].
  case path([Int])
  /// 一 is level 0, （一） level 1.
  case outer(Int)

  /// Reads a text as words are compared; nil where it is no number of a row.
  init?(_ key: String) {
    guard key.utf8.count <= 40 else { return nil }
    if key.utf8.allSatisfy(CellNumber.isDigit), let number = Int(key) {
      self = .top(number)
      return
    }
    var text = key
    let isBracketed = text.begins(with: "(") && text.ends(with: ")")
    while let last = text.last, ".、,:)".contains(last) { text.removeLast() }
    if text.begins(with: "(") { text.removeFirst() }
    guard !text.isEmpty else { return nil }
    if text.unicodeScalars.allSatisfy({ "一二三四五六七八九十".unicodeScalars.contains($0) }) {
      self = .outer(isBracketed ? 1 : 0)
      return
    }
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "-" }
    let numbers = parts.compactMap { $0.utf8.allSatisfy(CellNumber.isDigit) ? Int($0) : nil }
    guard numbers.count == parts.count else { return nil }
    self = numbers.count == 1 ? .top(numbers[0]) : .path(numbers)
  }
}
