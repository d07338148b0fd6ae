internal import Diagnostics
internal import Documents
internal import Quantities

extension TerraformBill {
  /// Puts the instance type and what the table knows of it into a server.
  mutating func equip(server line: inout Line, _ resource: TerraformResource, _ entry: CloudResource) {
    var parts: [Line] = []
    switch resource.value(at: entry.type) {
    case .known(let node) where !(node.kind == .sequence && node.count == 0):
      let types = node.listed.filter { $0.kind == .scalar && !$0.isNull }
      if types.count == 1, let type = types.first {
        line.model = type.text
        line.places[.model] = type.headSpan
        parts = contents(of: type, resource, line)
      } else {
        parts = choice(of: types, at: node, resource, line)
      }
    case .unknown(let mark):
      note(
        "known-after-apply", .warning,
        Localized(
          zh: "实例规格要到执行之后才知道，内含部件按未知计", en: "the instance type is only known after apply, so its contents are unknown"),
        line.id, at: mark?.headSpan ?? resource.span)
      parts = unknownParts(at: resource.span)
    case .absent, .known:
      note(
        "no-instance-type", .warning,
        Localized(zh: "没有写实例规格，内含部件按未知计", en: "no instance type is stated, so the contents are unknown"), line.id,
        at: resource.span)
      parts = unknownParts(at: resource.span)
    }
    line.contents = parts + [system(resource, entry)]
  }

  private mutating func contents(of type: Node, _ resource: TerraformResource, _ line: Line) -> [Line] {
    if let known = instance(type.text, resource) { return self.parts(known.parts, at: type.headSpan) }
    note(
      "unknown-instance-type", .warning,
      Localized(
        zh: "规格表中没有 `\(type.text)`（\(resource.provider)），内含部件按未知计",
        en:
          "the table of instance types does not know `\(type.text)` (\(resource.provider)), so its contents are unknown"
      ),
      line.id, at: type.headSpan)
    return unknownParts(at: type.headSpan)
  }

  /// A pool that may take any of several types has contents only where all of them have the same.
  private mutating func choice(
    of types: [Node], at node: Node, _ resource: TerraformResource, _ line: Line
  ) -> [Line] {
    let known = types.map { instance($0.text, resource) }
    note(
      "several-instance-types", .warning,
      Localized(
        zh: "可用的规格有 \(types.count) 种，用哪一种尚未确定", en: "\(types.count) instance types may be used; which one is open"),
      line.id,
      at: node.headSpan)
    let sources = Set(known.map { $0.map { $0.parts.map(Self.outline).joined(separator: " ") } })
    if sources.count == 1, let first = known.first, let entry = first { return parts(entry.parts, at: node.headSpan) }
    return unknownParts(at: node.headSpan)
  }

  private static func outline(_ part: Component.Part) -> String {
    "\(part.component ?? "") \(part.kind) \(part.vendor ?? "") \(part.model ?? "") \(part.quantity.description)"
  }

  private func instance(_ type: String, _ resource: TerraformResource) -> InstanceType? {
    let prefix = String(resource.type.prefix { $0 != "_" })
    let provider = catalog.clouds.knows(provider: resource.provider) ? resource.provider : prefix
    return catalog.clouds.instance(type, of: provider)
  }

  private func parts(_ parts: [Component.Part], at span: SourceSpan) -> [Line] {
    var lines: [Line] = []
    for part in parts {
      let component = part.component.flatMap { catalog.components[$0] }
      var line = Line(kind: component?.kind ?? part.kind, quantity: part.quantity, span: span)
      line.vendor = component?.vendor.flatMap { catalog.vendors[$0]?.names.first } ?? part.vendor
      line.model = component?.model ?? part.model
      line.components = component.map { [$0.id] }
      lines.append(line)
    }
    if !lines.contains(where: { $0.kind == .cpu }) { lines.insert(unknownParts(at: span)[0], at: 0) }
    return lines
  }

  /// A server has a CPU at least, and accelerators perhaps.
  private func unknownParts(at span: SourceSpan) -> [Line] {
    [
      Line(kind: .cpu, quantity: Interval(.finite(.one), .infinity), span: span),
      Line(kind: .accelerator, quantity: .nonNegative, span: span),
    ]
  }

  /// Every server runs an operating system; an image by its number does not tell which.
  private func system(_ resource: TerraformResource, _ entry: CloudResource) -> Line {
    var line = Line(kind: .os, quantity: .one, span: resource.span)
    if case .known(let image) = resource.value(at: entry.image), image.kind == .scalar, !image.text.isEmpty,
      !image.text.hasPrefix("m-")
    {
      line.model = image.text
      line.span = image.headSpan
    }
    return line
  }

  /// Puts product and version into a managed database.
  mutating func name(database line: inout Line, _ resource: TerraformResource, _ entry: CloudResource) {
    line.vendor = entry.vendor
    var words = entry.product.map { [$0] } ?? []
    for path in [entry.engine, entry.version] {
      switch resource.value(at: path) {
      case .known(let node) where node.kind == .scalar && !node.text.isEmpty:
        words.append(node.text)
        if line.places[.model] == nil { line.places[.model] = node.headSpan }
      case .unknown(let mark):
        note(
          "known-after-apply", .warning,
          Localized(zh: "数据库的产品或版本要到执行之后才知道", en: "product or version of the database is only known after apply"),
          line.id,
          at: mark?.headSpan ?? resource.span)
      default: break
      }
    }
    line.model = words.isEmpty ? nil : words.joined(separator: " ")
  }
}
