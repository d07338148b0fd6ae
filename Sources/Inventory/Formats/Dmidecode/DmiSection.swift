internal import Diagnostics

/// One structure of the DMI tables, as `dmidecode` prints it, with its handle or, as `dmidecode -q` does, without.
struct DmiSection {
  /// The structures that a bill is made of.
  enum Kind {
    case system, board, chassis, processor, memoryArray, memoryDevice
  }

  /// `Handle 0x002B, DMI type 4, 48 bytes`.
  struct Handle {
    var handle: String
    var type: Int

    init?(_ line: TextLine) {
      guard line.starts(with: "Handle 0x") else { return nil }
      let words = line.text.split(separator: " ")
      guard words.count >= 5, words[2] == "DMI", words[3] == "type", let type = Int(words[4].prefix { $0 != "," })
      else { return nil }
      handle = String(words[1].prefix { $0 != "," })
      self.type = type
    }
  }

  /// What it describes; nil where a bill has no use for it.
  let kind: Kind?
  /// Its handle.
  let handle: String?
  /// The line of its title.
  let span: SourceSpan
  /// The values by their keys; of a key that stands twice the first. Values that stand on further lines are left out.
  private(set) var fields: [String: TextLine] = [:]

  /// All structures of a text, in order.
  static func all(in file: SourceFile) -> [DmiSection] {
    var sections: [DmiSection] = []
    var handle: Handle?
    var isOpen = false
    for line in TextLines(of: file) {
      if line.trimmed.isEmpty || line.starts(with: "#") {
        isOpen = false
      } else if let next = Handle(line) {
        handle = next
        isOpen = false
      } else if !line.isIndented {
        sections.append(DmiSection(title: line, handle: handle))
        handle = nil
        isOpen = true
      } else if isOpen {
        sections[sections.count - 1].add(line)
      }
    }
    return sections
  }

  private init(title: TextLine, handle: Handle?) {
    self.handle = handle?.handle
    span = title.trimmed.span
    kind = handle.map { Self.types[$0.type] } ?? Self.titles[title.trimmed.text]
  }

  private mutating func add(_ line: TextLine) {
    // Items of a list are indented further than keys.
    guard kind != nil, !line.starts(with: "\t\t"), let (key, value) = line.split else { return }
    if fields[key.text] == nil { fields[key.text] = value }
  }

  private static let types: [Int: Kind] = [
    1: .system, 2: .board, 3: .chassis, 4: .processor, 16: .memoryArray, 17: .memoryDevice,
  ]
  private static let titles: [String: Kind] = [
    "System Information": .system, "Base Board Information": .board, "Chassis Information": .chassis,
    "Processor Information": .processor, "Physical Memory Array": .memoryArray, "Memory Device": .memoryDevice,
  ]

  /// What a key says; nil where it is not there or a placeholder.
  func found(_ key: String) -> Found? { fields[key]?.found }

  /// Whether an array of memory is what the machine works in; flash and caches are not.
  var isSystemMemory: Bool { found("Use").map { $0.text == "System Memory" } ?? true }
}
