public import Diagnostics

/// Where the fields of a line were found. A line has few of them and a bill many lines, so that they stand side by side.
public struct FieldPlaces: Sendable, Sequence, ExpressibleByDictionaryLiteral {
  private struct Entry: Sendable {
    var range: SourceRange?
    let field: LineField
  }

  private var entries: [Entry] = []
  /// The file of all places but those of `elsewhere`.
  private var file: SourceFile?
  private var elsewhere: [(field: LineField, file: SourceFile)] = []

  /// No places.
  public init() {}

  /// The places of some fields.
  public init(dictionaryLiteral places: (LineField, SourceSpan)...) {
    for (field, span) in places { self[field] = span }
  }

  /// The places of fields in the columns that a prototype found them in, with room for `more`.
  init(_ columns: [LineField: Int], more: Int = 0, _ span: (Int) -> SourceSpan) {
    entries.reserveCapacity(columns.count + more)
    for (field, column) in columns { self[field] = span(column) }
  }

  /// The place of a field; nil where none is known.
  public subscript(_ field: LineField) -> SourceSpan? {
    get { entries.first { $0.field == field }.flatMap(span) }
    set {
      let known = entries.firstIndex { $0.field == field }
      if known != nil, !elsewhere.isEmpty { elsewhere.removeAll { $0.field == field } }
      guard let span = newValue else {
        if let known { entries.remove(at: known) }
        return
      }
      if entries.isEmpty { file = span.file }
      if span.file !== file { elsewhere.append((field, span.file)) }
      if let known {
        entries[known].range = span.range
      } else {
        entries.append(Entry(range: span.range, field: field))
      }
    }
  }

  /// Makes room for so many places.
  public mutating func reserveCapacity(_ count: Int) { entries.reserveCapacity(count) }

  /// The fields with their places, in the order in which they were found.
  public func makeIterator() -> some IteratorProtocol<(key: LineField, value: SourceSpan)> {
    entries.lazy.compactMap { entry in span(entry).map { (key: entry.field, value: $0) } }.makeIterator()
  }

  private func span(_ entry: Entry) -> SourceSpan? {
    let own = elsewhere.isEmpty ? nil : elsewhere.first { $0.field == entry.field }?.file
    return (own ?? file).map { SourceSpan(file: $0, range: entry.range) }
  }
}
