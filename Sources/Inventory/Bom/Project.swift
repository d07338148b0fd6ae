public import Diagnostics
public import Quantities

/// What a bill of materials is for.
public struct Project: Sendable {
  /// Its identifier; nil where none is given.
  public var id: String?
  /// Its name.
  public var name: String?
  /// Who claims the money.
  public var enterprise: String?
  /// GB/T 2260 code, or `CN`; nil where it is missing.
  public var region: String?
  /// What is built; nil where it is missing.
  public var facility: Facility?
  /// What the buyer is; nil where it is missing.
  public var buyers: [Buyer]?
  /// The day of procurement; nil where it is missing.
  public var date: Day?
  /// The currency of all prices, ISO 4217.
  public var currency = "CNY"
  /// Whether prices hold the tax; nil where it is not said.
  public var prices: PriceBasis?
  /// Whether the bill lists the parts of every server.
  public var listsParts = false
  /// What is known of the project, by the names of the vocabulary.
  public var facts: [String: FactValue] = [:]

  /// A project of which nothing is known.
  public init() {}
}

/// A value of a project's fact.
public enum FactValue: Hashable, Sendable {
  case number(Rational)
  case flag(Bool)
  case date(Day)
  case text(String)
}

/// What is built.
public enum Facility: String, CaseIterable, Sendable {
  case dataCenter = "data-center"
  case intelligentComputingCenter = "intelligent-computing-center"
  case supercomputingCenter = "supercomputing-center"
  case edge

  /// What a reader sees.
  public var title: Localized {
    switch self {
    case .dataCenter: Localized(zh: "数据中心", en: "data center")
    case .intelligentComputingCenter: Localized(zh: "智算中心", en: "intelligent computing center")
    case .supercomputingCenter: Localized(zh: "超算中心", en: "supercomputing center")
    case .edge: Localized(zh: "边缘数据中心", en: "edge data center")
    }
  }
}

/// What the buyer is in the eyes of the law.
public enum Buyer: String, CaseIterable, Sendable {
  case partyGovernment = "party-government"
  case publicInstitution = "public-institution"
  case enterprise
  case criticalInfrastructure = "cii-operator"

  /// What a reader sees.
  public var title: Localized {
    switch self {
    case .partyGovernment: Localized(zh: "党政机关", en: "party or government body")
    case .publicInstitution: Localized(zh: "事业单位", en: "public institution")
    case .enterprise: Localized(zh: "企业", en: "enterprise")
    case .criticalInfrastructure: Localized(zh: "关键信息基础设施运营者", en: "critical infrastructure operator")
    }
  }
}

/// Whether prices hold the tax.
public enum PriceBasis: String, CaseIterable, Sendable {
  case taxIncluded = "tax-included"
  case taxExcluded = "tax-excluded"

  /// What a reader sees.
  public var title: Localized {
    switch self {
    case .taxIncluded: Localized(zh: "含税", en: "tax included")
    case .taxExcluded: Localized(zh: "不含税", en: "tax excluded")
    }
  }
}
