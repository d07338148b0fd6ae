public import Diagnostics
internal import Evaluation
internal import Inventory
public import Policy

/// The columns of a table of results.
public struct ResultColumns: Sendable {
  let columns: [ResultColumn]
  /// Whether somebody chose them.
  let areChosen: Bool
  let policies: [Policy]
  let language: Language

  /// All columns for some policies, in their order. The messages of errors are in a language.
  public init(_ policies: [Policy], _ language: Language) {
    self.policies = policies
    self.language = language
    columns = ResultNames(policies).standard
    areChosen = false
  }

  /// Chosen columns, each `[NAME=]WHAT[:WORD=OTHER]...`: what it shows, such as `verdict` or `POLICY/REQUIREMENT.low`;
  /// its name, where that is to be another one; and words to be written in place of others, `*` for all that are not
  /// named.
  ///
  /// - Throws: what is no column, with the nearest that is one.
  public init(_ policies: [Policy], _ language: Language, chosen: [String]) throws(Problems) {
    self.policies = policies
    self.language = language
    let names = ResultNames(policies)
    var problems = Problems()
    var columns: [ResultColumn] = []
    for text in chosen {
      if let column = Self.column(text, names, &problems) { columns.append(column) }
    }
    if problems.hasErrors { throw problems }
    self.columns = columns
    areChosen = true
  }

  /// Whether one of them shows the region of a project.
  public var showRegions: Bool { columns.contains { $0.source == .region } }

  /// The names of the columns.
  public var names: [String] { columns.map(\.name) }

  private static func column(_ text: String, _ names: ResultNames, _ problems: inout Problems) -> ResultColumn? {
    var parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let head = parts.removeFirst()
    let equals = head.firstIndex(of: "=")
    let what = equals.map { String(head[head.index(after: $0)...]) } ?? head
    guard let source = names.sources[what] else {
      let near = nearest(to: what, among: names.sources.keys.sorted())
      problems.error(
        "unknown-column", Localized(zh: "没有列 `\(what)`", en: "there is no column `\(what)`"), at: nil,
        help: near.map { Localized(zh: "是否想写 `\($0)`？", en: "did you mean `\($0)`?") })
      return nil
    }
    var column = ResultColumn(name: equals.map { String(head[..<$0]) } ?? what, source: source)
    for part in parts {
      guard let equals = part.firstIndex(of: "="), equals > part.startIndex else {
        problems.error(
          "bad-column", Localized(zh: "`\(text)` 里的 `\(part)` 不是 词=词", en: "`\(part)` in `\(text)` is not word=word"),
          at: nil,
          help: Localized(
            zh: "如 `local=bench/local:undetermined=unknown`", en: "such as `local=bench/local:undetermined=unknown`"))
        return nil
      }
      let word = String(part[..<equals])
      column.words[word == "*" ? "" : word] = String(part[part.index(after: equals)...])
    }
    return column
  }
}
