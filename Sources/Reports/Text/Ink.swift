/// The colour of a part of a text. It never says anything that the words do not.
enum Ink: Sendable {
  case plain, strong, faint, good, bad, open

  /// What switches a terminal to it; nil where nothing needs to be switched.
  private var code: String? {
    switch self {
    case .plain: nil
    case .strong: "1"
    case .faint: "2"
    case .good: "1;32"
    case .bad: "1;31"
    case .open: "1;33"
    }
  }

  /// A text in this colour.
  func paint(_ text: String) -> String {
    guard let code, !text.isEmpty else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
