/// Rows that are no position: totals, discounts, notes, headings of lots.
enum RowLabel: Equatable {
  /// 小计: the total of what is above it, down from the last one.
  case subtotal
  /// 合计, 总计: the total of the table.
  case total
  /// 优惠, 折扣.
  case discount
  /// 注, 投标人（盖章）: what stands below a table.
  case note
  /// 第一包: what follows belongs to it.
  case lot(String)

  /// What the first words of a row say; nil where they say none of it.
  init?(_ text: String) {
    let whole = CellText.key(text)
    guard whole.utf8.count <= 120 else { return nil }
    var key = whole
    let colon = key.firstRange(of: ":")
    let head = colon.map { String(key[..<$0.lowerBound]) } ?? key
    if colon != nil, Self.notes.contains(where: { head.begins(with: $0) }) || head == "注" {
      self = .note
      return
    }
    key = Self.withoutBrackets(head)
    if Self.discounts.contains(where: { key.begins(with: $0) || key.ends(with: $0) }) {
      self = .discount
    } else if Self.subtotals.contains(key) || (key.ends(with: "小计") && key.unicodeScalars.count <= 16) {
      self = .subtotal
    } else if Self.totals.contains(key)
      || (Self.totalEndings.contains { key.ends(with: $0) } && key.unicodeScalars.count <= 16)
    {
      self = .total
    } else if let lot = Self.lot(inKey: whole) {
      self = .lot(lot)
    } else {
      return nil
    }
  }

  /// The lot that a text names as a whole or before a colon: `第一包`, `标段2：服务器`.
  static func lot(_ text: String) -> String? { lot(inKey: CellText.key(text)) }

  private static func lot(inKey key: String) -> String? {
    // All words for a lot have this character.
    guard key.holds("包") || key.holds("标") else { return nil }
    let head = key.unicodeScalars.split { ":、,".unicodeScalars.contains($0) }.first.map { String($0) } ?? ""
    guard (2...10).contains(head.unicodeScalars.count) else { return nil }
    for word in ["采购包", "分包", "标包", "标段", "标项", "包件", "包"] {
      guard let range = head.firstRange(of: word) else { continue }
      var number = head
      number.removeSubrange(range)
      if number.begins(with: "第") { number.removeFirst() }
      guard !number.isEmpty, number.unicodeScalars.allSatisfy({ numerals.contains($0) }) else { continue }
      return head
    }
    return nil
  }

  private static func withoutBrackets(_ key: String) -> String {
    guard let open = key.firstIndex(of: "(") else { return key }
    return String(key[..<open])
  }

  private static let subtotals: Set<String> = ["小计", "本页小计", "分项小计", "subtotal"]
  private static let totals: Set<String> = [
    "合计", "总计", "共计", "累计", "总价", "总报价", "投标总价", "投标总报价", "投标报价", "总金额", "合计金额", "大写", "小写", "合计大写", "大写金额", "人民币大写",
    "人民币", "total", "grandtotal", "totalamount", "sum",
  ]
  private static let totalEndings = ["合计", "总计", "共计", "总报价", "合计大写"]
  private static let discounts = ["优惠", "折扣", "让利", "抹零", "discount", "rebate", "优惠金额", "优惠后总价", "折后总价"]
  private static let notes = [
    "注", "备注", "说明", "投标人", "供应商", "报价人", "响应供应商", "法定代表人", "授权代表", "日期", "盖章", "地址", "电话", "联系人", "投标单位", "制表", "审核",
  ]
  private static let numerals = Set("0123456789一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾abcdef-".unicodeScalars)
}
