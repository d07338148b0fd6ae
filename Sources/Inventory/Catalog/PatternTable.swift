/// Entries by name or by family of names; the closest one holds.
struct PatternTable<Entry: Sendable>: Sendable {
  private var names: [String: Entry] = [:]
  /// The closest first; of two that are equally close the one that was added first.
  private var families: [(pattern: NamePattern, entry: Entry)] = []

  init(_ entries: [(pattern: NamePattern, entry: Entry)]) {
    for (pattern, entry) in entries where pattern.isName { names[pattern.text] = entry }
    families = entries.filter { !$0.pattern.isName }.enumerated()
      .sorted { ($1.element.pattern.closeness, $0.offset) < ($0.element.pattern.closeness, $1.offset) }
      .map(\.element)
  }

  subscript(name: String) -> Entry? {
    names[name] ?? families.first { $0.pattern.matches(name) }?.entry
  }
}
