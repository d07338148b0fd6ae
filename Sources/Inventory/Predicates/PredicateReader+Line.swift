internal import Diagnostics
internal import Documents
internal import Quantities

extension PredicateReader {
  /// A question about a line.
  mutating func lineTest(_ key: Node, _ value: Node, _ problems: inout Problems) -> LineTest? {
    switch key.text {
    case "kind":
      return choices(value, Localized(zh: "类别", en: "kind"), &problems).map { .kind($0) }
    case "origin":
      return choices(value, Localized(zh: "来源", en: "origin"), &problems).map { .origin($0) }
    case "vendor":
      return known(value, names.vendors, Localized(zh: "厂商", en: "vendor"), &problems).map { .vendor($0) }
    case "component":
      return known(value, names.components, Localized(zh: "部件", en: "component"), &problems).map { .component($0) }
    case "isa": return .isa(value.strings(&problems))
    case "supplier": return .supplier(value.strings(&problems))
    case "lot": return .lot(value.strings(&problems))
    case "tags": return .tags(value.strings(&problems))
    case "vendor_country", "made_in":
      let codes = value.strings(&problems)
      guard codes.allSatisfy(isCountry) else {
        problems.wrongType(
          value, Localized(zh: "国家应是两个大写字母的代码，如 `CN`", en: "a country is a code of two capital letters, such as `CN`"))
        return nil
      }
      return .country(key.text == "made_in" ? .madeIn : .vendorCountry, codes)
    case "quantity": return range(value, unit: nil, &problems).map { .number(.quantity, $0) }
    case "unit_price": return range(value, unit: .yuan, &problems).map { .number(.unitPrice, $0) }
    case "list": return listTest(value, &problems)
    default: return specTest(key, value, &problems)
    }
  }

  private func listTest(_ value: Node, _ problems: inout Problems) -> LineTest? {
    guard var fields = Fields(value, Localized(zh: "名录条件", en: "a list test"), &problems) else { return nil }
    let name = fields.require("name", &problems)
    let level = fields.take("level")?.string(&problems)
    fields.finish(&problems)
    guard let name else { return nil }
    guard names.lists.contains(name.text) else {
      problems.unknownName(
        name, code: "unknown-list", what: Localized(zh: "名录", en: "list"), among: names.lists.sorted())
      return nil
    }
    return .list(name: name.text, level: level)
  }

  private func specTest(_ key: Node, _ value: Node, _ problems: inout Problems) -> LineTest? {
    guard let spec = names.vocabulary.specs[key.text] else {
      let fields =
        ["kind", "vendor", "component", "vendor_country", "made_in", "origin", "isa", "tags", "supplier", "lot"]
        + ["quantity", "unit_price", "list", "all", "any", "not"]
      problems.unknownName(
        key, code: "unknown-field", what: Localized(zh: "字段", en: "field"),
        among: fields + names.vocabulary.specs.keys.sorted())
      return nil
    }
    switch spec.type {
    case .number: return range(value, unit: spec.unit, &problems).map { .number(.spec(key.text), $0) }
    case .boolean: return value.boolean(&problems).map { .specFlag(key.text, $0) }
    case .text, .date: return .specText(key.text, value.strings(&problems))
    }
  }

  private func isCountry(_ text: String) -> Bool {
    text.utf8.count == 2 && text.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }

  private func known(
    _ value: Node, _ names: Set<String>, _ what: Localized, _ problems: inout Problems
  ) -> [String]? {
    var isWhole = true
    for item in value.listed where !names.contains(item.text) {
      problems.unknownName(item, code: "unknown-name", what: what, among: names.sorted())
      isWhole = false
    }
    return isWhole ? value.listed.map(\.text) : nil
  }
}
