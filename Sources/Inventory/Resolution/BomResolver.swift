public import Diagnostics
internal import Quantities

/// Resolves the lines of bills against a catalogue; the names of many bills repeat, so what they mean is kept.
public struct BomResolver: Sendable {
  private struct Names: Hashable {
    var kind: Kind
    var vendor: String?
    var model: String?
    var components: [String]?

    /// Whether they are short enough to be kept: a file of names as long as books must not fill the memory.
    var areShort: Bool {
      ([vendor, model].compactMap(\.self) + (components ?? [])).reduce(0) { $0 + $1.utf8.count } <= 1 << 12
    }
  }

  let catalog: Catalog
  private var known: [Names: Identity] = [:]
  private var lines: [ResolvedLine] = []
  private var options: [String] = []
  private var lineCount = 0
  var findings: [Finding] = []
  /// How many unknown names of this bill were looked up among their neighbours, and how many may be.
  var suggestionCount = 0
  static let suggestionLimit = 100

  /// Whether findings are only counted, so that nothing need be said of names.
  let isWordless: Bool

  /// A resolver over a catalogue; a wordless one is for those who only count findings.
  public init(catalog: Catalog, isWordless: Bool = false) {
    self.catalog = catalog
    self.isWordless = isWordless
  }

  /// The bill with its lines resolved; nil, with the problem, where a quantity overflows.
  public mutating func resolve(_ bill: BillOfMaterials, _ problems: inout Problems) -> ResolvedBom? {
    let before = problems.errorCount
    // A resolver outlives the text of the bill, which each line would hold.
    defer { (lines, options, findings) = ([], [], []) }
    findings = bill.findings
    suggestionCount = 0
    lineCount = 0
    lines.reserveCapacity(bill.lines.count)
    // By index and handed on, because a line is large and its copies cost.
    for index in bill.lines.indices {
      add(bill.lines[index], place: bill.lines[index].id ?? "\(index + 1)", parent: nil, presence: .listed, &problems)
    }
    if !bill.project.listsParts { addHiddenParts(&problems) }
    guard problems.errorCount == before else { return nil }
    return ResolvedBom(bill: bill, lines: lines, lineCount: lineCount, options: options, findings: findings)
  }

  private mutating func add(
    _ line: consuming Line, place: String, parent: Int?, presence: ResolvedLine.Presence, _ problems: inout Problems
  ) {
    if presence == .listed { lineCount += 1 }
    if line.isOption {
      options.append(place)
      findings.append(
        Finding(
          "option", .note, Localized(zh: "选配或备件，不计入", en: "an option or a spare, not counted"), line: place,
          span: line.span))
      lineCount += Self.count(line.contents ?? [])
      return
    }
    var quantity = line.quantity
    if let parent {
      do {
        quantity = try quantity * lines[parent].quantity
      } catch {
        problems.error(
          "overflow",
          Localized(
            zh: "第 `\(place)` 行的总数量超出精确计算的范围",
            en: "the total quantity of line `\(place)` is past what exact arithmetic holds"),
          at: line.span)
        return
      }
    }
    let identity = line.identity ?? identity(of: line)
    let resolved = ResolvedLine(
      place: place, line: line, presence: presence, parent: parent, quantity: quantity, identity: identity)
    if presence == .listed { note(resolved) }
    lines.append(resolved)
    addContents(of: lines.count - 1, &problems)
  }

  private static func count(_ lines: [Line]) -> Int {
    lines.reduce(0) { $0 + 1 + count($1.contents ?? []) }
  }

  private mutating func identity(of line: Line) -> Identity {
    let names = Names(kind: line.kind, vendor: line.vendor, model: line.model, components: line.components)
    if let known = known[names] { return known }
    let identity = Identity(
      kind: line.kind, vendor: line.vendor, model: line.model, components: line.components, catalog: catalog)
    // A run over endless distinct names must not grow without end.
    if known.count >= 1 << 13 { known.removeAll() }
    if names.areShort { known[names] = identity }
    return identity
  }

  private mutating func addContents(of index: Int, _ problems: inout Problems) {
    let parent = lines[index]
    if let contents = parent.line.contents {
      for (number, line) in contents.enumerated() {
        add(
          line, place: line.id ?? "\(parent.place)/\(number + 1)", parent: index, presence: parent.presence, &problems)
      }
      return
    }
    for (number, part) in (parent.resolution.component?.parts ?? []).enumerated() {
      let component = part.component.flatMap { catalog.components[$0] }
      var line = Line(kind: component?.kind ?? part.kind, quantity: part.quantity, span: parent.line.span)
      line.vendor = component?.vendor.flatMap { catalog.vendors[$0]?.names.first } ?? part.vendor
      line.model = component?.model ?? part.model
      add(line, place: "\(parent.place)/\(number + 1)", parent: index, presence: .catalogue, &problems)
    }
  }

  /// A server of which no part is known, in a bill that itself lists no processor, hides some.
  private mutating func addHiddenParts(_ problems: inout Problems) {
    let isListed = lines.contains { line in
      line.presence == .listed && (line.line.kind == .cpu || line.line.kind == .accelerator)
    }
    guard !isListed else { return }
    let parents = Set(lines.compactMap(\.parent))
    let servers = lines.indices.filter { index in
      lines[index].line.kind == .server && lines[index].line.contents == nil && !parents.contains(index)
    }
    for index in servers {
      let server = lines[index]
      for (number, kind) in [Kind.cpu, .accelerator].enumerated() {
        let part = Line(kind: kind, quantity: .nonNegative, span: server.line.span)
        lines.append(
          ResolvedLine(
            place: "\(server.place)/\(number + 1)", line: part, presence: .hidden, parent: index,
            quantity: .nonNegative,
            identity: identity(of: part)))
      }
      findings.append(
        Finding(
          "parts-not-listed", .warning,
          Localized(
            zh: "清单没有列出这台服务器内的 CPU 和加速卡，它们按未知计；列在 `contains` 里，或在项目中写 `parts: listed`",
            en:
              "the bill does not list the CPUs and accelerators in this server, so they count as unknown; list them in `contains`, or write `parts: listed` in the project"
          ),
          line: server.place, span: server.line.span))
    }
  }
}
