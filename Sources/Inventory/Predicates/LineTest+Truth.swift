public import Quantities

/// What a test of a line is judged by.
public final class LineContext: Sendable {
  /// The catalogue.
  public let catalog: Catalog
  /// The day on which lists are read.
  public let day: Day
  /// Whether claims count.
  public let evidence: Evidence

  /// A context.
  public init(catalog: Catalog, day: Day, evidence: Evidence) {
    self.catalog = catalog
    self.day = day
    self.evidence = evidence
  }
}

extension LinePredicate {
  /// Whether it holds for a line.
  public func truth(of line: ResolvedLine, _ context: LineContext) -> Truth {
    truth(of: line) { $0.truth(of: $1, context) }
  }
}

extension LineTest {
  /// The answer for a line.
  public func truth(of line: ResolvedLine, _ context: LineContext) -> Truth {
    switch self {
    case .kind(let kinds): Truth(kinds.contains(line.line.kind))
    case .vendor(let ids): vendorTruth(ids, line)
    case .component(let ids): componentTruth(ids, line, context.catalog)
    case .isa(let names): isaTruth(names, line)
    case .supplier(let names): Truth(line.line.supplier.map { names.contains($0) })
    case .lot(let names): Truth(line.line.lot.map { names.contains($0) })
    case .tags(let tags): tagsTruth(tags, line, context.evidence)
    case .origin(let origins):
      Truth(context.evidence == .claims ? line.line.origin.map { origins.contains($0) } : nil)
    case .country(.vendorCountry, let codes):
      line.vendorCountry(context.catalog, context.evidence)?.isAmong(codes) ?? .unknown
    case .country(.madeIn, let codes): line.madeIn(context.evidence)?.isAmong(codes) ?? .unknown
    case .number(.quantity, let range): range.truth(of: line.quantity)
    case .number(.unitPrice, let range):
      range.truth(of: line.line.unitPrice.map { Interval(exactly: $0) } ?? .nonNegative)
    case .number(.spec(let name), let range):
      range.truth(of: line.specNumber(name, context.catalog, context.evidence))
    case .specText(let name, let words):
      if case .text(let text) = line.spec(name, context.evidence) { Truth(words.contains(text)) } else { .unknown }
    case .specFlag(let name, let flag):
      if case .flag(let value) = line.spec(name, context.evidence) { Truth(value == flag) } else { .unknown }
    case .list(let name, let level):
      context.catalog.lists[name].map { $0.truth(of: line, level: level, context) } ?? .unknown
    }
  }

  private func vendorTruth(_ ids: [String], _ line: ResolvedLine) -> Truth {
    if let vendor = line.vendor { return Truth(ids.contains(vendor)) }
    let candidates = line.resolution.candidates.map(\.vendor)
    if !candidates.isEmpty, !candidates.contains(nil) {
      let hits = candidates.compactMap(\.self).filter { ids.contains($0) }
      return hits.isEmpty ? .no : hits.count == candidates.count ? .yes : .unknown
    }
    return .unknown
  }

  private func componentTruth(_ ids: [String], _ line: ResolvedLine, _ catalog: Catalog) -> Truth {
    let candidates = line.resolution.candidates
    guard !candidates.isEmpty else {
      // A component of another kind it surely is not.
      return ids.contains { catalog.components[$0]?.kind == line.line.kind } ? .unknown : .no
    }
    let hits = candidates.filter { ids.contains($0.id) }.count
    return hits == 0 ? .no : hits == candidates.count ? .yes : .unknown
  }

  private func isaTruth(_ names: [String], _ line: ResolvedLine) -> Truth {
    let known = line.resolution.candidates.map(\.isa)
    guard !known.isEmpty, !known.contains(nil) else { return .unknown }
    let hits = known.compactMap(\.self).filter { names.contains($0) }.count
    return hits == 0 ? .no : hits == known.count ? .yes : .unknown
  }

  private func tagsTruth(_ tags: [String], _ line: ResolvedLine, _ evidence: Evidence) -> Truth {
    guard evidence == .claims else { return .unknown }
    if line.line.tags.contains(where: tags.contains) { return .yes }
    return line.resolution.component == nil ? .unknown : .no
  }
}

extension ComponentList {
  /// Whether a line is on the list, on the day of the context.
  public func truth(of line: ResolvedLine, level: String?, _ context: LineContext) -> Truth {
    let truths = line.resolution.candidates.map { truth(of: $0, level: level, context.day) }
    if let first = truths.first, first != .unknown, truths.allSatisfy({ $0 == first }) { return first }
    if truths.contains(.yes) { return .unknown }
    if let absent, absent.truth(of: line, context) == .yes { return .no }
    return .unknown
  }

  private func truth(of component: Component, level: String?, _ day: Day) -> Truth {
    let valid = entries(of: component.id).filter { $0.isValid(on: day) }
    guard !valid.isEmpty else { return isComplete ? .no : .unknown }
    guard let level else { return .yes }
    if valid.contains(where: { $0.level == level }) { return .yes }
    return valid.contains { $0.level == nil } || !isComplete ? .unknown : .no
  }
}
