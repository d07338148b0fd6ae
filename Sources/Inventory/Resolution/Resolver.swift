internal import Diagnostics

/// Finds components by the names that people write. It never guesses: see DESIGN, section 4.
public struct Resolver: Sendable {
  private let components: [Component]
  private let index: NameIndex

  init(vendors: [String: Vendor], components all: [String: Component]) {
    components = all.values.sorted { $0.id < $1.id }
    var index = NameIndex()
    for (number, component) in components.enumerated() {
      index.add(component.model, component: number)
      for alias in component.aliases { index.add(alias, component: number) }
    }
    for vendor in vendors.values.sorted(by: { $0.id < $1.id }) {
      for name in vendor.names { index.add(name, vendor: vendor.id) }
    }
    index.sort()
    self.index = index
  }

  /// The vendor that a text names, by a whole name or by one contained; nil where none or several are.
  public func vendor(named text: String?) -> String? {
    guard let text else { return nil }
    let name = NormalizedName(text)
    if let known = index.whole(name.bytes), !known.vendors.isEmpty {
      return known.vendors.count == 1 ? known.vendors[0] : nil
    }
    guard !SubstituteWording.isIn(name) else { return nil }
    let found = Set(matches(in: name, where: { !$0.vendors.isEmpty }).flatMap(\.name.vendors))
    return found.count == 1 ? found.first : nil
  }

  /// Whether a text is the whole of a vendor's name.
  func isVendor(_ text: String) -> Bool {
    index.whole(NormalizedName(text, keepsBreaks: false).bytes)?.vendors.isEmpty == false
  }

  /// What a line of a kind with these names is.
  public func resolve(kind: Kind, vendor: String?, model: String?) -> Resolution {
    guard let model, case let name = NormalizedName(model), !name.bytes.isEmpty else { return .unnamed }
    let found = candidates(name, kind)
    guard !found.isEmpty else { return .unknown }
    if let named = self.vendor(named: vendor) ?? leadingVendor(name)?.vendor {
      let fitting = found.filter { components[$0].vendor == nil || components[$0].vendor == named }
      guard !fitting.isEmpty else { return .vendorConflict(named: named, component: components[found[0]]) }
      return resolution(fitting)
    }
    return resolution(found)
  }

  /// The kinds of all components that names may mean, for a format that does not say what a line is; empty where
  /// the vendor named makes none of them.
  func kinds(vendor: String?, model: String) -> Set<Kind> {
    let name = NormalizedName(model)
    guard !name.bytes.isEmpty else { return [] }
    var found = candidates(name, nil)
    if !found.isEmpty, let named = self.vendor(named: vendor) ?? leadingVendor(name)?.vendor {
      found.removeAll { components[$0].vendor != nil && components[$0].vendor != named }
    }
    return Set(found.map { components[$0].kind })
  }

  private func resolution(_ found: [Int]) -> Resolution {
    found.count == 1 ? .component(components[found[0]]) : .ambiguous(found.map { components[$0] })
  }

  /// The components of a kind, or of any, that a name may mean.
  private func candidates(_ name: NormalizedName, _ kind: Kind?) -> [Int] {
    func fits(_ number: Int) -> Bool {
      components[number].isVerified && (kind == nil || components[number].kind == kind)
    }
    if let whole = index.whole(name.bytes), !whole.components.isEmpty { return whole.components.filter(fits) }
    if let rest = behindVendor(name), !rest.components.isEmpty { return rest.components.filter(fits) }
    guard !SubstituteWording.isIn(name) else { return [] }
    let found = matches(in: name, where: { !$0.components.isEmpty })
      .filter { $0.range.count > 3 || !$0.name.isCode || isPlainBeside($0, name) }
      .map { $0.name.components.filter(fits) }
      .filter { !$0.isEmpty }
    guard let first = found.first else { return [] }
    let shared = found.dropFirst().reduce(Set(first)) { $0.intersection($1) }
    return (shared.isEmpty ? Set(found.joined()) : shared).sorted()
  }

  private struct Match {
    var name: NameIndex.Name
    var range: Range<Int>
  }

  /// Names that stand in the text as words, the longest first; none overlaps another.
  private func matches(in name: NormalizedName, where isWanted: (NameIndex.Name) -> Bool) -> [Match] {
    var found: [Match] = []
    for start in name.bytes.indices where name.isStart(start) {
      for candidate in index.candidates(at: start, of: name.bytes) where isWanted(candidate) {
        let end = start + candidate.bytes.count
        guard end <= name.bytes.count, name.isEnd(end), name.bytes[start..<end].elementsEqual(candidate.bytes) else {
          continue
        }
        // A short code in pieces (`A 100`) is no code.
        if candidate.bytes.count <= 4, candidate.isCode, name.breaks[(start + 1)..<end].contains(true) { continue }
        found.append(Match(name: candidate, range: start..<end))
        break
      }
    }
    found.sort { ($1.range.count, $0.range.lowerBound) < ($0.range.count, $1.range.lowerBound) }
    var kept: [Match] = []
    for match in found where !kept.contains(where: { $0.range.overlaps(match.range) }) { kept.append(match) }
    return kept
  }

  /// Whether a short code stands beside nothing but vendor names, sizes, form factors and counts: `Atlas 300T A2` is no A2.
  private func isPlainBeside(_ match: Match, _ name: NormalizedName) -> Bool {
    var isCovered = Array(repeating: false, count: name.bytes.count)
    for covered in [match.range] + matches(in: name, where: { !$0.vendors.isEmpty }).map(\.range) {
      for place in covered { isCovered[place] = true }
    }
    var place = 0
    while place < name.bytes.count {
      guard !isCovered[place] else {
        place += 1
        continue
      }
      var end = place + 1
      while end < name.bytes.count, !isCovered[end], !name.isStart(end) { end += 1 }
      guard PlainWording.holds(String(decoding: name.bytes[place..<end], as: UTF8.self)) else { return false }
      place = end
    }
    return true
  }

  /// The vendor whose name the model text begins with, and where that name ends.
  private func leadingVendor(_ name: NormalizedName) -> (vendor: String, end: Int)? {
    for candidate in index.candidates(at: 0, of: name.bytes) where candidate.vendors.count == 1 {
      let end = candidate.bytes.count
      // A Latin name must end there: `AMD` does not lead `AMDEX`; a code may follow a Chinese name directly.
      if name.bytes.starts(with: candidate.bytes), name.isEnd(end) { return (candidate.vendors[0], end) }
    }
    return nil
  }

  /// The name that is all of the text behind a vendor's name, which may stand directly before it: `HygonC86-3G`.
  private func behindVendor(_ name: NormalizedName) -> NameIndex.Name? {
    for candidate in index.candidates(at: 0, of: name.bytes) where !candidate.vendors.isEmpty {
      guard name.bytes.count > candidate.bytes.count, name.bytes.starts(with: candidate.bytes) else { continue }
      if let rest = index.whole(name.bytes[candidate.bytes.count...]) { return rest }
    }
    return nil
  }

  /// The nearest product names of a kind: what somebody may have meant.
  public func suggestions(for model: String, kind: Kind) -> [String] {
    let names = index.names.filter { $0.components.contains { components[$0].kind == kind } }
    let keys = names.map { String(decoding: $0.bytes, as: UTF8.self) }
    return nearest(to: NormalizedName(model).key, among: keys, atMost: 3)
      .compactMap { key in keys.firstIndex(of: key).map { names[$0].text } }
  }

  /// Components whose names hold a text or are near to it, for a person who searches.
  public func search(_ text: String, atMost count: Int = 20) -> [Component] {
    let key = NormalizedName(text).key
    guard !key.isEmpty else { return [] }
    let holding = components.filter { component in
      ([component.id, component.model] + component.aliases).contains { NormalizedName($0).key.contains(key) }
    }
    if !holding.isEmpty { return Array(holding.prefix(count)) }
    let near = nearest(to: key, among: index.names.map { String(decoding: $0.bytes, as: UTF8.self) }, atMost: 5)
    let found = near.compactMap { index.whole(Array($0.utf8))?.components }.joined()
    return Array(Set(found)).sorted().prefix(count).map { components[$0] }
  }
}
