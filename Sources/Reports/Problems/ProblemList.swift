public import Diagnostics

/// The problems of an input, each with its place in the source, and how many there are.
public struct ProblemList: Sendable {
  private let style: TextStyle

  /// A list in a style.
  public init(_ style: TextStyle) {
    self.style = style
  }

  /// All that were kept, by file and place; empty where there are none.
  public func render(_ problems: Problems) -> String {
    guard !problems.isEmpty else { return "" }
    let sorted = problems.sorted
    var blocks = sorted.map { $0.rendered(in: style.language, style: paint) }
    blocks.append(summary(problems, shown: sorted.count))
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// One problem.
  public func render(_ diagnostic: Diagnostic) -> String {
    diagnostic.rendered(in: style.language, style: paint) + "\n"
  }

  private func paint(_ text: String, _ part: Diagnostic.Part) -> String {
    guard style.color else { return text }
    switch part {
    case .place: return Ink.strong.paint(text)
    case .severity(.error): return Ink.bad.paint(text)
    case .severity(.warning): return Ink.open.paint(text)
    case .marker: return Ink.bad.paint(text)
    case .help: return Ink.good.paint(text)
    }
  }

  private func summary(_ problems: Problems, shown: Int) -> String {
    let errors = problems.errorCount
    let warnings = problems.count - errors
    let hidden = problems.count - shown
    switch style.language {
    case .zh:
      let counts = [errors > 0 ? "\(errors) 个错误" : nil, warnings > 0 ? "\(warnings) 个警告" : nil].compactMap(\.self)
      return counts.joined(separator: "，") + (hidden > 0 ? "（另有 \(hidden) 个没有显示）" : "")
    case .en:
      let counts = [
        errors > 0 ? "\(errors) error\(errors == 1 ? "" : "s")" : nil,
        warnings > 0 ? "\(warnings) warning\(warnings == 1 ? "" : "s")" : nil,
      ].compactMap(\.self)
      return counts.joined(separator: ", ") + (hidden > 0 ? " (\(hidden) more not shown)" : "")
    }
  }
}
