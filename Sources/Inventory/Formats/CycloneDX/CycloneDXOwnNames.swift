internal import Diagnostics
internal import Documents

/// Our own properties, `bomgate:` and a name, which say what the format has no field for.
struct CycloneDXOwnNames {
  /// What stands before every name.
  static let prefix = "bomgate:"
  /// What they say of a component; the names are those of a line's fields.
  static let component = CycloneDXOwnNames(
    single: ["kind", "quantity", "unit_price", "origin", "vendor_country", "made_in", "lot", "option"],
    repeated: ["tag"], family: "spec")
  /// What they say of the document; the names are those of a project's fields.
  static let document = CycloneDXOwnNames(
    single: ["id", "name", "enterprise", "region", "facility", "date", "currency", "prices", "parts"],
    repeated: ["buyer"], family: "fact")

  /// Names that may stand once.
  let single: [String]
  /// Names that may stand several times.
  let repeated: [String]
  /// The word before the names of a vocabulary: `spec:cores`, `fact:pue`.
  let family: String

  private var all: [String] { single + repeated }

  /// The values by name, without the prefix; texts that are empty say nothing. What is no name, or none of the
  /// vocabulary's `terms`, is an error.
  func values(
    in properties: [CycloneDXProperty], _ terms: [String: Vocabulary.Term], else other: CycloneDXOwnNames,
    _ problems: inout Problems
  ) -> [String: [Found]] {
    var values: [String: [Found]] = [:]
    var first: [String: Found] = [:]
    for property in properties where Self.isOwn(property.name.text) {
      let written = property.name.text
      let name = String(written.dropFirst(Self.prefix.count))
      let isKnown = written.hasPrefix(Self.prefix) && (all.contains(name) || name.hasPrefix(family + ":"))
      guard isKnown else {
        report(property.name, name, other, &problems)
        continue
      }
      guard isTerm(property.name, name, terms, &problems) else { continue }
      if !repeated.contains(name), let earlier = first.updateValue(property.name, forKey: name) {
        problems.error(
          "duplicate-property", Localized(zh: "属性 `\(written)` 写了两次", en: "the property `\(written)` is given twice"),
          at: property.name.span, help: Localized(zh: "只保留一个", en: "keep one of them"),
          notes: [Diagnostic.Note(Localized(zh: "第一处在这里", en: "the first is here"), at: earlier.span)])
        continue
      }
      if let value = property.value, !value.text.isEmpty { values[name, default: []].append(value) }
    }
    return values
  }

  private func isTerm(
    _ written: Found, _ name: String, _ terms: [String: Vocabulary.Term], _ problems: inout Problems
  ) -> Bool {
    guard name.hasPrefix(family + ":") else { return true }
    let term = String(name.dropFirst(family.count + 1))
    if terms[term] != nil { return true }
    guard problems.errorCount < Problems.limit else {
      problems.countError()
      return false
    }
    problems.unknownName(
      term, at: written.span, code: "unknown-\(family)",
      what: family == "spec" ? Localized(zh: "规格", en: "spec") : Localized(zh: "事实", en: "fact"),
      among: terms.keys.sorted())
    return false
  }

  /// Whether a property is meant to be one of ours, however it is spelt.
  static func isOwn(_ name: String) -> Bool {
    name.utf8.count >= prefix.utf8.count && zip(name.utf8, prefix.utf8).allSatisfy { $0 == $1 || $0 &+ 0x20 == $1 }
  }

  private func report(
    _ written: Found, _ name: String, _ other: CycloneDXOwnNames, _ problems: inout Problems
  ) {
    guard problems.errorCount < Problems.limit else { return problems.countError() }
    if written.text.hasPrefix(Self.prefix), other.all.contains(name) || name.hasPrefix(other.family + ":") {
      let isOfDocument = other.family == CycloneDXOwnNames.document.family
      problems.error(
        "misplaced-property",
        isOfDocument
          ? Localized(
            zh: "属性 `\(written.text)` 说的是整个项目，不是一个组件",
            en: "the property `\(written.text)` is about the project and no component")
          : Localized(
            zh: "属性 `\(written.text)` 说的是一个组件，不是整个项目",
            en: "the property `\(written.text)` is about a component and not the project"),
        at: written.span,
        help: isOfDocument
          ? Localized(zh: "请移到 `metadata` 的 `properties` 中", en: "move it to the `properties` of `metadata`")
          : Localized(zh: "请移到该组件的 `properties` 中", en: "move it to the `properties` of that component"))
      return
    }
    problems.unknownName(
      written.text, at: written.span, code: "unknown-property", what: Localized(zh: "属性", en: "property"),
      among: all.map { Self.prefix + $0 } + ["\(Self.prefix)\(family):…"])
  }
}
