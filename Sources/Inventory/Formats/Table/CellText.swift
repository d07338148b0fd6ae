internal import Documents

/// What a cell says, as far as it can be told without knowing the column.
struct CellText: Sendable {
  /// The text without white space at its ends.
  let text: String
  /// Its compatibility form in lower case, without white space: what words are compared with.
  let key: String
  /// Whether it says that there is nothing: `/`, `-`, `见公告原文`.
  let isMissing: Bool
  /// Whether it is digits and points alone, so that no word can be in it.
  let isDigits: Bool

  init(_ text: String) {
    self.text = text.trimmed
    key = Self.key(text)
    isDigits =
      !key.isEmpty && key.utf8.first != 0x2E && key.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    isMissing = !isDigits && Self.isMissing(key)
  }

  /// A text as words are compared.
  static func key(_ text: String) -> String {
    // What has nothing to fold is its own key, as a number nearly always is.
    if text.utf8.allSatisfy({ (0x21...0x40).contains($0) || (0x5B...0x7E).contains($0) }) { return text }
    var key: [UInt8] = []
    key.reserveCapacity(text.utf8.count)
    for scalar in text.compatibilityForm.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A: key.append(UInt8(truncatingIfNeeded: scalar.value + 0x20))
      case 0x21...0x7E: key.append(UInt8(truncatingIfNeeded: scalar.value))
      case 0x3001...0xD7FF: key += String(scalar).utf8
      default:
        if !scalar.properties.isWhitespace { key += scalar.properties.lowercaseMapping.utf8 }
      }
    }
    return String(decoding: key, as: UTF8.self)
  }

  /// Whether it is no longer than a number or an amount can be.
  var isShort: Bool { key.utf8.count <= 200 }

  private static func isMissing(_ key: String) -> Bool {
    if missing.contains(key) { return true }
    if key.unicodeScalars.allSatisfy({ dashes.contains($0) }) { return true }
    return key.unicodeScalars.count <= 12 && elsewhere.contains { key.begins(with: $0) }
  }

  /// Whether it says what was asked for, and not what is offered: `不限`, `≥intel i5`.
  var isRequirement: Bool { !isDigits && Self.demands.contains { key.holds($0) } }

  /// Whether it says that a number is not exact: `约191.04`.
  var isApproximate: Bool {
    if isDigits { return false }
    return Self.approximations.contains { key.begins(with: $0) } || key.ends(with: "左右") || key.ends(with: "余")
      || isRequirement
  }

  /// Whether a program that opens it could take it for a formula.
  var looksLikeFormula: Bool {
    guard let first = text.unicodeScalars.first, "=+-@".unicodeScalars.contains(first) else { return false }
    return !isMissing && CellNumber(key) == .none
  }

  private static let missing: Set<String> = [
    "", "/", "\\", "...", "......", "无", "n/a", "na", "null", "nil", "none", "tbd", "待定", "暂无", "未知", "不详", "unknown",
    "?",
  ]
  private static let dashes: Set<Unicode.Scalar> = ["-", "—", "–", "−", "_", ".", "…", "/"]
  private static let elsewhere = ["见公告", "详见", "见附件", "见原文", "见下", "见清单", "见招标", "见投标"]
  private static let demands = [
    "不限", "不低于", "不高于", "不少于", "不小于", "不大于", "同等", "相当于", "及以上", "或以上", "及其以上", "国产品牌", "知名品牌", "优质品牌", "任意品牌", "自主品牌",
    "或同档", "或相当", "≥", "≤", ">", "<", "orequivalent", "orbetter", "atleast",
  ]
  private static let approximations = ["约", "大约", "近", "超", "逾", "~", "≈", "about", "approx"]
}
