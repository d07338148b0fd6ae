internal import Diagnostics
internal import Quantities

/// One machine as a tool saw it: a line with its parts, the same ones counted together in the order in which they were
/// seen first, and what is to be said of them.
struct Host {
  /// More different parts than any machine has.
  static let partLimit = 10_000

  private struct Key: Hashable {
    var kind: Kind
    var vendor: String?
    var model: String?
    var components: [String]?
    var specs: [String: SpecValue]
    var isSure: Bool
  }

  private struct Remark {
    var finding: Finding
    var part: Int?
  }

  private struct RemarkKey: Hashable {
    var code: String
    var part: Int?
  }

  /// The machine itself, without its parts.
  var line: Line
  /// The serial numbers of the machine itself.
  var serials = SerialNumbers()
  private var parts: [Line] = []
  private var partSerials: [SerialNumbers] = []
  private var known: [Key: Int] = [:]
  private var remarks: [Remark] = []
  private var remarked: Set<RemarkKey> = []
  /// Whether there were more different parts than a machine can have.
  private(set) var isOverfull = false

  /// A machine of which nothing is known but where it stands.
  init(at span: SourceSpan) {
    line = Line(kind: .server, quantity: .one, span: span)
  }

  /// Whether a part of a kind is among those seen.
  func has(_ kind: Kind) -> Bool { parts.contains { $0.kind == kind } }

  /// How many parts of a kind there surely are.
  func count(of kind: Kind) -> Rational {
    parts.reduce(.zero) { sum, part in
      guard part.kind == kind, let low = part.quantity.low.number else { return sum }
      return (try? sum + low) ?? sum
    }
  }

  /// Adds a part, to those of the same names where there are some; its number among the parts comes back.
  @discardableResult
  mutating func add(_ part: Line, serials: SerialNumbers = SerialNumbers()) -> Int {
    let key = Key(
      kind: part.kind, vendor: part.vendor, model: part.model, components: part.components, specs: part.specs,
      isSure: part.quantity.low > .zero)
    if let index = known[key] {
      parts[index].quantity = (try? parts[index].quantity + part.quantity) ?? .nonNegative
      partSerials[index].add(serials)
      return index
    }
    guard parts.count < Self.partLimit else {
      isOverfull = true
      return parts.count - 1
    }
    known[key] = parts.count
    parts.append(part)
    partSerials.append(serials)
    return parts.count - 1
  }

  /// Adds the number of a part, such as that of a further port of a card.
  mutating func add(_ serials: SerialNumbers, toPart index: Int) { partSerials[index].add(serials) }

  /// Adds parts of a kind of which nothing is known, not even how many: what a tool cannot show is not absent.
  mutating func addUnseen(
    _ kind: Kind, _ message: Localized, at span: SourceSpan, atMost count: Interval = .nonNegative
  ) {
    let part = add(Line(kind: kind, quantity: count, span: span))
    remark("parts-not-listed", .warning, message, part: part, span: span)
  }

  /// Says something of the machine or of a part, once for each code.
  mutating func remark(
    _ code: String, _ severity: Finding.Severity, _ message: Localized, part: Int? = nil, span: SourceSpan
  ) {
    guard remarked.insert(RemarkKey(code: code, part: part)).inserted else { return }
    remarks.append(Remark(finding: Finding(code, severity, message, span: span), part: part))
  }

  /// The line with its parts, and the findings, for a line that has the place `number` if it has no id.
  func finished(number: Int) -> (line: Line, findings: [Finding]) {
    var line = line
    line.contents = zip(parts, partSerials).map { part, serials in
      var part = part
      part.add(serials)
      return part
    }
    line.add(serials)
    let place = line.id ?? "\(number)"
    let findings = remarks.map { remark in
      let finding = remark.finding
      return Finding(
        finding.code, finding.severity, finding.message,
        line: remark.part.map { "\(place)/\($0 + 1)" } ?? place, span: finding.span)
    }
    let leftOut = partSerials.enumerated().compactMap { $1.remark(line: "\(place)/\($0 + 1)") }
    return (line, findings + [serials.remark(line: place)].compactMap(\.self) + leftOut)
  }

  /// Reports a machine of too many parts.
  func check(_ problems: inout Problems) {
    guard isOverfull else { return }
    problems.error(
      "too-many-parts",
      Localized(
        zh: "一台机器有超过 \(Self.partLimit) 种部件", en: "a machine has more than \(Self.partLimit) different parts"),
      at: line.span,
      help: Localized(zh: "请确认文件只描述一台机器", en: "check that the file describes a single machine"))
  }
}

extension BillOfMaterials {
  /// The bill of some machines.
  init(hosts: [Host], file: SourceFile) {
    var lines: [Line] = []
    var findings: [Finding] = []
    for (index, host) in hosts.enumerated() {
      let (line, said) = host.finished(number: index + 1)
      lines.append(line)
      findings += said
    }
    self.init(project: Project(), lines: lines, file: file)
    self.findings = findings
  }
}
