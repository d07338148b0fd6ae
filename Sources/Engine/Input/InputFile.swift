public import Diagnostics
internal import Documents
internal import Glibc

/// A file or a stream that somebody named, read within bounds.
public enum InputFile {
  /// The most bytes of an input, 64 MiB.
  public static let limit = 64 << 20

  /// Whether there is something of this name.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The bytes of a file; `-` is standard input. A device or a pipe is read up to the limit and no further.
  public static func read(_ path: String, limit: Int = limit) throws(Problems) -> [UInt8] {
    let file = SourceFile(name: path == "-" ? "<stdin>" : path, bytes: [])
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(file, errno) }
    defer { if path != "-" { close(descriptor) } }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(file, errno) }
    if status.st_mode & S_IFMT == S_IFDIR { throw failure(file, EISDIR) }
    let isRegular = status.st_mode & S_IFMT == S_IFREG
    if isRegular, status.st_size > limit { throw tooLarge(file, limit) }
    // All is read in one piece, with room for one byte more than a file has, which tells whether it grew meanwhile, or
    // than a stream may have. What of the room stays empty takes no memory; to grow again and again would.
    var capacity = isRegular ? Int(status.st_size) + 1 : limit + 1
    var bytes: [UInt8] = []
    while true {
      let part = try part(of: file, descriptor, capacity: capacity, isSized: isRegular)
      if bytes.isEmpty { bytes = part } else { bytes += part }
      if bytes.count > limit { throw tooLarge(file, limit) }
      // To ask again behind the end would have a person at a terminal end the input twice.
      if part.count < capacity { return bytes }
      capacity = 1 << 16
    }
  }

  /// The next bytes, as many as there is room for; fewer only at the end.
  private static func part(
    of file: SourceFile, _ descriptor: Int32, capacity: Int, isSized: Bool
  ) throws(Problems) -> [UInt8] {
    var fault: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      if isSized { UnsafeMutableRawBufferPointer(buffer).adviseLargePages() }
      while count < capacity {
        let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, capacity - count)
        if got > 0 { count += got }
        if got == 0 { return }
        if got < 0, errno != EINTR {
          fault = errno
          return
        }
      }
    }
    if fault != 0 { throw failure(file, fault) }
    return bytes
  }

  static func tooLarge(_ file: SourceFile, _ limit: Int = limit) -> Problems {
    Problems(
      Diagnostic(
        .error, "too-large",
        Localized(
          zh: "文件超过 \(limit >> 20) MiB", en: "the file is larger than \(limit >> 20) MiB"),
        at: SourceSpan(file: file),
        help: limit == Self.limit
          ? Localized(
            zh: "每行一份清单的 `.ndjson` 和长表 `.csv` 由 `bomgate batch` 分段读，多大都行；其他文件请拆成几个",
            en:
              "`bomgate batch` reads `.ndjson`, with a bill a line, and long tables in `.csv` piece by piece, however large; cut other files into several"
          ) : nil))
  }

  static func failure(_ file: SourceFile, _ code: Int32) -> Problems {
    let (name, message): (String, Localized) =
      switch code {
      case ENOENT, ENOTDIR: ("no-such-file", Localized(zh: "没有这个文件", en: "there is no such file"))
      case EISDIR: ("is-a-folder", Localized(zh: "这是一个文件夹", en: "this is a folder"))
      case EACCES, EPERM: ("not-readable", Localized(zh: "没有读取权限", en: "there is no permission to read it"))
      default: ("not-readable", Localized(zh: "读取失败（错误 \(code)）", en: "it cannot be read (error \(code))"))
      }
    let help =
      code == EISDIR
      ? Localized(zh: "请给出文件，如 `\(file.name)/*.yaml`", en: "name the files, such as `\(file.name)/*.yaml`") : nil
    return Problems(Diagnostic(.error, name, message, at: SourceSpan(file: file), help: help))
  }
}
