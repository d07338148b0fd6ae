public import Diagnostics
internal import GRDB

/// That a store could not be read or written.
public struct StoreFault: Error, Sendable {
  /// What is wrong.
  public let diagnostic: Diagnostic
  /// Whether it is that nothing could be written.
  public let isOutput: Bool

  init(_ code: String, _ message: Localized, _ path: String, help: Localized? = nil, isOutput: Bool = false) {
    diagnostic = Diagnostic(
      .error, code, message, at: SourceSpan(file: SourceFile(name: path, bytes: [])), help: help)
    self.isOutput = isOutput
  }

  static func missing(_ path: String) -> StoreFault {
    StoreFault(
      "no-such-file", Localized(zh: "没有这个审计库", en: "there is no such audit store"), path,
      help: Localized(
        zh: "用 `bomgate batch --store` 建立，用 `--store` 指明",
        en: "make one with `bomgate batch --store`, name it with `--store`"))
  }

  static func other(_ path: String) -> StoreFault {
    StoreFault(
      "no-audit-store", Localized(zh: "这个文件不是审计库", en: "the file is no audit store"), path,
      help: Localized(zh: "换一个文件名", en: "choose another name"))
  }

  static func otherVersion(_ path: String) -> StoreFault {
    StoreFault(
      "other-store-version",
      Localized(
        zh: "这个审计库是另一版本的 bomgate 建立的，格式不同",
        en: "the audit store was made by another version of bomgate, in another form"),
      path,
      help: Localized(
        zh: "用那个版本查看；新的运行请另建一个库", en: "look into it with that version, and keep new runs in a store of their own"))
  }

  static func noRun(_ run: Int, _ path: String) -> StoreFault {
    StoreFault(
      "no-such-run", Localized(zh: "没有第 \(run) 次运行", en: "there is no run \(run)"), path,
      help: Localized(zh: "用 `bomgate audit list` 查看", en: "see `bomgate audit list`"))
  }

  static func over(_ run: Int, _ path: String) -> StoreFault {
    StoreFault(
      "run-over",
      Localized(
        zh: "第 \(run) 次运行已经结束，又来了新的清单", en: "run \(run) is over, and there are bills that it did not have"), path,
      help: Localized(zh: "去掉 --resume 从头运行", en: "leave out --resume to begin anew"))
  }

  static func elsewhere(_ run: Int, _ path: String) -> StoreFault {
    StoreFault(
      elsewhere, Localized(zh: "另一个进程已接着进行第 \(run) 次运行", en: "another process goes on with run \(run)"), path,
      isOutput: true)
  }

  private static let elsewhere = "run-goes-on-elsewhere"

  /// Whether it is that another process goes on with the run.
  public var isElsewhere: Bool { diagnostic.code == Self.elsewhere }

  static func unreadable(_ what: Localized, _ path: String) -> StoreFault {
    StoreFault(
      "unreadable-entry", what, path,
      help: Localized(zh: "用 `bomgate audit verify` 检查", en: "check it with `bomgate audit verify`"))
  }

  /// What an error of the database means.
  init(_ error: any Error, _ path: String) {
    if let fault = error as? StoreFault {
      self = fault
      return
    }
    guard let error = error as? DatabaseError else {
      self.init("store-failed", Localized(zh: "审计库出错：\(error)", en: "the audit store failed: \(error)"), path)
      return
    }
    let detail = "SQLite \(error.extendedResultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_FULL:
      self.init(
        "disk-full", Localized(zh: "磁盘已满，审计库没有写完", en: "the disk is full, and the store was not written to its end"),
        path, help: Self.interrupted, isOutput: true)
    case .SQLITE_NOTADB: self = .other(path)
    case .SQLITE_CORRUPT:
      self.init(
        "store-damaged", Localized(zh: "审计库已损坏（\(detail)）", en: "the audit store is damaged (\(detail))"), path,
        help: Localized(zh: "从备份恢复", en: "restore it from a backup"))
    case .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
      self.init(
        "store-not-written",
        Localized(zh: "审计库无法读写（\(detail)）", en: "the audit store cannot be read or written (\(detail))"), path,
        help: error.resultCode == .SQLITE_IOERR ? Self.interrupted : nil, isOutput: true)
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(
        "store-busy",
        Localized(zh: "另一个进程一直占着审计库", en: "another process has held the audit store all the while"), path,
        help: Localized(zh: "等它结束再运行", en: "run again when it is done"), isOutput: true)
    default:
      self.init(
        "store-failed", Localized(zh: "审计库出错（\(detail)）", en: "the audit store failed (\(detail))"), path,
        isOutput: true)
    }
  }

  private static let interrupted = Localized(
    zh: "已写入的部分仍然完好，这次运行记为未完成", en: "what was written before is whole, and the run counts as incomplete")
}
