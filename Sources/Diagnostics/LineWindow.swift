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
    let first = start(ofCharacters: 61, before: place)
    var before = Array(String(decoding: bytes[first..<place], as: UTF8.self).unicodeScalars)
    let isCutBefore = before.count > 61 || (first > 0 && !bytes[first - 1].isLineBreak)
    // What is no UTF-8 may be more characters than were asked for.
    if isCutBefore { before = before.suffix(40) }
    let after = bytes[place..<end(ofCharacters: 141 - before.count, after: place)]
    let scalars = before + Array(String(decoding: after, as: UTF8.self).unicodeScalars)
    let isOneLine = range.lowerBound.line == range.upperBound.line
    let width = isOneLine ? Int(range.upperBound.column) - Int(range.lowerBound.column) : scalars.count
    let to = min(before.count + max(0, width), scalars.count)
    let shown = min(scalars.count, max(100, min(to, 140)))
    let isCutAfter = shown < scalars.count || (after.endIndex < bytes.count && !bytes[after.endIndex].isLineBreak)
    return LineWindow(
      scalars: Array(scalars.prefix(shown)), marked: before.count..<min(to, shown), isCutBefore: isCutBefore,
      isCutAfter: isCutAfter)
  }

  /// Where up to `count` characters of the same line begin that end at a byte.
  private func start(ofCharacters count: Int, before end: Int) -> Int {
    var start = end
    var left = count
    while left > 0, start > 0, !bytes[start - 1].isLineBreak {
      let least = max(0, start - Self.longestCharacter)
      start -= 1
      while start > least, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      left -= 1
    }
    return start
  }

  /// Where up to `count` characters of the same line end that begin at a byte.
  private func end(ofCharacters count: Int, after start: Int) -> Int {
    var end = start
    var left = count
    while left > 0, end < bytes.count, !bytes[end].isLineBreak {
      let most = min(bytes.count, end + Self.longestCharacter)
      end += 1
      while end < most, bytes[end] & 0xC0 == 0x80 { end += 1 }
      left -= 1
    }
    return end
  }

  /// The most bytes of a character, so that bytes that only go on with one are no character of any length.
  private static var longestCharacter: Int { 4 }
}
