internal import Diagnostics
internal import Evaluation
internal import Glibc

/// How far a batch has come, beside the file that it writes: a line with the signature of the run and its mark, then one a
/// block. A line that is not whole, as a killed run leaves one, is told by its checksum and does not count.
final class Journal {
  /// What stands behind a block.
  struct Record: Equatable {
    var position: BatchPosition
    var tally: BatchTally
    /// How long the files are.
    var length: Int
    var explanationLength: Int
    /// Whether nothing is left but to give the files their names.
    var isDone: Bool
  }

  private let path: String
  private let signature: String
  private let faults: WriteFaults
  private let descriptor: Int32

  /// The journal of a file, held by this run alone.
  init(_ output: String, signature: [String], _ faults: WriteFaults) throws {
    path = output + ".journal"
    self.faults = faults
    let parts = signature.map { Array("\($0.utf8.count)\n\($0)\n".utf8) }
    self.signature = "bomgate.journal/2 " + Digest.text(of: parts)
    try faults.check("open")
    descriptor = try Self.held(path, output)
  }

  private static func held(_ path: String, _ output: String) throws -> Int32 {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw WriteFailure(path: path, code: errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw Problems(
        Diagnostic(
          .error, "output-in-use",
          Localized(zh: "另一个进程正在写 \(output)", en: "another process is writing \(output)"),
          help: Localized(zh: "等它结束，或换一个文件名", en: "wait for it, or choose another name")))
    }
    return descriptor
  }

  deinit {
    // Of a run that could not begin nothing is left.
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_size == 0 { unlink(path) }
    close(descriptor)
  }

  /// Starts anew, for a run with a mark.
  func begin(_ mark: String) throws {
    guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else {
      throw WriteFailure(path: path, code: errno)
    }
    try write(signature + " " + mark)
  }

  /// The mark of the run that stopped and its whole records; nil where there is none, so that the run begins.
  ///
  /// - Throws: that it is that of another run.
  func stopped() throws -> Stopped? {
    guard let bytes = try? InputFile.read(path, limit: 1 << 30), let first = bytes.firstIndex(of: 0x0A) else {
      return nil
    }
    guard let head = Self.content(of: bytes[..<first]), head.hasPrefix(signature + " ") else {
      throw Problems(
        Diagnostic(
          .error, "options-changed",
          Localized(
            zh: "中断的那一次用了别的规则、选项或版本，不能接着运行",
            en: "the run that stopped had other rules, options or another version, so it cannot go on"),
          help: Localized(zh: "去掉 --resume 从头运行", en: "leave out --resume to begin anew")))
    }
    return Stopped(mark: String(head.dropFirst(signature.count + 1)), bytes: bytes, first: first + 1)
  }

  /// Goes on behind a record: what stands behind it is cut off.
  func goOn(behind record: (record: Record, end: Int)) throws {
    guard ftruncate(descriptor, record.end) == 0, lseek(descriptor, record.end, SEEK_SET) == record.end else {
      throw WriteFailure(path: path, code: errno)
    }
  }

  /// Adds a record.
  func append(_ record: Record) throws { try write(record.text) }

  /// Removes it: the files have their names.
  func remove() throws {
    try faults.check("unlink")
    guard unlink(path) == 0 || errno == ENOENT else { throw WriteFailure(path: path, code: errno) }
  }

  private func write(_ text: String) throws {
    let line = Array("\(Self.checksum(Array(text.utf8))) \(text)\n".utf8)
    if let allowed = faults.interrupt("journal") {
      _ = PartFile.write(Array(line.prefix(allowed)), to: descriptor)
      throw WriteFaults.Killed()
    }
    if let code = PartFile.write(line, to: descriptor) { throw WriteFailure(path: path, code: code) }
  }

  fileprivate static func content(of line: ArraySlice<UInt8>) -> String? {
    guard let space = line.firstIndex(of: UInt8(ascii: " ")) else { return nil }
    let text = Array(line[(space + 1)...])
    return line[..<space].elementsEqual(checksum(text).utf8) ? String(decoding: text, as: UTF8.self) : nil
  }

  private static func checksum(_ bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return String(hash, radix: 16)
  }
}

extension Journal {
  /// What a run left that did not come to its end.
  struct Stopped {
    /// Its mark.
    let mark: String
    fileprivate let bytes: [UInt8]
    fileprivate let first: Int

    /// The last record, and where in the journal it ends; nil where there is none. Where a store has some blocks of the run,
    /// it is the last one up to which the store was given these and no others.
    ///
    /// - Throws: that there is none, so that the store has more than the journal knows of.
    func last(keptIn store: Int?) throws -> (record: Record, end: Int)? {
      var last: (record: Record, end: Int)?
      var end = first
      while let next = bytes[end...].firstIndex(of: 0x0A), let text = Journal.content(of: bytes[end..<next]),
        let record = Record(text)
      {
        if let store, record.position.kept.map({ $0 > store }) ?? true { break }
        end = next + 1
        last = (record: record, end: end)
      }
      if let store, last?.record.position.kept != store {
        throw Problems(
          Diagnostic(
            .error, "store-ahead",
            Localized(
              zh: "审计库里的这次运行比结果文件走得更远，不能接着运行",
              en: "the audit store has more of the run than the results do, so it cannot go on"),
            help: Localized(zh: "去掉 --resume 从头运行", en: "leave out --resume to begin anew")))
      }
      return last
    }
  }
}

extension Journal.Record {
  /// On one line; the last id in hexadecimal, for it may hold anything.
  var text: String {
    let id = position.lastID.map { "+" + $0.utf8.map { String($0, radix: 16) }.joined(separator: ".") } ?? "-"
    let flags = String(position.orders.rawValue) + (position.isClosed ? "c" : "-") + (isDone ? "d" : "-")
    let fingerprint = position.fingerprint.isEmpty ? "-" : position.fingerprint
    let kept = position.kept.map { String($0) } ?? "-"
    return
      "\(length) \(explanationLength) \(position.inputs) \(position.offset) \(position.line) \(kept) \(fingerprint) "
      + "\(id) \(flags) \(tally.text)"
  }

  init?(_ text: String) {
    let words = text.split(separator: " ", maxSplits: 9)
    guard words.count == 10, let length = Int(words[0]), let explanationLength = Int(words[1]),
      let inputs = Int(words[2]), let offset = Int(words[3]), let line = Int(words[4]), words[8].count == 3,
      let orders = UInt8(words[8].prefix(1)),
      let tally = BatchTally(text: words[9])
    else { return nil }
    var position = BatchPosition()
    (position.inputs, position.offset, position.line) = (inputs, offset, line)
    position.kept = Int(words[5])
    position.fingerprint = words[6] == "-" ? "" : String(words[6])
    if words[7] != "-" {
      let bytes = words[7].dropFirst().split(separator: ".").compactMap { UInt8($0, radix: 16) }
      position.lastID = String(decoding: bytes, as: UTF8.self)
    }
    position.orders = IdentifierOrders(rawValue: orders)
    position.isClosed = words[8].dropFirst().hasPrefix("c")
    self.init(
      position: position, tally: tally, length: length, explanationLength: explanationLength,
      isDone: words[8].hasSuffix("d"))
  }
}
