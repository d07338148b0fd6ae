internal import Diagnostics

/// What kind each part of a package is of.
struct ContentTypes: XMLHandler {
  private var overrides: [(part: String, type: String)] = []
  private var defaults: [String: String] = [:]
  private var elements: PackageElements

  init(in file: SourceFile) {
    elements = PackageElements(
      "Types", of: ["http://schemas.openxmlformats.org/package/2006/content-types"], in: file)
  }

  mutating func open(_ tag: XMLTag) throws(Problems) {
    guard try elements.enters(tag), let type = tag.value("ContentType") else { return }
    if tag.name.hasText("Override"), let part = tag.value("PartName") {
      overrides.append((Relationships.resolve(String(utf8: part), from: ""), String(utf8: type)))
    } else if tag.name.hasText("Default"), let ending = tag.value("Extension") {
      defaults[String(utf8: ending).lowercased()] = String(utf8: type)
    }
  }

  mutating func close(_ end: XMLEnd) throws(Problems) { _ = elements.leaves() }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Problems) {}

  /// The type of a part; empty where nothing tells it.
  func type(of part: String) -> String {
    let name = part.lowercased()
    if let override = overrides.first(where: { $0.part.lowercased() == name }) { return override.type }
    return name.split(separator: ".").last.flatMap { defaults[String($0)] } ?? ""
  }

  /// The first part of a type that ends so.
  func part(ofTypeEndingWith ending: String) -> String? {
    overrides.first { $0.type.hasSuffix(ending) }?.part
  }
}
