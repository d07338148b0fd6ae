internal import Diagnostics
internal import Foundation
internal import GRDB

/// Adds one run to a store, block by block. Blocks are held until there are some megabytes of them and then added at
/// once: all of them, or none.
public final class RunKeeper {
  /// What is kept of a block.
  public struct Block {
    /// The results as they were written, packed.
    public var results: [UInt8]
    /// What was decided of each bill, as a JSON array.
    public var decisions: [UInt8]
    /// The bytes of its bills, packed.
    public var source: [UInt8]
    /// What else it takes to read it; nil for what the block before it had.
    public var attachments: [[UInt8]]?
    /// How it is read.
    public var form: [String]

    /// A block.
    public init(
      results: [UInt8], decisions: [UInt8], source: [UInt8], attachments: [[UInt8]]?, form: [String]
    ) {
      (self.results, self.decisions, self.source) = (results, decisions, source)
      (self.attachments, self.form) = (attachments, form)
    }
  }

  let store: AuditStore
  /// The number of the run in the store.
  public internal(set) var run = 0
  /// How many of its blocks the store had before.
  public internal(set) var blocks = 0
  /// The number that the next new outcome has.
  public internal(set) var nextOutcome = 0
  /// The head of the chain at the end of the run; nil until it is over.
  var head: ContentDigest?
  /// The place of the last entry.
  var place = 0
  private var attachments: [String] = []
  var pending: [Entry] = []
  /// The outcomes that the next block is the first to have.
  private var outcomes: [Entry.Outcome] = []
  private var contents: [(digest: ContentDigest, bytes: Data)] = []
  private var pendingBytes = 0

  private static let limit = 8 << 20

  /// Begins a run: what the command line said, the rule files, and other files that it depends on.
  ///
  /// - Throws: `StoreFault`.
  public init(
    _ store: AuditStore, settings: [String: [String]], rules: [(path: String, name: String, bytes: [UInt8])],
    files: [[UInt8]?]
  ) throws {
    self.store = store
    let manifest = rules.map { [$0.path, $0.name, keep($0.bytes).digits] }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    let source = keep([UInt8]((try? encoder.encode(manifest)) ?? Data()))
    let about = About(settings: settings, attachments: files.map { $0.map { keep($0).digits } ?? "" })
    pending.append(Entry(place: 0, kind: .run, about: about, source: source.bytes))
    try flush()
  }

  /// A run that is in the store; `resume` says which.
  init(_ store: AuditStore) { self.store = store }

  /// Adds what was decided of bills that have the same outcome, by its number in the run, before the first block that
  /// refers to it.
  public func add(outcome number: Int, _ decided: [UInt8]) {
    outcomes.append(Entry.Outcome(number: number, decided: String(decoding: decided, as: UTF8.self)))
  }

  /// Adds a block.
  ///
  /// - Throws: `StoreFault`.
  public func append(_ block: Block) throws {
    guard head == nil else { throw StoreFault.over(run, store.path) }
    place += 1
    if let own = block.attachments { attachments = own.map { keep($0).digits } }
    let source = keep(block.source)
    var entry = Entry(
      place: place, kind: .block, about: About(form: block.form, attachments: attachments), source: source.bytes,
      decisions: String(decoding: block.decisions, as: UTF8.self), results: Data(block.results))
    entry.outcomes = outcomes.sorted { $0.number < $1.number }
    outcomes = []
    pending.append(entry)
    pendingBytes += entry.results.count + entry.decisions.utf8.count
    if pendingBytes >= Self.limit { try flush() }
  }

  /// Adds the end of the run, if it is not there, and sees to it that all is on the disk.
  ///
  /// - Returns: the head of the chain, which stands for all that the store holds now.
  /// - Throws: `StoreFault`.
  public func end(_ settings: [String: [String]]) throws -> ContentDigest {
    if let head { return head }
    pending.append(Entry(place: place + 1, kind: .end, about: About(settings: settings)))
    return try flush(isLast: true)
  }

  /// Sees to it that all is on the disk of a run that may go on later.
  ///
  /// - Returns: the head of the chain.
  /// - Throws: `StoreFault`.
  public func pause() throws -> ContentDigest { try flush(isLast: true) }

  /// Adds what is held.
  ///
  /// - Throws: `StoreFault`.
  @discardableResult
  public func flush(isLast: Bool = false) throws -> ContentDigest {
    let head = try inTransaction(isLast: isLast) { db in try write(db) }
    (pending, contents, pendingBytes) = ([], [], 0)
    guard let head else { throw StoreFault.unreadable(Localized(zh: "链是空的", en: "the chain is empty"), store.path) }
    return head
  }

  /// Does something that nobody else's work gets between.
  func inTransaction(isLast: Bool = false, _ body: (Database) throws -> ContentDigest?) throws -> ContentDigest? {
    do {
      return try store.queue.writeWithoutTransaction { db in
        if isLast { try db.execute(sql: "PRAGMA synchronous = FULL") }
        var head: ContentDigest?
        try db.inTransaction(.immediate) {
          head = try body(db)
          return .commit
        }
        return head
      }
    } catch {
      throw StoreFault(error, store.path)
    }
  }

  private func keep(_ bytes: [UInt8]) -> ContentDigest {
    let digest = ContentDigest(of: bytes)
    contents.append((digest, Data(bytes)))
    pendingBytes += bytes.count
    return digest
  }

  func write(_ db: Database) throws -> ContentDigest? {
    let known = try db.cachedStatement(sql: "SELECT 1 FROM contents WHERE digest = ?")
    let add = try db.cachedStatement(sql: "INSERT INTO contents (digest, bytes) VALUES (?, ?)")
    for content in contents {
      let digest = Data(content.digest.bytes)
      if try Int.fetchOne(known, arguments: [digest]) == nil { try add.execute(arguments: [digest, content.bytes]) }
    }
    let last = try Row.fetchOne(db, sql: "SELECT number, head FROM entries ORDER BY number DESC LIMIT 1")
    var number = last.map { $0[0] as Int } ?? 0
    var head = last.map { [UInt8]($0[1] as Data) } ?? []
    if run == 0 {
      run = (try Int.fetchOne(db, sql: "SELECT max(run) FROM entries") ?? 0) + 1
    } else if let next = pending.first, try lastPlace(db) != next.place - 1 {
      throw StoreFault.elsewhere(run, store.path)
    }
    let insert = try db.cachedStatement(
      sql: "INSERT INTO entries (\(Entry.columns), head) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    let insertOutcome = try db.cachedStatement(
      sql: "INSERT INTO outcomes (run, number, place, decided) VALUES (?, ?, ?, ?)")
    for var entry in pending {
      number += 1
      (entry.number, entry.run) = (number, run)
      head = entry.head(after: head).bytes
      try insert.execute(arguments: [
        number, run, entry.place, entry.kind, entry.about, Data(entry.source), entry.decisions, entry.results,
        Data(head),
      ])
      for outcome in entry.outcomes {
        try insertOutcome.execute(arguments: [run, outcome.number, entry.place, outcome.decided])
      }
    }
    return ContentDigest(head)
  }
}
