/// The kinds that roles mean. Everyone names roles as they like, so words inside them decide; the first that fits does.
enum NetBoxRole {
  /// The kind of a device by its role; nil where the role says nothing.
  static func kind(ofDevice role: String) -> Kind? { kind(of: role, by: devices) }

  /// The kind of a part by its role; nil where the role says nothing.
  static func kind(ofPart role: String) -> Kind? { kind(of: role, by: parts) }

  private static func kind(of role: String, by table: [(Kind, [String])]) -> Kind? {
    let key = role.lowercased()
    let words = Set(key.split { !$0.isLetter && !$0.isNumber }.map(String.init))
    for (kind, names) in table {
      // A short name must be a word of its own: `tor` is in `storage`.
      for name in names
      where name.utf8.allSatisfy({ $0 < 0x80 }) && name.utf8.count < 5 ? words.contains(name) : key.contains(name) {
        return kind
      }
    }
    return nil
  }

  private static let devices: [(Kind, [String])] = [
    (.security, ["firewall", "waf", "ids", "ips", "防火墙", "安全"]),
    (.power, ["pdu", "ups", "power", "rectifier", "电源", "配电"]),
    (.cooling, ["cooling", "crac", "crah", "cdu", "空调", "制冷"]),
    (.other, ["patch", "console", "kvm", "cable", "配线", "chassis", "blade enclosure"]),
    (.storage, ["storage", "nas", "san", "disk", "jbod", "array", "存储"]),
    (.server, ["server", "compute", "hypervisor", "host", "node", "worker", "blade", "服务器", "计算", "节点", "主机"]),
    (
      .network,
      [
        "switch", "router", "leaf", "spine", "tor", "core", "access", "aggregation", "distribution", "network", "wlan",
        "ap",
        "gateway", "load balancer", "交换机", "路由", "网络",
      ]
    ),
  ]
  private static let parts: [(Kind, [String])] = [
    (.accelerator, ["gpu", "npu", "dcu", "mlu", "accelerator", "fpga", "加速"]),
    (.cpu, ["cpu", "processor", "处理器"]),
    (.memory, ["memory", "dimm", "ram", "内存"]),
    (.storage, ["disk", "drive", "ssd", "hdd", "nvme", "storage", "硬盘", "磁盘"]),
    (.network, ["nic", "network", "transceiver", "optic", "sfp", "hca", "网卡", "光模块"]),
    (.power, ["psu", "power", "电源"]),
  ]
}
