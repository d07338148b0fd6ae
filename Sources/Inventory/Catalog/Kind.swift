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
