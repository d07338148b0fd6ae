public import Diagnostics
internal import Documents
internal import Glibc
internal import Policy

/// A file of a rule book: its path in the book, and its bytes.
public struct RuleFile: Sendable {
  /// The path in the book, such as `policies/cn/cn-micron-cii-2023.yaml`.
  public let path: String
  /// What a message calls it.
  public let name: String
  /// The bytes.
  public let bytes: [UInt8]
  // The tree that the build read from the bytes; nil where they are still to be read.
  private let tree: Document?

  /// A file of a book.
  public init(path: String, name: String, bytes: [UInt8]) {
    self.init(path: path, name: name, bytes: bytes, tree: nil)
  }

  private init(path: String, name: String, bytes: [UInt8], tree: Document?) {
    self.path = path
    self.name = name
    self.bytes = bytes
    self.tree = tree
  }

  /// Whether it is one of those inside the program, which the tests have checked whole.
  var isBuiltIn: Bool { tree != nil }

  /// The document in the file.
  func document() throws(Problems) -> Document {
    if let tree { return tree }
    return try YAML.document(in: SourceFile.decoding(bytes, name: name))
  }

  /// The rule book inside the program.
  public static var builtIn: [RuleFile] { builtIn(where: { _ in true }) }

  /// Some parts of the rule book inside the program; to unpack all of them takes a millisecond.
  static func builtIn(where isWanted: (RuleBook.Part) -> Bool) -> [RuleFile] {
    BuiltInBook.files.compactMap { path, text, tree, arena in
      guard let part = part(at: "\(path)"), isWanted(part) else { return nil }
      let bytes = text.bytes
      let file = SourceFile(name: "Rules/\(path)", bytes: bytes)
      let words = WordText.decode(UnsafeBufferPointer(start: tree.utf8Start, count: tree.utf8CodeUnitCount))
      let document = Document(.init(words: words, arena: arena.bytes), file: file)
      return RuleFile(path: "\(path)", name: file.name, bytes: bytes, tree: document)
    }
  }

  /// The rule book in some folders and files, tests left out. The built-in vocabulary holds in every book, and the built-in
  /// regions in one of files alone, none of which can be a table of regions.
  public static func book(at paths: [String]) throws(Problems) -> [RuleFile] {
    let files = try files(at: paths)
    let isOfFiles = !paths.contains(where: isFolder)
    return builtIn(where: { $0 == .vocabulary || ($0 == .regions && isOfFiles) }) + files
  }

  /// The rule files in some folders, tests left out, and those that are named themselves; so many paths were named before.
  public static func files(at paths: [String], after count: Int = 0) throws(Problems) -> [RuleFile] {
    var files: [RuleFile] = []
    for (number, path) in paths.enumerated() {
      if isFolder(path) || !InputFile.exists(path) {
        files += try all(in: path).filter { !$0.path.hasSuffix(".tests.yaml") }
      } else {
        files.append(try RuleFile(alone: path, number: count + number))
      }
    }
    return files
  }

  /// The files of policy tests in a folder.
  public static func tests(in folder: String) throws(Problems) -> [RuleFile] {
    try all(in: folder).filter { $0.path.hasSuffix(".tests.yaml") }
  }

  /// What part of a rule book it is; nil for a file that is none.
  var part: RuleBook.Part? { Self.part(at: path) }

  private static func part(at path: String) -> RuleBook.Part? {
    switch path {
    case "definitions.yaml": .definitions
    case "vocabulary.yaml": .vocabulary
    case "regions.yaml": .regions
    default: path.hasPrefix("catalog/") ? .catalog : path.hasPrefix("policies/") ? .policy : nil
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func all(in folder: String) throws(Problems) -> [RuleFile] {
    var files: [RuleFile] = []
    for path in try paths(in: folder, under: "", depth: 0).sorted() {
      let name = folder + "/" + path
      files.append(RuleFile(path: path, name: name, bytes: try InputFile.read(name)))
    }
    return files
  }

  private static func paths(in folder: String, under prefix: String, depth: Int) throws(Problems) -> [String] {
    let place = prefix.isEmpty ? folder : folder + "/" + prefix
    guard depth < 8, let stream = opendir(place) else {
      throw Problems(
        Diagnostic(
          .error, "no-such-folder", Localized(zh: "无法打开规则文件夹", en: "the folder of rules cannot be opened"),
          at: SourceSpan(file: SourceFile(name: place, bytes: []))))
    }
    defer { closedir(stream) }
    var paths: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      let path = prefix.isEmpty ? name : prefix + "/" + name
      var status = stat()
      guard stat(folder + "/" + path, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        paths += try self.paths(in: folder, under: path, depth: depth + 1)
      } else if name.hasSuffix(".yaml") {
        paths.append(path)
      }
    }
    return paths
  }
}

extension StaticString {
  fileprivate var bytes: [UInt8] { Array(UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)) }
}
