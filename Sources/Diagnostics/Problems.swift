/// All problems of an input, collected so that a reader sees them at once.
public struct Problems: Error, Sendable {
  /// At most this many are kept; a broken file of a million lines says enough with the first hundred.
  public static let limit = 100

  private var kept: [Diagnostic] = []
  private var keptWarnings = 0
  /// How many there were, those past the limit included.
  public private(set) var count = 0
  /// How many of them are errors.
  public private(set) var errorCount = 0

  /// None yet.
  public init() {}

  /// A single problem.
  public init(_ diagnostic: Diagnostic) {
    add(diagnostic)
  }

  /// Whether an error is among them.
  public var hasErrors: Bool { errorCount > 0 }

  /// Whether there are none.
  public var isEmpty: Bool { count == 0 }

  /// Those that were kept, by file and place.
  public var sorted: [Diagnostic] {
    kept.enumerated().sorted { left, right in
      let (a, b) = (left.element.span, right.element.span)
      if a?.file.name != b?.file.name { return (a?.file.name ?? "") < (b?.file.name ?? "") }
      if a?.range?.lowerBound != b?.range?.lowerBound {
        guard let first = a?.range?.lowerBound else { return true }
        guard let second = b?.range?.lowerBound else { return false }
        return first < second
      }
      return left.offset < right.offset
    }.map(\.element)
  }

  /// Adds one.
  public mutating func add(_ diagnostic: Diagnostic) {
    count += 1
    if diagnostic.severity == .error { errorCount += 1 }
    keep(diagnostic)
  }

  /// Adds an error.
  public mutating func error(
    _ code: String, _ message: Localized, at span: SourceSpan?, help: Localized? = nil, notes: [Diagnostic.Note] = []
  ) {
    add(Diagnostic(.error, code, message, at: span, help: help, notes: notes))
  }

  /// Counts an error that would not be kept, so that its wording need not be made.
  package mutating func countError() {
    count += 1
    errorCount += 1
  }

  /// Adds all of another collection.
  public mutating func add(_ other: Problems) {
    count += other.count
    errorCount += other.errorCount
    other.kept.forEach { keep($0) }
  }

  /// The same problems at other places.
  func mapSpans(_ body: (SourceSpan) -> SourceSpan) -> Problems {
    var moved = self
    for index in moved.kept.indices {
      moved.kept[index].span = moved.kept[index].span.map(body)
      for note in moved.kept[index].notes.indices {
        moved.kept[index].notes[note].span = moved.kept[index].notes[note].span.map(body)
      }
    }
    return moved
  }

  /// Keeps it if there is room; an error takes the place of a warning, so that what ends a run is always shown.
  private mutating func keep(_ diagnostic: Diagnostic) {
    let isWarning = diagnostic.severity == .warning
    if kept.count < Self.limit {
      kept.append(diagnostic)
      if isWarning { keptWarnings += 1 }
    } else if !isWarning, keptWarnings > 0, let index = kept.lastIndex(where: { $0.severity == .warning }) {
      kept[index] = diagnostic
      keptWarnings -= 1
    }
  }
}
