internal import Documents

/// What a cell says. Most texts of a sheet stand in many cells, so that whatever is found out about one is kept.
final class CellText {
  /// The text as it stands in the cell.
  let written: String
  /// The text without white space at its ends.
  let text: String
  /// Its compatibility form in lower case, without white space: what words are compared with.
  let key: String
  /// Whether it says that there is nothing: `/`, `-`, `见公告原文`.
  let isMissing: Bool
  /// Whether it is digits and points alone, so that no word can be in it.
  let isDigits: Bool

  init(_ written: String) {
    self.written = written
    text = written.trimmed
    let key = Self.key(written)
    self.key = key
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
        if !scalar.isBlank { key += scalar.properties.lowercaseMapping.utf8 }
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

  /// Whether it is a number as people write it.
  private(set) lazy var isNumber = isDigits || CellNumber(key) != .none

  /// Whether it says what was asked for, and not what is offered: `不限`, `≥intel i5`.
  private(set) lazy var isRequirement = !isDigits && Self.demands.contains { key.holds($0) }

  /// Whether it says that a number is not exact: `约191.04`.
  private(set) lazy var isApproximate =
    !isDigits
    && (Self.approximations.contains { key.begins(with: $0) } || key.ends(with: "左右") || key.ends(with: "余")
      || isRequirement)

  /// Whether a program that opens it could take it for a formula.
  private(set) lazy var looksLikeFormula: Bool = {
    guard let first = text.unicodeScalars.first, "=+-@".unicodeScalars.contains(first) else { return false }
    return !isMissing && CellNumber(key) == .none
  }()

  /// What it says of its row where it stands first.
  private(set) lazy var label = RowLabel(text)
  /// The number of a row that it is.
  private(set) lazy var rowNumber = RowNumber(key)
  /// Whether it says that something is an option or a spare.
  private(set) lazy var saysOption = !isDigits && OptionWords.areIn(text)
  /// What it says of origin or place of making.
  private(set) lazy var originWord = OriginWords.word(self)
  /// Whether it is nothing but a word for a kind of thing.
  private(set) lazy var isPlainKind = KindWords.isPlain(text)

  /// What a run found out with its catalogue, its places and its mapping, once it asked.
  struct Known {
    var kind: KindWords.Meaning?
    var country: Country??
    var vendorWord: VendorWord?
    var vendor: String??
  }
  var known = Known()

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

/// What a cell says as the name of a vendor.
enum VendorWord {
  case one
  /// It names several, none of which is the vendor.
  case several
  /// It says what was asked for.
  case requirement
}
