internal import Diagnostics
internal import Foundation
internal import GRDB

/// A run in a store.
public struct StoredRun: Sendable {
  /// Its number.
  public let number: Int
  /// What the command line said, and what else was known when it began.
  public let settings: [String: [String]]
  /// What it came to; nil where it was interrupted.
  public let outcome: [String: [String]]?
  /// The head of the chain at its end; nil where it was interrupted.
  public let head: ContentDigest?
  /// Digests of the waivers and of the columns of tables; nil for what there was not.
  let files: [ContentDigest?]
  /// The digest of the list of rule files.
  let manifest: ContentDigest?

  /// A setting.
  public subscript(name: String) -> String? { settings[name]?.first }
}

/// A block of a run in a store.
public struct StoredBlock: Sendable {
  /// Its place in the run, from 1.
  public let place: Int
  /// The results as they were written, packed.
  public let results: [UInt8]
  /// What was decided of each bill, as a JSON array.
  public let decisions: String
  /// The outcomes that its bills refer to, by their numbers in the run.
  let outcomes: [Int: [UInt8]]
  /// The bytes of its bills, packed.
  public let source: [UInt8]
  /// What else it takes to read it.
  public let attachments: [[UInt8]]
  /// How it is read.
  public let form: [String]

  /// What was decided of each bill, in order; nil where what was kept is not that.
  public var decided: [KeptDecision]? {
    KeptDecision.all(in: Array(decisions.utf8)) { outcomes[$0] }
  }
}

extension AuditStore {
  /// All runs, in order.
  ///
  /// - Throws: `StoreFault`.
  public func runs() throws -> [StoredRun] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT r.run, r.about, r.source, e.about, e.head FROM entries r
          LEFT JOIN entries e ON e.run = r.run AND e.kind = 'end' WHERE r.kind = 'run' ORDER BY r.run
          """
      ).map(Self.run)
    }
  }

  /// A run by its number; nil for the last one that came to its end.
  ///
  /// - Throws: `StoreFault`.
  public func run(_ number: Int?) throws -> StoredRun {
    let runs = try runs()
    if let number {
      guard let run = runs.first(where: { $0.number == number }) else { throw StoreFault.noRun(number, path) }
      return run
    }
    guard let last = runs.last(where: { $0.outcome != nil }) ?? runs.last else { throw StoreFault.noRun(1, path) }
    return last
  }

  private static func run(_ row: Row) -> StoredRun {
    let about = About(json: String.fromDatabaseValue(row[1]) ?? "")
    let end = String.fromDatabaseValue(row[3]).flatMap { About(json: $0) }
    return StoredRun(
      number: Int.fromDatabaseValue(row[0]) ?? 0, settings: about?.settings ?? [:], outcome: end?.settings,
      head: Data.fromDatabaseValue(row[4]).flatMap { ContentDigest([UInt8]($0)) },
      files: (about?.attachments ?? []).map { ContentDigest(text: $0) },
      manifest: Data.fromDatabaseValue(row[2]).flatMap { ContentDigest([UInt8]($0)) })
  }

  /// The rule files of a run.
  ///
  /// - Throws: `StoreFault`.
  public func rules(of run: StoredRun) throws -> [(path: String, name: String, bytes: [UInt8])] {
    guard let manifest = run.manifest,
      let list = try? JSONDecoder().decode([[String]].self, from: Data(try content(manifest))),
      list.allSatisfy({ $0.count == 3 })
    else {
      throw StoreFault.unreadable(
        Localized(zh: "第 \(run.number) 次运行的规则读不出来", en: "the rules of run \(run.number) cannot be read"), path)
    }
    return try list.map { ($0[0], $0[1], try content(ContentDigest(text: $0[2]))) }
  }

  /// The waivers and the columns of tables that a run used.
  ///
  /// - Throws: `StoreFault`.
  public func files(of run: StoredRun) throws -> [[UInt8]?] {
    try run.files.map { try $0.map { try content($0) } }
  }

  /// Hands on the blocks of a run in order, one at a time, until `body` says that it has enough.
  ///
  /// - Throws: `StoreFault`, and what `body` throws.
  public func forEachBlock(
    of run: StoredRun, withSources: Bool = true, after first: Int = 0, _ body: (StoredBlock) throws -> Bool
  ) throws {
    var attachments: (digests: [String], bytes: [[UInt8]]) = ([], [])
    var outcomes: [Int: [UInt8]] = [:]
    var (place, known) = (first, 0)
    while let entry = try entry(run.number, after: place) {
      guard entry.place > place else {
        throw StoreFault.unreadable(
          Localized(
            zh: "第 \(entry.number) 条记录的位置不是编号", en: "the place of entry \(entry.number) is no number"), path)
      }
      place = entry.place
      if withSources {
        for outcome in try self.outcomes(of: run, in: known + 1...place) {
          outcomes[outcome.number] = Array(outcome.decided.utf8)
        }
        known = place
      }
      let about = About(json: entry.about)
      if withSources, let digests = about?.attachments, digests != attachments.digests {
        attachments = (digests, try digests.map { try content(ContentDigest(text: $0)) })
      }
      let block = StoredBlock(
        place: place, results: [UInt8](entry.results), decisions: entry.decisions, outcomes: outcomes,
        source: withSources ? try content(ContentDigest(entry.source)) : [], attachments: attachments.bytes,
        form: about?.form ?? [])
      guard try body(block) else { return }
    }
  }

  /// A block of a run by its place.
  ///
  /// - Throws: `StoreFault`.
  public func block(_ place: Int, of run: StoredRun) throws -> StoredBlock {
    var found: StoredBlock?
    try forEachBlock(of: run, after: place - 1) { block in
      found = block
      return false
    }
    guard let found else {
      throw StoreFault.unreadable(Localized(zh: "没有第 \(place) 块", en: "there is no block \(place)"), path)
    }
    return found
  }

  /// How many bills have which verdict of a requirement.
  public struct RequirementCount: Sendable, Encodable {
    /// `POLICY/REQUIREMENT`.
    public var requirement: String
    /// The verdict.
    public var verdict: String
    /// The bills.
    public var bills: Int
  }

  /// How many bills of a run have which verdict of each requirement.
  ///
  /// - Throws: `StoreFault`.
  public func requirementCounts(of run: StoredRun) throws -> [RequirementCount] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT policy || '/' || requirement, coalesce(verdict, ''), count(*) FROM requirements WHERE run = ? GROUP BY 1, 2
          ORDER BY 1, 2
          """, arguments: [run.number]
      ).map { RequirementCount(requirement: $0[0], verdict: $0[1], bills: $0[2]) }
    }
  }

  private func entry(_ run: Int, after place: Int) throws -> Entry? {
    try read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT \(Entry.columns) FROM entries
          WHERE run = ? AND place > ? AND kind = 'block' ORDER BY place LIMIT 1
          """, arguments: [run, place]
      ).map { Entry($0) }
    }
  }

  /// The outcomes that some blocks of a run are the first to have.
  private func outcomes(of run: StoredRun, in places: ClosedRange<Int>) throws -> [Entry.Outcome] {
    try read { db in
      try Entry.Outcome.of(run.number, places: places, db)
    }
  }

  func content(_ digest: ContentDigest?) throws -> [UInt8] {
    let bytes = try digest.flatMap { digest in
      try read { db in
        try Data.fetchOne(db, sql: "SELECT bytes FROM contents WHERE digest = ?", arguments: [Data(digest.bytes)])
      }
    }
    guard let bytes else {
      throw StoreFault.unreadable(
        Localized(zh: "缺少内容 \(digest?.text ?? "")", en: "the content \(digest?.text ?? "") is missing"), path)
    }
    return [UInt8](bytes)
  }
}
