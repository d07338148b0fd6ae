/// Words for what came of a lot.
enum OutcomeWords {
  /// Whether a text, as words are compared, says that nothing was bought.
  static func meanFailure(_ key: String) -> Bool {
    guard key.utf8.count <= 400 else { return false }
    return ["失败", "流标", "废标", "终止", "未成交", "未中标", "重新招标", "取消", "failed", "cancelled"].contains {
      key.holds($0)
    }
  }
}
