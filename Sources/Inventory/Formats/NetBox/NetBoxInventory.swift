internal import Diagnostics
internal import Documents
internal import Quantities

/// What several exports of a NetBox say together.
struct NetBoxInventory {
  /// Deeper than any chassis in a chassis.
  private static let depthLimit = 12

  let catalog: Catalog
  private var devices: [NetBoxTable.Row] = []
  private var types: [NetBoxTable.Row] = []
  private var parts: [NetBoxPart] = []
  /// The makers of device types, for devices whose export has no such column.
  private var makers: [String: Found] = [:]

  init(catalog: Catalog) {
    self.catalog = catalog
  }

  /// Takes an export.
  mutating func add(_ table: NetBoxTable) {
    switch table.kind {
    case .devices: devices += table.rows
    case .deviceTypes:
      types += table.rows
      for row in table.rows {
        if let model = row[.model] ?? row[.type], makers[model.text] == nil { makers[model.text] = row[.manufacturer] }
      }
    case .modules: parts += table.rows.map { NetBoxPart(module: $0) }
    case .inventoryItems: parts += table.rows.map { NetBoxPart(item: $0) }
    }
  }

  /// The bill; nil where there are errors, all of which are reported.
  func bill(file: SourceFile, _ problems: inout Problems) -> BillOfMaterials? {
    let before = problems.errorCount
    var list = NetBoxList()
    var numbers: [String: Int] = [:]
    for (index, device) in devices.enumerated() {
      if let name = device[.name]?.text, numbers[name] == nil { numbers[name] = index }
    }
    let partsByDevice = Dictionary(grouping: parts.indices) { parts[$0].device.flatMap { numbers[$0] } }
    var children: [Int: [Int]] = [:]
    var roots: [Int] = []
    for (index, device) in devices.enumerated() {
      guard let parent = device[.parent] else {
        roots.append(index)
        continue
      }
      if let number = numbers[parent.text], number != index {
        children[number, default: []].append(index)
      } else {
        roots.append(index)
      }
    }
    var seen = 0
    for root in roots {
      guard var line = line(of: root, children, partsByDevice, depth: 1, &seen, &list, &problems) else { continue }
      if !isCounted(root) { line.setOption() }
      list.count(devices[root][.status])
      list.add(line, quantity: .one)
    }
    if problems.errorCount == before, seen < devices.count { reportCycle(roots, children, &problems) }
    guard problems.errorCount == before else { return nil }
    for index in partsByDevice[nil] ?? [] { addLoose(parts[index], &list) }
    if devices.isEmpty { types.forEach { addType($0, &list) } }
    guard !list.isEmpty else {
      problems.error(
        "no-row", Localized(zh: "表头下没有数据行", en: "there is no row below the header"), at: SourceSpan(file: file))
      return nil
    }
    return list.bill(file: file)
  }

  private func line(
    of index: Int, _ children: [Int: [Int]], _ partsByDevice: [Int?: [Int]], depth: Int, _ seen: inout Int,
    _ list: inout NetBoxList, _ problems: inout Problems
  ) -> NetBoxLine? {
    let device = devices[index]
    seen += 1
    guard depth <= Self.depthLimit else {
      problems.error(
        "too-deep",
        Localized(zh: "设备的上级超过 \(Self.depthLimit) 层", en: "devices are nested deeper than \(Self.depthLimit) levels"),
        at: device[.parent]?.span ?? device.span)
      return nil
    }
    var line = NetBoxLine(
      device: device, vendor: device[.manufacturer] ?? device[.type].flatMap { makers[$0.text] }, catalog)
    for part in partsByDevice[index] ?? [] { line.add(NetBoxLine(part: parts[part], catalog)) }
    if !line.contents.isEmpty { line.addUnseen() }
    for child in children[index] ?? [] {
      guard let inner = self.line(of: child, children, partsByDevice, depth: depth + 1, &seen, &list, &problems) else {
        continue
      }
      list.count(devices[child][.status])
      line.add(inner, isOption: !isCounted(child))
    }
    if let parent = device[.parent], depth == 1 {
      line.say(
        "parent-not-listed", .note,
        Localized(
          zh: "上级设备 `\(parent.text)` 不在导出文件里，单独列出",
          en: "the parent device `\(parent.text)` is not in the export, so this stands alone"),
        parent.span)
    }
    // What a switch runs is part of it.
    if let platform = device[.platform], isCounted(index), [.server, .other].contains(line.line.kind) {
      list.addPlatform(platform)
    }
    return line
  }

  private func isCounted(_ index: Int) -> Bool { NetBoxStatus(devices[index][.status])?.isCounted ?? true }

  /// Adds a part of a device that the exports do not list.
  private func addLoose(_ part: NetBoxPart, _ list: inout NetBoxList) {
    var line = NetBoxLine(part: part, catalog)
    line.say(
      "device-not-listed", .note,
      Localized(zh: "部件所在的设备不在导出文件里，单独列出", en: "the device that has the part is not in the export, so it stands alone"),
      line.line.span)
    list.add(line, quantity: .one)
  }

  /// Adds a type of device, with as many as there are instances.
  private func addType(_ row: NetBoxTable.Row, _ list: inout NetBoxList) {
    var line = NetBoxLine(type: row, catalog)
    let count = row[.instances].flatMap { Int($0.text) }
    if count == 0 { return }
    guard let count, count > 0, count < 1 << 40 else {
      line.say(
        "count-unknown", .warning,
        Localized(
          zh: "设备类型表没有写台数，数量按未知计",
          en: "the list of device types does not say how many there are; the quantity counts as unknown"),
        line.line.span)
      list.add(line, quantity: .nonNegative)
      return
    }
    list.add(line, quantity: Interval(exactly: Rational(count)))
  }

  /// Devices that no root leads to are inside each other.
  private func reportCycle(_ roots: [Int], _ children: [Int: [Int]], _ problems: inout Problems) {
    var reached = Set(roots)
    var open = roots
    while let next = open.popLast() {
      for child in children[next] ?? [] where reached.insert(child).inserted { open.append(child) }
    }
    guard let lost = devices.indices.first(where: { !reached.contains($0) }) else { return }
    let device = devices[lost]
    problems.error(
      "cycle",
      Localized(
        zh: "设备 `\(device[.name]?.text ?? "")` 的上级最终是它自己",
        en: "the device `\(device[.name]?.text ?? "")` is, in the end, its own parent"),
      at: device[.parent]?.span ?? device.span)
  }
}
