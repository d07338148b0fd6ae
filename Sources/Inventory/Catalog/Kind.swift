public import Diagnostics

/// What a line of a bill of materials is.
public enum Kind: String, CaseIterable, Sendable {
  case server, cpu, accelerator, memory, storage, network, os, database, middleware, software, security, cooling
  case power, service, other

  /// What a reader sees.
  public var title: Localized {
    switch self {
    case .server: Localized(zh: "服务器", en: "server")
    case .cpu: Localized(zh: "CPU", en: "CPU")
    case .accelerator: Localized(zh: "加速卡", en: "accelerator")
    case .memory: Localized(zh: "内存", en: "memory")
    case .storage: Localized(zh: "存储", en: "storage")
    case .network: Localized(zh: "网络设备", en: "network")
    case .os: Localized(zh: "操作系统", en: "operating system")
    case .database: Localized(zh: "数据库", en: "database")
    case .middleware: Localized(zh: "中间件", en: "middleware")
    case .software: Localized(zh: "软件", en: "software")
    case .security: Localized(zh: "安全设备", en: "security")
    case .cooling: Localized(zh: "制冷", en: "cooling")
    case .power: Localized(zh: "供配电", en: "power")
    case .service: Localized(zh: "服务", en: "service")
    case .other: Localized(zh: "其他", en: "other")
    }
  }
}

extension Kind {
  /// The kind that a common word means: 显卡 or `gpu` is an accelerator. Only for a suggestion, never taken as said.
  static func meant(by word: String) -> Kind? {
    let word = word.lowercased()
    return allCases.first { $0.title.zh == word || $0.title.en.lowercased() == word || $0.rawValue == word }
      ?? synonyms.first { $0.value.contains(word) }?.key
  }

  private static let synonyms: [Kind: Set<String>] = [
    .server: ["servers", "主机", "整机", "节点", "node"],
    .cpu: ["processor", "处理器", "中央处理器"],
    .accelerator: ["gpu", "npu", "gpgpu", "dcu", "mlu", "card", "显卡", "智算卡", "加速器", "国产卡"],
    .memory: ["ram", "dimm", "dram"],
    .storage: ["disk", "ssd", "hdd", "硬盘", "磁盘", "存储设备"],
    .network: ["nic", "switch", "网卡", "交换机", "路由器"],
    .os: ["operating-system", "system"],
    .database: ["db"],
    .power: ["ups", "电源"],
    .service: ["services", "维保"],
  ]
}
