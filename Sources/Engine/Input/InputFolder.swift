internal import Diagnostics
internal import Glibc

/// A folder that is one input in many files, such as a dump of a Redfish service.
struct InputFolder {
  /// More files than any service of one rack has resources.
  static let fileLimit = 50_000
  private static let depthLimit = 32

  /// The files, by their paths inside the folder, in the order of these.
  private(set) var files: [(path: String, bytes: [UInt8])] = []

  /// Whether a path is a folder.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The files of JSON and of separated values of a folder and of those inside it, as far as the limits of an input allow; links are not followed.
  init(_ folder: String) throws(Problems) {
    var paths: [String] = []
    try Self.collect(&paths, in: folder, under: "", depth: 0)
    var left = InputFile.limit
    for path in paths.sorted() {
      let bytes = try InputFile.read(folder + "/" + path)
      left -= bytes.count
      guard left >= 0 else {
        throw Problems(
          Diagnostic(
            .error, "too-large",
            Localized(
              zh: "文件夹里的文件合计超过 \(InputFile.limit >> 20) MiB",
              en: "the files of the folder are larger than \(InputFile.limit >> 20) MiB together"),
            at: SourceSpan(file: SourceFile(name: folder, bytes: []))))
      }
      files.append((path, bytes))
    }
  }

  private static func collect(
    _ paths: inout [String], in folder: String, under prefix: String, depth: Int
  ) throws(Problems) {
    let place = prefix.isEmpty ? folder : folder + "/" + prefix
    guard depth < depthLimit, let stream = opendir(place) else {
      throw Problems(
        Diagnostic(
          .error, "not-readable", Localized(zh: "无法打开这个文件夹", en: "the folder cannot be opened"),
          at: SourceSpan(file: SourceFile(name: place, bytes: []))))
    }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      let path = prefix.isEmpty ? name : prefix + "/" + name
      var status = stat()
      guard lstat(folder + "/" + path, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        try collect(&paths, in: folder, under: path, depth: depth + 1)
      } else if name.hasSuffix(".json") || name.hasSuffix(".csv"), status.st_mode & S_IFMT == S_IFREG {
        paths.append(path)
      }
      guard paths.count <= fileLimit else {
        throw Problems(
          Diagnostic(
            .error, "too-large",
            Localized(zh: "文件夹里超过 \(fileLimit) 个文件", en: "the folder has more than \(fileLimit) files"),
            at: SourceSpan(file: SourceFile(name: folder, bytes: []))))
      }
    }
  }
}
