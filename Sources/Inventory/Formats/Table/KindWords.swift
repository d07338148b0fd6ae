/// Words that say what sort of thing a position is: in Chinese and English the last one of a name is what it is, so that
/// 服务器内存 is memory and GPU服务器 a server.
enum KindWords {
  /// What a name is.
  enum Meaning: Equatable {
    case kind(Kind)
    /// Two things in one line: 服务器及交换机.
    case several
    case none
  }

  /// What a name in words is; words of a mapping go before the list.
  static func meaning(of name: String, extra: [(word: String, kind: Kind)] = []) -> Meaning {
    let text = Array(CellText.key(withoutBrackets(name)).utf8.prefix(400))
    if let kind = Kind(rawValue: String(decoding: text, as: UTF8.self)) { return .kind(kind) }
    var found: [(kind: Kind, range: Range<Int>)] = []
    var start = 0
    while start < text.count {
      guard let match = longest(in: text, at: start, extra) else {
        start += 1
        continue
      }
      found.append((match.kind, start..<start + match.length))
      start += match.length
    }
    guard let last = found.last else { return .none }
    if found.count > 1 {
      let before = found[found.count - 2]
      let between = Array(text[before.range.upperBound..<last.range.lowerBound])
      if before.kind != last.kind, joins.contains(between) { return .several }
    }
    return .kind(last.kind)
  }

  /// Whether a name is nothing but such a word, so that it names no product.
  static func isPlain(_ name: String) -> Bool {
    let text = Array(CellText.key(name).utf8)
    return words[ByteText(text)] != nil || Kind(rawValue: String(decoding: text, as: UTF8.self)) != nil
  }

  private static func longest(
    in text: [UInt8], at start: Int, _ extra: [(word: String, kind: Kind)]
  ) -> (kind: Kind, length: Int)? {
    let own = extra.filter { text[start...].starts(with: $0.word.utf8) }.max { $0.word.utf8.count < $1.word.utf8.count }
    if let own { return (own.kind, own.word.utf8.count) }
    for length in stride(from: min(longestWord, text.count - start), to: 0, by: -1) {
      let word = ByteText(Array(text[start..<start + length]))
      guard let kind = words[word], isWord(text, start..<start + length) else { continue }
      return (kind, length)
    }
    return nil
  }

  /// A Latin word stands alone; one in Chinese characters needs no break.
  private static func isWord(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
    if range.lowerBound > 0, isLetter(text[range.lowerBound]), isLetter(text[range.lowerBound - 1]) {
      // White space is gone, so a long English word may follow another one: `gpuserver`.
      return range.count >= 5
    }
    guard range.upperBound < text.count, isLetter(text[range.upperBound - 1]) else { return true }
    return !isLetter(text[range.upperBound]) || range.count >= 5 || startsWord(text[range.upperBound...])
  }

  private static func startsWord(_ rest: ArraySlice<UInt8>) -> Bool {
    if rest.first == 0x73, rest.count == 1 { return true }
    return (3...min(max(3, rest.count), longestWord)).contains { length in
      rest.count >= length && words[ByteText(Array(rest.prefix(length)))] != nil
    }
  }

  private static func withoutBrackets(_ text: String) -> String {
    var depth = 0
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if "(（[【".unicodeScalars.contains(scalar) {
        depth += 1
      } else if ")）]】".unicodeScalars.contains(scalar) {
        depth = max(0, depth - 1)
      } else if depth == 0 {
        kept.append(scalar)
      }
    }
    return String(kept)
  }

  private static let joins: Set<[UInt8]> = Set(
    ["及", "和", "与", "、", "/", ",", ";", "+", "&", "以及", "and"].map { Array($0.utf8) })
  private static let longestWord = table.lazy.flatMap(\.1).map(\.utf8.count).max() ?? 0

  private static let words: [ByteText: Kind] = {
    var words: [ByteText: Kind] = [:]
    words.reserveCapacity(table.reduce(0) { $0 + $1.1.count })
    for (kind, texts) in table { for text in texts { words[ByteText(Array(text.utf8))] = kind } }
    return words
  }()

  private static let table: [(Kind, [String])] = [
    (
      .server,
      [
        "服务器", "gpu服务器", "ai服务器", "npu服务器", "人工智能服务器", "智算服务器", "机架式服务器", "刀片服务器", "服务器节点", "计算节点", "训练服务器", "推理服务器",
        "主机",
        "一体机", "超节点", "小型机", "工作站服务器", "server", "servers",
      ]
    ),
    (.cpu, ["cpu", "中央处理器", "处理器", "processor"]),
    (
      .accelerator,
      [
        "加速卡", "ai加速卡", "gpu", "gpu卡", "gpu加速卡", "npu", "npu卡", "dcu", "dcu卡", "mlu", "显卡", "智算卡", "训练卡", "推理卡",
        "图形处理器", "计算卡",
        "算力卡", "加速器", "加速模组", "gpu模组", "accelerator",
      ]
    ),
    (.memory, ["内存", "内存条", "服务器内存", "内存模组", "memory", "dimm", "ram"]),
    (
      .storage,
      [
        "存储", "存储设备", "存储系统", "存储阵列", "磁盘阵列", "磁盘", "硬盘", "固态硬盘", "机械硬盘", "ssd", "hdd", "nvme", "磁带库", "光盘库", "分布式存储",
        "全闪存",
        "全闪存储", "备份一体机", "raid卡", "阵列卡", "hba卡", "存储节点", "硬盘框", "storage", "disk", "disks",
      ]
    ),
    (
      .network,
      [
        "交换机", "白盒交换机", "光纤交换机", "路由器", "网卡", "智能网卡", "以太网卡", "光模块", "网络设备", "负载均衡", "负载均衡器", "无线接入点", "ib卡", "ib交换机",
        "infiniband",
        "switch", "switches", "router", "nic",
      ]
    ),
    (
      .os,
      [
        "操作系统", "服务器操作系统", "桌面操作系统", "操作系统软件", "操作系统授权", "操作系统许可", "操作系统license", "operatingsystem", "os",
      ]
    ),
    (
      .database,
      [
        "数据库", "数据库软件", "数据库系统", "数据库管理系统", "数据库管理软件", "数据库授权", "数据库许可", "内存数据库", "database",
      ]
    ),
    (.middleware, ["中间件", "中间件软件", "应用服务器软件", "应用服务器中间件", "消息中间件", "middleware"]),
    (
      .software,
      [
        "软件", "虚拟化软件", "备份软件", "管理软件", "管理平台", "软件平台", "云平台", "应用软件", "办公软件", "大模型", "调度平台", "软件授权", "软件许可", "software",
      ]
    ),
    (
      .security,
      [
        "防火墙", "安全设备", "入侵检测", "入侵防御", "堡垒机", "网闸", "安全网关", "密码机", "加密机", "vpn", "waf", "日志审计", "数据库审计", "漏洞扫描", "态势感知",
        "firewall",
      ]
    ),
    (.cooling, ["精密空调", "空调", "冷却", "液冷", "液冷系统", "冷水机组", "制冷", "冷却塔", "cdu", "cooling"]),
    (.power, ["ups", "不间断电源", "电源", "电源模块", "配电柜", "列头柜", "柴油发电机", "发电机", "蓄电池", "pdu", "高压直流", "变压器"]),
    (
      .service,
      [
        "服务", "维保", "维保服务", "集成服务", "安装调试", "培训", "运维", "运维服务", "技术服务", "质保服务", "原厂服务", "系统集成", "实施服务", "service",
        "services",
        "maintenance",
      ]
    ),
    (
      .other,
      [
        "机柜", "服务器机柜", "线缆", "光纤", "网线", "跳线", "台式机", "台式计算机", "便携式计算机", "笔记本", "笔记本电脑", "电脑", "打印机", "显示器", "工作站",
        "键盘", "导轨",
      ]
    ),
  ]
}
