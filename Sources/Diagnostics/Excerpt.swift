/// Which lines of a longer file a text consists of, so that its places can be shown as those of the file.
public struct Excerpt: Hashable, Sendable {
  /// Neighbouring lines of the file: where the first of them stands here, and where it stands there. Both count from 1.
  private struct Stretch: Hashable {
    var here: Int
    var there: Int
  }

  private var stretches: [Stretch] = []

  /// Lines from a line of the file on.
  public init(from line: Int) {
    add(line: 1, from: line)
  }

  /// An excerpt that was written as a text; nil where it is none.
  package init?(text: String) {
    for pair in text.split(separator: " ") {
      let numbers = pair.split(separator: ":").map { Int($0) }
      // Lines of any file fit in 48 bits, and sums of them do not overflow.
      guard numbers.count == 2, let here = numbers[0], let there = numbers[1], (0...1 << 48).contains(here),
        (0...1 << 48).contains(there)
      else { return nil }
      stretches.append(Stretch(here: here, there: there))
    }
  }

  /// It as a text.
  package var text: String { stretches.map { "\($0.here):\($0.there)" }.joined(separator: " ") }

  /// Says that from a line of the text on the lines are those from a line of the file on.
  public mutating func add(line here: Int, from there: Int) {
    if let last = stretches.last, there - here == last.there - last.here { return }
    stretches.append(Stretch(here: here, there: there))
  }

  /// Says that from a line of the text on the lines are those of another excerpt from one of its lines on.
  public mutating func add(line here: Int, from first: Int, of other: Excerpt) {
    add(line: here, from: other.line(first))
    for stretch in other.stretches where stretch.here > first {
      add(line: here + stretch.here - first, from: stretch.there)
    }
  }

  /// Where a line of the text stands in the file.
  public func line(_ number: Int) -> Int {
    var (low, high) = (0, stretches.count)
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].here <= number { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return number }
    return stretches[low - 1].there + number - stretches[low - 1].here
  }
}

extension SourceFile {
  /// A place as a reader of the whole file counts it.
  public func shown(_ place: SourceLocation) -> SourceLocation {
    guard let excerpt else { return place }
    return SourceLocation(line: excerpt.line(Int(place.line)), column: Int(place.column))
  }
}

extension Problems {
  /// The same problems as those of an excerpt, where they speak of a text that was taken for a whole file.
  public func placed(in excerpt: Excerpt) -> Problems {
    var files: [ObjectIdentifier: SourceFile] = [:]
    return mapSpans { span in
      guard span.file.excerpt == nil, span.file.sheet == nil else { return span }
      let key = ObjectIdentifier(span.file)
      let file = files[key] ?? SourceFile(name: span.file.name, bytes: span.file.bytes, excerpt: excerpt)
      files[key] = file
      return SourceSpan(file: file, range: span.range)
    }
  }
}
