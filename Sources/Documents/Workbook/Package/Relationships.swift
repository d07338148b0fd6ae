internal import Diagnostics

/// What a part of a workbook points to.
struct Relationships: XMLHandler {
  struct Relationship {
    var id: String
    /// The last word of its type: `worksheet`.
    var kind: String
    var target: String
  }

  private(set) var all: [Relationship] = []
  private var elements: PackageElements

  init(in file: SourceFile) {
    elements = PackageElements(
      "Relationships", of: ["http://schemas.openxmlformats.org/package/2006/relationships"], in: file)
  }

  mutating func open(_ tag: XMLTag) throws(Problems) {
    guard try elements.enters(tag), tag.name.hasText("Relationship"),
      tag.value("TargetMode")?.hasText("External") != true,
      let id = tag.value("Id"), let type = tag.value("Type"), let target = tag.value("Target")
    else { return }
    let kind = type.suffix { $0 != UInt8(ascii: "/") }
    all.append(Relationship(id: String(utf8: id), kind: String(utf8: kind), target: String(utf8: target)))
  }

  mutating func close(_ end: XMLEnd) throws(Problems) { _ = elements.leaves() }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Problems) {}

  /// The name of the part that a target is, as it is seen from a part: relative to its folder, or absolute.
  static func resolve(_ target: String, from part: String) -> String {
    var folders = target.hasPrefix("/") ? [] : part.split(separator: "/").dropLast()
    for step in target.split(separator: "/") {
      switch step {
      case ".": break
      case "..": _ = folders.popLast()
      default: folders.append(step)
      }
    }
    return folders.joined(separator: "/")
  }

  /// The part that holds the relationships of a part.
  static func part(of part: String) -> String {
    let folders = part.split(separator: "/")
    return (folders.dropLast() + ["_rels", (folders.last ?? "") + ".rels"]).joined(separator: "/")
  }
}

extension String {
  /// The text of bytes of libxml2.
  init(utf8 bytes: some Collection<UInt8>) { self.init(decoding: bytes, as: UTF8.self) }
}

extension UnsafeBufferPointer<UInt8> {
  /// The bytes behind the last one that does not fulfil a condition.
  func suffix(while holds: (UInt8) -> Bool) -> Slice<Self> {
    self[((lastIndex { !holds($0) } ?? -1) + 1)...]
  }
}
