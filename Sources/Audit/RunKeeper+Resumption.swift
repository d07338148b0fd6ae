internal import Diagnostics
internal import Foundation
internal import GRDB

extension RunKeeper {
  /// Goes on with the run that has a mark, and keeps that it went on; nil where the store has no such run. Whoever still
  /// adds to that run can no longer do so. A run that is over stays as it is.
  ///
  /// - Throws: `StoreFault`.
  public static func resuming(_ store: AuditStore, mark: String, settings: [String: [String]]) throws -> RunKeeper? {
    let keeper = RunKeeper(store)
    let head = try keeper.inTransaction { db in try keeper.resume(mark, settings, db) }
    return head == nil ? nil : keeper
  }

  private func resume(_ mark: String, _ settings: [String: [String]], _ db: Database) throws -> ContentDigest? {
    let found = try Int.fetchOne(
      db,
      sql: """
        SELECT run FROM entries WHERE kind = 'run' AND json_extract(about, '$.settings.mark[0]') = ?
        ORDER BY run DESC LIMIT 1
        """, arguments: [mark])
    guard let found else { return nil }
    run = found
    place = try lastPlace(db)
    blocks =
      try Int.fetchOne(db, sql: "SELECT count(*) FROM entries WHERE run = ? AND kind = 'block'", arguments: [run]) ?? 0
    nextOutcome =
      try Int.fetchOne(db, sql: "SELECT max(number) + 1 FROM outcomes WHERE run = ?", arguments: [run]) ?? 0
    let end = try Data.fetchOne(db, sql: "SELECT head FROM entries WHERE run = ? AND kind = 'end'", arguments: [run])
    if let end {
      head = ContentDigest([UInt8](end))
      return head
    }
    place += 1
    pending = [Entry(place: place, kind: .resumption, about: About(settings: settings))]
    defer { pending = [] }
    return try write(db)
  }

  /// The place of the last entry of the run that the store has.
  func lastPlace(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT max(place) FROM entries WHERE run = ?", arguments: [run]) ?? -1
  }
}
