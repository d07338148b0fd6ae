internal import Diagnostics
internal import Quantities

/// The lines of a bill in the making: equal ones together, in the order in which they were seen first.
struct NetBoxList {
  private var lines: [(line: NetBoxLine, quantity: Interval)] = []
  private var known: [String: Int] = [:]
  private var statuses: [(status: NetBoxStatus, count: Int, span: SourceSpan)] = []
  private var platforms: [(line: Line, count: Int)] = []
  private var platformNumbers: [String: Int] = [:]

  /// Whether nothing was added.
  var isEmpty: Bool { lines.isEmpty && platforms.isEmpty }

  /// Adds a line, to its equal where there is one.
  mutating func add(_ line: NetBoxLine, quantity: Interval) {
    let key = line.key
    if let index = known[key] {
      lines[index].quantity = (try? lines[index].quantity + quantity) ?? .nonNegative
      lines[index].line.addSerials(of: line)
      return
    }
    known[key] = lines.count
    lines.append((line, quantity))
  }

  /// Counts a status that something is to be said of.
  mutating func count(_ found: Found?) {
    guard let found, let status = NetBoxStatus(found), !status.isPlain else { return }
    if let index = statuses.firstIndex(where: { $0.status == status }) {
      statuses[index].count += 1
    } else if statuses.count < 100 {
      statuses.append((status, 1, found.span))
    }
  }

  /// Adds the operating system of a machine.
  mutating func addPlatform(_ platform: Found) {
    if let index = platformNumbers[platform.text] {
      platforms[index].count += 1
      return
    }
    platformNumbers[platform.text] = platforms.count
    var line = Line(kind: .os, quantity: .one, span: platform.span)
    line.model = platform.text
    platforms.append((line, 1))
  }

  /// The bill of all lines.
  func bill(file: SourceFile) -> BillOfMaterials {
    var bill = BillOfMaterials(project: Project(), lines: [], file: file)
    for (line, quantity) in lines {
      bill.lines.append(line.finished(quantity, place: "\(bill.lines.count + 1)", &bill.findings))
    }
    for (line, count) in platforms {
      var line = line
      line.quantity = Interval(exactly: Rational(count))
      bill.lines.append(line)
    }
    for (status, count, span) in statuses { bill.findings.append(Self.finding(status, count, span)) }
    return bill
  }

  private static func finding(_ status: NetBoxStatus, _ count: Int, _ span: SourceSpan) -> Finding {
    guard status.isCounted else {
      return Finding(
        "status-not-counted", .warning,
        Localized(
          zh: "\(count) 台设备的状态是 `\(status.word)`，列出但不计入",
          en: "devices with the status `\(status.word)`: \(count); they are shown and not counted"),
        span: span)
    }
    return Finding(
      "status-counted", .note,
      Localized(
        zh: "\(count) 台设备的状态是 `\(status.word)`，设备仍在，计入",
        en: "devices with the status `\(status.word)`: \(count); they are there, so they count"),
      span: span)
  }
}
