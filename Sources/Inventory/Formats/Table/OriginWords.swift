/// What the words of columns for origin and place of making mean.
enum OriginWords {
  /// A word of such a column.
  enum Word: Equatable {
    case yes, no
    /// 国产, as opposed to 进口.
    case domestic
    /// 进口.
    case imported
    /// A bare digit, which means one thing in one system and another in the next.
    case code
    case unclear
  }

  /// What a cell that is not missing says.
  static func word(_ cell: CellText) -> Word {
    var key = cell.key
    while let last = key.last, "。.;；".contains(last) { key.removeLast() }
    if yes.contains(key) { return .yes }
    if no.contains(key) { return .no }
    if domestic.contains(key) { return .domestic }
    if imported.contains(key) { return .imported }
    if !key.isEmpty, key.utf8.count <= 2, key.utf8.allSatisfy(CellNumber.isDigit) { return .code }
    return .unclear
  }

  private static let yes: Set<String> = ["是", "y", "yes", "true", "√", "✓", "✔", "对"]
  private static let no: Set<String> = ["否", "n", "no", "false", "×", "✗", "✘", "x", "不是", "非"]
  private static let domestic: Set<String> = ["国产", "国内", "国产化", "境内", "国产产品", "非进口", "本国产品", "domestic", "信创"]
  private static let imported: Set<String> = ["进口", "国外", "境外", "进口产品", "非国产", "imported", "foreign", "非本国产品"]
}
