internal import Diagnostics
internal import Evaluation
internal import Inventory

extension PortfolioGrouping {
  /// What a group is called in both languages; nil is the group of what is unknown.
  func title(_ key: String?, _ regions: RegionTable, _ catalog: Catalog) -> Localized {
    guard let key else { return Localized(zh: "未知", en: "unknown") }
    switch self {
    case .region: return regions.name(of: key)
    case .year: return Localized(zh: "\(key)年", en: key)
    case .buyer:
      let titles = key.split(separator: "+").map { Buyer(rawValue: String($0))?.title ?? Localized(String($0)) }
      return Localized(zh: titles.map(\.zh).joined(separator: "、"), en: titles.map(\.en).joined(separator: ", "))
    case .vendor: return Localized(catalog.vendors[key]?.names.first ?? key)
    }
  }

  /// What a breakdown is by.
  var title: Localized {
    switch self {
    case .region: Localized(zh: "按地区", en: "by region")
    case .year: Localized(zh: "按年份", en: "by year")
    case .buyer: Localized(zh: "按采购人", en: "by buyer")
    case .vendor: Localized(zh: "按厂商", en: "by vendor")
    }
  }
}
