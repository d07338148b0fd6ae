public import Diagnostics
internal import Foundation
internal import GRDB

/// What came of a look at a store as a whole.
public struct Verification: Sendable {
  /// How many entries hold.
  public var entries = 0
  /// How many runs they are.
  public var runs = 0
  /// The numbers of runs that were interrupted.
  public var incomplete: [Int] = []
  /// The head of the chain as far as it holds; nil where there is none.
  public var head: ContentDigest?
  /// The first thing that is wrong, where it stands and what it is; nil where all holds.
  public var fault: Localized?
}

extension AuditStore {
  /// Computes every digest anew and looks whether the file is whole, its rows in order and, where heads are given that
  /// runs printed, whether the store still holds all that they stood for.
  ///
  /// - Throws: `StoreFault` where it cannot be read.
  public func verify(heads: [ContentDigest]) throws -> Verification {
    var found = Verification()
    found.fault = try integrityFault() ?? triggerFault() ?? chainFault(heads, &found) ?? contentFault()
    return found
  }

  private func integrityFault() throws -> Localized? {
    let answers = try read { db in try String.fetchAll(db, sql: "PRAGMA integrity_check(1)") }
    guard let first = answers.first, first != "ok" else { return nil }
    return Localized(zh: "文件本身已损坏：\(first)", en: "the file itself is damaged: \(first)")
  }

  private func triggerFault() throws -> Localized? {
    let there = try read { db in
      try String.fetchSet(db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'")
    }
    guard let missing = StoreSchema.triggers.first(where: { !there.contains($0) }) else { return nil }
    return Localized(
      zh: "触发器 \(missing) 不见了，有人动过这个库", en: "the trigger \(missing) is gone: somebody has worked on the store")
  }

  /// Where the chain first breaks.
  private func chainFault(_ heads: [ContentDigest], _ found: inout Verification) throws -> Localized? {
    var head: [UInt8] = []
    var missing = Set(heads)
    var outcomes = 0
    var places: [Int: (next: Int, isOver: Bool)] = [:]
    let fault = try read { db -> Localized? in
      let rows = try Row.fetchCursor(db, sql: "SELECT \(Entry.columns), head FROM entries ORDER BY number")
      while let row = try rows.next() {
        var entry = Entry(row)
        let place = Self.place(entry)
        entry.outcomes = try Entry.Outcome.of(entry.run, places: entry.place...entry.place, db)
        outcomes += entry.outcomes.count
        guard entry.number == found.entries + 1 else {
          return Localized(
            zh: "缺少第 \(found.entries + 1) 条记录", en: "entry \(found.entries + 1) is missing")
        }
        let digest = entry.head(after: head)
        guard Data.fromDatabaseValue(row[8]).map({ [UInt8]($0) }) == digest.bytes else {
          return Localized(zh: "\(place.zh)与它的摘要不符", en: "\(place.en) does not have its digest")
        }
        let run = places[entry.run] ?? (0, false)
        guard run.next == entry.place, !run.isOver, (entry.kind == "run") == (entry.place == 0) else {
          return Localized(zh: "\(place.zh)不在它的位置", en: "\(place.en) is not in its place")
        }
        places[entry.run] = (entry.place + 1, entry.kind == "end")
        head = digest.bytes
        found.entries += 1
        missing.remove(digest)
      }
      if try Int.fetchOne(db, sql: "SELECT count(*) FROM outcomes") != outcomes {
        return Localized(
          zh: "有不属于任何记录的结论，有人动过这个库", en: "there are outcomes of no entry: somebody has worked on the store")
      }
      return nil
    }
    found.head = ContentDigest(head)
    found.runs = places.count
    found.incomplete = places.filter { !$0.value.isOver }.keys.sorted()
    if let fault { return fault }
    if let lost = heads.first(where: { missing.contains($0) }) {
      return Localized(
        zh: "链里没有 \(lost.text)：那之后的记录被删掉，或整个库被换过",
        en: "\(lost.text) is not in the chain: entries were removed from its end, or the store was replaced")
    }
    return nil
  }

  /// A content that is not what its digest says, or that an entry needs and that is not there.
  private func contentFault() throws -> Localized? {
    try read { db in
      var there: Set<ContentDigest> = []
      let rows = try Row.fetchCursor(db, sql: "SELECT digest, bytes FROM contents ORDER BY rowid")
      while let row = try rows.next() {
        let digest = ContentDigest(of: Data.fromDatabaseValue(row[1]).map { [UInt8]($0) } ?? [])
        guard Data.fromDatabaseValue(row[0]).map({ [UInt8]($0) }) == digest.bytes else {
          let name = Data.fromDatabaseValue(row[0]).flatMap { ContentDigest([UInt8]($0)) }?.text ?? "?"
          return Localized(zh: "内容 \(name) 被改过", en: "the content \(name) was changed")
        }
        there.insert(digest)
      }
      let entries = try Row.fetchCursor(
        db, sql: "SELECT number, run, place, kind, about, source, '', x'' FROM entries ORDER BY number")
      while let row = try entries.next() {
        let entry = Entry(row)
        var needed = (About(json: entry.about)?.attachments ?? []).filter { !$0.isEmpty }.map {
          ContentDigest(text: $0)
        }
        if ["run", "block"].contains(entry.kind) { needed.append(ContentDigest(entry.source)) }
        if entry.kind == "run" { needed += try ruleFiles(entry, db) }
        if needed.contains(where: { $0.map { !there.contains($0) } ?? true }) {
          let place = Self.place(entry)
          return Localized(zh: "\(place.zh)所依据的内容不见了", en: "the content that \(place.en) was made from is gone")
        }
      }
      return nil
    }
  }

  private func ruleFiles(_ entry: Entry, _ db: Database) throws -> [ContentDigest?] {
    let bytes = try Data.fetchOne(
      db, sql: "SELECT bytes FROM contents WHERE digest = ?", arguments: [Data(entry.source)])
    guard let list = bytes.flatMap({ try? JSONDecoder().decode([[String]].self, from: $0) }) else { return [nil] }
    return list.map { $0.last.flatMap { ContentDigest(text: $0) } }
  }

  private static func place(_ entry: Entry) -> Localized {
    switch entry.kind {
    case "block":
      Localized(
        zh: "第 \(entry.number) 条记录（第 \(entry.run) 次运行的第 \(entry.place) 块）",
        en: "entry \(entry.number) (run \(entry.run), block \(entry.place))")
    case "resumption":
      Localized(
        zh: "第 \(entry.number) 条记录（第 \(entry.run) 次运行接着进行）", en: "entry \(entry.number) (run \(entry.run) goes on)")
    case "end":
      Localized(
        zh: "第 \(entry.number) 条记录（第 \(entry.run) 次运行的结尾）", en: "entry \(entry.number) (the end of run \(entry.run))")
    default:
      Localized(
        zh: "第 \(entry.number) 条记录（第 \(entry.run) 次运行的开头）",
        en: "entry \(entry.number) (the beginning of run \(entry.run))")
    }
  }
}
