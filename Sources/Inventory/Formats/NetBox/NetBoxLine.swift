internal import Diagnostics
internal import Quantities

/// A line in the making: what one device or part is, and what it contains, the same things counted together.
struct NetBoxLine {
  /// Something that it contains.
  struct Part {
    var line: NetBoxLine
    var count: Int
  }

  private struct Remark {
    var code: String
    var severity: Finding.Severity
    var message: Localized
    var span: SourceSpan
  }

  private(set) var line: Line
  private var serials: SerialNumbers
  private(set) var contents: [Part] = []
  private var known: [String: Int] = [:]
  private var remarks: [Remark] = []
  private var isUnseen = false

  /// A device, without its parts.
  init(device row: NetBoxTable.Row, vendor: Found?, _ catalog: Catalog) {
    self.init(
      role: row[.role], vendor: vendor, model: row[.type], serial: row[.serial], span: row.span, catalog,
      kindOfRole: NetBoxRole.kind(ofDevice:),
      kinds: [.server, .network, .storage, .security, .power, .cooling, .other])
  }

  /// A module or an inventory item.
  init(part: NetBoxPart, _ catalog: Catalog) {
    self.init(
      role: part.role, vendor: part.vendor, model: part.model, serial: part.row[.serial], span: part.row.span, catalog,
      kindOfRole: NetBoxRole.kind(ofPart:), kinds: [.cpu, .accelerator, .memory, .storage, .network, .power])
  }

  /// A type of device.
  init(type row: NetBoxTable.Row, _ catalog: Catalog) {
    self.init(
      role: nil, vendor: row[.manufacturer], model: row[.model] ?? row[.type] ?? row[.partNumber], serial: nil,
      span: row.span, catalog,
      kindOfRole: { _ in nil }, kinds: [.server, .network, .storage, .security, .power, .cooling, .other])
  }

  private init(
    role: Found?, vendor: Found?, model: Found?, serial: Found?, span: SourceSpan, _ catalog: Catalog,
    kindOfRole: (String) -> Kind?, kinds: [Kind]
  ) {
    serials = SerialNumbers(serial)
    line = Line(kind: .other, quantity: .one, span: model?.span ?? span)
    line.name(vendor: vendor, model: model)
    line.places[.kind] = role?.span
    if let kind = role.flatMap({ kindOfRole($0.text) }) {
      line.kind = kind
      return
    }
    // The catalogue may know the product where the role says nothing, and then it is no guess.
    let known = kinds.filter {
      !catalog.resolver.resolve(kind: $0, vendor: vendor?.text, model: model?.text).candidates.isEmpty
    }
    if known.count == 1 {
      line.kind = known[0]
      return
    }
    let message =
      role.map {
        Localized(
          zh: "角色 `\($0.text)` 不说明类别，按其他计", en: "the role `\($0.text)` does not tell the kind; it counts as other")
      } ?? Localized(zh: "没有角色，类别不明，按其他计", en: "there is no role, so the kind is unknown; it counts as other")
    remarks.append(Remark(code: "unknown-role", severity: .warning, message: message, span: role?.span ?? span))
  }

  /// What two lines share if they are the same, contents included, in whatever order these were listed.
  var key: String {
    var key = "\(line.kind.rawValue)\u{1}\(line.vendor ?? "\u{2}")\u{1}\(line.model ?? "\u{2}")"
    if line.isOption { key += "\u{3}" }
    if isUnseen { key += "\u{4}" }
    guard !contents.isEmpty else { return key }
    let inner = contents.map { "\($0.count)\u{1}\($0.line.key)" }.sorted()
    return key + "\u{5}" + inner.joined(separator: "\u{6}") + "\u{7}"
  }

  /// Adds something that it contains.
  mutating func add(_ inner: NetBoxLine, isOption: Bool = false) {
    var inner = inner
    inner.line.isOption = isOption
    let key = inner.key
    if let index = known[key] {
      contents[index].count += 1
      contents[index].line.addSerials(of: inner)
    } else {
      known[key] = contents.count
      contents.append(Part(line: inner, count: 1))
    }
  }

  /// Takes the serial numbers of a line of the same key, and of all that it contains.
  mutating func addSerials(of equal: NetBoxLine) {
    serials.add(equal.serials)
    for (key, index) in equal.known {
      guard let own = known[key] else { continue }
      contents[own].line.addSerials(of: equal.contents[index].line)
    }
  }

  /// Marks it as shown and not counted.
  mutating func setOption() { line.isOption = true }

  /// A server of which some parts are listed, but neither a processor nor an accelerator, hides them.
  mutating func addUnseen() {
    let isListed = contents.contains { [.cpu, .accelerator].contains($0.line.line.kind) }
    guard line.kind == .server, !isListed else { return }
    for kind in [Kind.cpu, .accelerator] {
      var part = self
      part.line = Line(kind: kind, quantity: .nonNegative, span: line.span)
      (part.contents, part.known, part.remarks, part.isUnseen) = ([], [:], [], true)
      part.serials = SerialNumbers()
      add(part)
    }
    say(
      "parts-not-listed", .warning,
      Localized(
        zh: "只列出了部分部件，CPU 和加速卡按未知计", en: "only some parts are listed, so CPUs and accelerators count as unknown"),
      line.span)
  }

  /// Notes what is to be said of it.
  mutating func say(_ code: String, _ severity: Finding.Severity, _ message: Localized, _ span: SourceSpan) {
    remarks.append(Remark(code: code, severity: severity, message: message, span: span))
  }

  /// The line as a bill has it, with its findings.
  func finished(_ quantity: Interval, place: String, _ findings: inout [Finding]) -> Line {
    var line = line
    line.quantity = isUnseen ? .nonNegative : quantity
    for remark in remarks {
      findings.append(Finding(remark.code, remark.severity, remark.message, line: place, span: remark.span))
    }
    line.add(serials)
    if let remark = serials.remark(line: place) { findings.append(remark) }
    guard !contents.isEmpty else { return line }
    line.contents = contents.enumerated().map { index, part in
      part.line.finished(Interval(exactly: Rational(part.count)), place: "\(place)/\(index + 1)", &findings)
    }
    return line
  }
}
