public import Diagnostics
public import Documents
internal import Quantities

extension TableMapping {
  /// Reads a mapping file; nil, with the problems, where it has errors.
  public init?(_ document: Document, _ problems: inout Problems) {
    let before = problems.errorCount
    self.init()
    guard var fields = Fields(document.root, Localized(zh: "列对照表", en: "a column mapping"), &problems) else {
      return nil
    }
    if let version = fields.require("table", &problems), version.text != "1" {
      problems.error(
        "unknown-version",
        Localized(zh: "不认识的列对照表版本 `\(version.text)`", en: "unknown version `\(version.text)` of a column mapping"),
        at: version.span, help: Localized(zh: "本程序读 `table: 1`", en: "this program reads `table: 1`"))
    }
    sheets = fields.take("sheet")?.strings(&problems) ?? []
    if let node = fields.take("header") { header = Self.header(node, &problems) }
    for (key, value) in fields.take("columns")?.mapping(Localized(zh: "列", en: "columns"), &problems) ?? [] {
      if let field: TableField = value.choice(Localized(zh: "字段", en: "field"), &problems) {
        columns.append((key.text, field))
      }
    }
    if let node = fields.take("money") { money = Self.money(node, &problems) }
    prices = fields.take("prices")?.choice(Localized(zh: "价格口径", en: "price basis"), &problems)
    parts = fields.take("parts")?.choice(Localized(zh: "部件数量的口径", en: "way of counting parts"), &problems)
    for (key, value) in fields.take("kinds")?.mapping(Localized(zh: "类别词", en: "words for kinds"), &problems) ?? [] {
      if let kind: Kind = value.choice(Localized(zh: "类别", en: "kind"), &problems) {
        kinds.append((CellText.key(key.text), kind))
      }
    }
    for (key, value) in fields.take("origins")?.mapping(Localized(zh: "来源词", en: "words for origins"), &problems) ?? []
    {
      if let word: OriginWord = value.choice(Localized(zh: "来源", en: "origin"), &problems) {
        origins.append((CellText.key(key.text), Origin(rawValue: word.rawValue)))
      }
    }
    if let node = fields.take("defaults") { readDefaults(node, &problems) }
    fields.finish(&problems)
    if problems.errorCount > before { return nil }
  }

  private enum OriginWord: String, CaseIterable { case domestic, foreign, unknown }

  private mutating func readDefaults(_ node: Node, _ problems: inout Problems) {
    guard var fields = Fields(node, Localized(zh: "默认值", en: "defaults"), &problems) else { return }
    defaultKind = fields.take("kind")?.choice(Localized(zh: "类别", en: "kind"), &problems)
    for field in [TableField.brand, .supplier, .lot] {
      if let text = fields.take(named: field.rawValue)?.string(&problems) { defaults[field] = text }
    }
    fields.finish(&problems)
  }

  private static func header(_ node: Node, _ problems: inout Problems) -> Header {
    if node.hasText("none") { return .none }
    let rows = node.listed.compactMap { item in item.isPlain ? Int(item.text) : nil }
    let isRight = rows.count == node.listed.count && rows.allSatisfy { $0 > 0 }
    if isRight, rows.count == 1 { return .rows(rows[0]...rows[0]) }
    if isRight, rows.count == 2, rows[1] == rows[0] + 1 { return .rows(rows[0]...rows[1]) }
    problems.wrongType(
      node, Localized(zh: "`header` 应是表头的行号", en: "`header` must be the number of the header's row"),
      help: Localized(
        zh: "写 `4`；两行表头写 `[4, 5]`；没有表头写 `none`", en: "write `4`, `[4, 5]` for a header of two rows, or `none`"))
    return .found
  }

  private static func money(_ node: Node, _ problems: inout Problems) -> MoneyUnit? {
    guard let text = node.string(&problems) else { return nil }
    if let unit = MoneyUnit(word: text.lowercased()) { return unit }
    problems.unknownName(
      node, code: "unknown-value", what: Localized(zh: "金额单位", en: "unit of money"),
      among: ["元", "千元", "万元", "亿元", "CNY", "USD", "EUR"], listAll: true)
    return nil
  }
}
