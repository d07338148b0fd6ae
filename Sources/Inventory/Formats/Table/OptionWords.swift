/// Words of options and spares, which are shown and never counted.
enum OptionWords {
  /// Whether a text has one of them.
  static func areIn(_ text: String) -> Bool {
    let key = CellText.key(text)
    guard key.utf8.count <= 400, !denials.contains(where: { key.holds($0) }) else { return false }
    return words.contains { key.holds($0) }
  }

  private static let words = ["选配", "备件", "备品", "可选", "选购", "选装", "optional", "spare"]
  private static let denials = ["非选配", "不可选", "无备件", "不含备件", "不含备品", "不含选配", "备件服务"]
}
