internal import Diagnostics
internal import Documents
internal import Inventory

/// How a file is written, before anything is known of what it says.
enum Syntax: Equatable {
  case yaml, json, jsonLines, xml
  /// The lines that a tool prints, of a format of their own.
  case text(BomFormat)

  /// The syntax of a text: that of its format where somebody named it, else by the name of the file, else by how the
  /// text begins.
  init(of file: SourceFile, format: BomFormat?) {
    let name = file.name.lowercased()
    switch format {
    case .ndjson: self = .jsonLines
    case .dmidecode: self = .text(.dmidecode)
    case .lspci: self = .text(.lspci)
    case .netbox: self = .text(.netbox)
    case .redfish, .lshw: self = .json
    case .cyclonedx where file.looksLikeXML, nil where file.looksLikeXML: self = .xml
    case .bom, .kubernetes, .terraform, .cyclonedx, .table, nil:
      if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
        self = .yaml
      } else if name.hasSuffix(".ndjson") || name.hasSuffix(".jsonl") {
        self = format == nil ? .jsonLines : .json
      } else if name.hasSuffix(".json") || file.looksLikeJSON {
        self = format == nil && file.looksLikeJSONLines ? .jsonLines : .json
      } else if format == nil, name.hasSuffix(".csv"), let table = BomFormat(ofTable: file) {
        self = .text(table)
      } else if format == nil, let text = BomFormat(ofText: file) {
        self = .text(text)
      } else {
        self = .yaml
      }
    }
  }
}

extension SourceFile {
  /// Whether the first character opens an object or an array.
  fileprivate var looksLikeJSON: Bool {
    let first = bytes.first { $0 > 0x20 }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  /// Whether the first character opens a tag, which no bill in YAML begins with.
  fileprivate var looksLikeXML: Bool { bytes.first { $0 > 0x20 } == UInt8(ascii: "<") }

  /// Whether the first line is an object of its own and the next line that is not blank begins another.
  fileprivate var looksLikeJSONLines: Bool {
    let lines = bytes.split(maxSplits: 64, whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") })
      .lazy.map { $0.drop { $0 <= 0x20 } }.filter { !$0.isEmpty }
    var iterator = lines.makeIterator()
    guard let first = iterator.next(), let second = iterator.next() else { return false }
    let end = first.last { $0 > 0x20 }
    return first.first == UInt8(ascii: "{") && end == UInt8(ascii: "}") && second.first == UInt8(ascii: "{")
  }
}
