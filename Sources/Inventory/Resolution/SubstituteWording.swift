/// Words of a requirement or of a substitute: what stands beside them is what was asked for, not what is offered.
enum SubstituteWording {
  /// Whether a text holds one of them.
  static func isIn(_ name: NormalizedName) -> Bool {
    let bytes = name.bytes
    for start in bytes.indices where bytes[start] & 0xC0 != 0x80 {
      for sign in signs[Int(bytes[start])] where bytes[start...].starts(with: sign) { return true }
      guard name.isStart(start) else { continue }
      for word in words[Int(bytes[start])] where bytes[start...].starts(with: word) && name.isEnd(start + word.count) {
        return true
      }
    }
    return false
  }

  /// Found anywhere.
  private static let signs = byFirst([
    "替代", "代替", "兼容", "对标", "同等", "相当", "类似", "不低于", "不高于", "优于", "高于", "低于", "以上", "以下", "及其", "适用", "适配",
    "配套", "用于", "支持", "参考", "或", "非", "除", "≥", "≤", ">", "<", "同档", "同级", "级别", "水平", "类", "仿", "平替", "媲美", "超过",
    "达到", "等效", "等同", "比肩",
  ])
  /// Found as whole words.
  private static let words = byFirst([
    "compatible", "equivalent", "equal", "better", "like", "for", "or", "replacement", "replaces", "similar", "class",
    "vs",
    "than", "min", "minimum", "least", "not", "non",
  ])

  /// The words under their first bytes.
  private static func byFirst(_ words: [String]) -> [[[UInt8]]] {
    words.reduce(into: Array(repeating: [], count: 256)) { table, word in
      let bytes = Array(word.utf8)
      table[Int(bytes[0])].append(bytes)
    }
  }
}
