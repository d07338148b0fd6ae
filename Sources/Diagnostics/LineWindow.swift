/// The part of a line around a range: long lines are cut, so that a minified file stays readable.
struct LineWindow {
  /// The characters to be shown.
  var scalars: [Unicode.Scalar]
  /// Those of the range among them; empty at the end of a line.
  var marked: Range<Int>
  /// Whether the line begins before the window.
  var isCutBefore: Bool
  /// Whether the line goes on behind it.
  var isCutAfter: Bool
}

extension SourceFile {
  /// The window around the first line of a range; nil if there is no such line, or no text at all, as of a part of a
  /// workbook. It never takes a line whole: a line can be the file.
  func window(around range: SourceRange) -> LineWindow? {
    if let sheet { return sheet.window(around: range) }
    guard !bytes.isEmpty, let place = offset(of: range.lowerBound) else { return nil }
    // Up to 60 characters before the place are shown, else 40.
    var first = start(ofCharacters: 61, before: place)
    let isCutBefore = first > 0 && !bytes[first - 1].isLineBreak
    if isCutBefore { first = start(ofCharacters: 40, before: place) }
    let before = String(decoding: bytes[first..<place], as: UTF8.self).unicodeScalars
    var end = place
    var left = 141 - before.count
    while left > 0, end < bytes.count, !bytes[end].isLineBreak {
      end += 1
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      left -= 1
    }
    let scalars = Array(before) + Array(String(decoding: bytes[place..<end], as: UTF8.self).unicodeScalars)
    let isOneLine = range.lowerBound.line == range.upperBound.line
    let width = isOneLine ? Int(range.upperBound.column) - Int(range.lowerBound.column) : scalars.count
    let to = min(before.count + max(0, width), scalars.count)
    let shown = min(scalars.count, max(100, min(to, 140)))
    let isCutAfter = shown < scalars.count || (end < bytes.count && !bytes[end].isLineBreak)
    return LineWindow(
      scalars: Array(scalars.prefix(shown)), marked: before.count..<min(to, shown), isCutBefore: isCutBefore,
      isCutAfter: isCutAfter)
  }

  /// Where up to `count` characters of the same line begin that end at a byte.
  private func start(ofCharacters count: Int, before end: Int) -> Int {
    var start = end
    var left = count
    while left > 0, start > 0, !bytes[start - 1].isLineBreak {
      start -= 1
      while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      left -= 1
    }
    return start
  }
}
