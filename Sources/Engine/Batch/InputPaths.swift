internal import Diagnostics
internal import Documents
internal import Glibc
internal import Inventory

/// The files of a batch in order: those that were named, and of a folder every file below it that may be a bill. They are
/// found one by one, for there may be millions.
struct InputPaths {
  /// What comes next.
  enum Item {
    case file(String)
    case problem(String, Problems)
  }

  private let arguments: [String]
  private let format: BomFormat?
  private var next = 0
  /// The matches of a pattern that are still to come, in order.
  private var matches: [String] = []
  private var folders: [(path: String, names: NameList, next: Int)] = []
  /// How many files of folders were left out because nothing tells that they are bills.
  private(set) var skipped = 0

  /// More folders inside each other than anybody has.
  private static let depthLimit = 64
  /// What files are called that are always read; `bid.project.yaml` is beside a bill and none itself.
  private static let suffixes: Set<String> = [
    "yaml", "yml", "json", "ndjson", "jsonl", "xml", "csv", "tsv", "tab", "xlsx", "xlsm", "xls",
  ]

  init(_ arguments: [String], format: BomFormat?) {
    self.arguments = arguments
    self.format = format
  }

  /// The next file; nil at the end.
  mutating func nextItem() -> Item? {
    while true {
      if !folders.isEmpty {
        if let item = nextInFolder() { return item }
        continue
      }
      let path: String
      if let match = matches.popLast() {
        path = match
      } else {
        guard next < arguments.count else { return nil }
        let argument = arguments[next]
        next += 1
        matches = Self.matches(of: argument).reversed()
        path = matches.popLast() ?? argument
      }
      // A dump of a service, or an export in several files, is one bill and named as such.
      guard path != "-", format != .redfish, format != .netbox, InputFolder.isFolder(path) else { return .file(path) }
      var folder = path
      while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
      guard let names = NameList(folder) else {
        return .problem(path, InputFile.failure(SourceFile(name: path, bytes: []), errno))
      }
      folders.append((folder, names, 0))
    }
  }

  private mutating func nextInFolder() -> Item? {
    let last = folders.count - 1
    guard folders[last].next < folders[last].names.count else {
      folders.removeLast()
      return nil
    }
    let name = folders[last].names[folders[last].next]
    folders[last].next += 1
    let path = (folders[last].path == "/" ? "" : folders[last].path) + "/" + name
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    if status.st_mode & S_IFMT == S_IFDIR {
      guard folders.count < Self.depthLimit, let names = NameList(path) else {
        return .problem(path, InputFile.failure(SourceFile(name: path, bytes: []), errno == 0 ? ELOOP : errno))
      }
      folders.append((path, names, 0))
      return nil
    }
    // A link to a folder could lead around in circles.
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    if isWanted(name, path) { return .file(path) }
    if !name.contains(".project.") { skipped += 1 }
    return nil
  }

  /// Whether a file of a folder is to be read: by its name, or by what it begins with.
  private func isWanted(_ name: String, _ path: String) -> Bool {
    let parts = name.lowercased().split(separator: ".")
    if parts.count > 2, parts[parts.count - 2] == "project" { return false }
    if parts.count > 1, Self.suffixes.contains(String(parts[parts.count - 1])) { return true }
    var bytes: [UInt8] = []
    guard let stream = try? ByteStream(path, isCancelled: { false }), (try? stream.fill(&bytes, upTo: 1 << 16)) != nil,
      let file = try? SourceFile.decoding(Array(bytes.prefix { $0 != 0 }), name: path)
    else { return false }
    return BomFormat(ofText: file) != nil
  }

  /// The files that a pattern such as `bids/*.yaml` names; none where it is a name as it stands.
  private static func matches(of argument: String) -> [String] {
    guard argument.contains(where: { "*?[".contains($0) }), !InputFile.exists(argument) else { return [] }
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(argument, 0, nil, &found) == 0 else { return [] }
    return (0..<Int(found.gl_pathc)).compactMap { found.gl_pathv[$0].map { String(cString: $0) } }
  }
}
