/// What a part does, as `cdx:device:function` and 2.0's classification say it; a word that is not here says nothing.
enum CycloneDXFunction {
  /// The kind that a word means.
  static func kind(of text: String) -> Kind? {
    kinds[text.lowercased().map { $0 == " " || $0 == "_" ? "-" : String($0) }.joined()]
  }

  /// Whether a chassis is that of a server, as `hostnamectl` and the firmware's tables call it.
  static func isServer(chassis text: String) -> Bool {
    ["server", "main-server-chassis", "rack-mount", "blade"].contains(text)
  }

  private static let kinds: [String: Kind] = [
    "server": .server, "compute-node": .server, "服务器": .server,
    "cpu": .cpu, "processor": .cpu, "microprocessor": .cpu, "central-processing-unit": .cpu, "处理器": .cpu,
    "accelerator": .accelerator, "ai-accelerator": .accelerator, "gpu": .accelerator, "gpgpu": .accelerator,
    "npu": .accelerator, "dcu": .accelerator, "tpu": .accelerator, "加速卡": .accelerator,
    "memory": .memory, "ram": .memory, "dram": .memory, "dimm": .memory, "main-memory": .memory, "内存": .memory,
    "storage": .storage, "disk": .storage, "ssd": .storage, "hdd": .storage, "hard-disk": .storage,
    "solid-state-drive": .storage, "硬盘": .storage, "存储": .storage,
    "network": .network, "nic": .network, "network-interface": .network, "network-adapter": .network,
    "ethernet": .network, "network-switch": .network, "ethernet-switch": .network, "router": .network,
    "网络设备": .network, "网卡": .network, "交换机": .network,
    "security": .security, "firewall": .security, "安全设备": .security,
    "cooling": .cooling, "制冷": .cooling,
    "power-supply": .power, "psu": .power, "ups": .power, "pdu": .power, "供配电": .power,
    "operating-system": .os, "操作系统": .os, "database": .database, "数据库": .database,
    "middleware": .middleware, "中间件": .middleware,
  ]
}
