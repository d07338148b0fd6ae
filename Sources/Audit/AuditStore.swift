internal import Diagnostics
internal import Foundation
internal import GRDB

/// A store of what batches decided and from what: a file of SQLite to which entries are only ever added, each with a digest
/// of itself and of all before it.
public final class AuditStore {
  let queue: DatabaseQueue
  /// Its path.
  public let path: String

  /// Opens a store to add to it; makes one where there is none.
  ///
  /// - Throws: `StoreFault`.
  public static func writing(_ path: String) throws -> AuditStore {
    var configuration = Self.configuration
    configuration.journalMode = .wal
    configuration.prepareDatabase { db in
      // What was a store already keeps its pages as they are.
      try db.execute(sql: "PRAGMA page_size = 32768; PRAGMA cache_size = -24000")
      // Checkpoints come while the batch goes on, and little is left for its end.
      try db.execute(sql: "PRAGMA wal_autocheckpoint = 256")
    }
    // Of two processes that make it at the same moment, one has to wait until the other is done.
    var attempts = 0
    while true {
      do {
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.read { db in
          // The list of what was done to make a store is there before all that says that it is one.
          let isNew =
            try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'") == 0
          if !isNew { try refuseOthers(db, path) }
        }
        try StoreSchema.migrator.migrate(queue)
        return AuditStore(path, queue)
      } catch let error as DatabaseError where attempts < 1200 && isRace(error) {
        attempts += 1
        usleep(50_000)
      } catch {
        throw StoreFault(error, path)
      }
    }
  }

  /// Opens a store to look at it.
  ///
  /// - Throws: `StoreFault`.
  public static func reading(_ path: String) throws -> AuditStore {
    var configuration = Self.configuration
    configuration.readonly = true
    guard access(path, F_OK) == 0 else { throw StoreFault.missing(path) }
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.read { db in
        try refuseOthers(db, path)
      }
      return AuditStore(path, queue)
    } catch {
      throw StoreFault(error, path)
    }
  }

  private init(_ path: String, _ queue: DatabaseQueue) {
    self.path = path
    self.queue = queue
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(600)
    return configuration
  }

  private static func refuseOthers(_ db: Database, _ path: String) throws {
    guard try Int.fetchOne(db, sql: "PRAGMA application_id") == StoreSchema.application else {
      throw StoreFault.other(path)
    }
    guard try Int.fetchOne(db, sql: "PRAGMA user_version") == StoreSchema.version else {
      throw StoreFault.otherVersion(path)
    }
  }

  private static func isRace(_ error: DatabaseError) -> Bool {
    [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode)
      || error.message?.contains("already exists") == true || error.message?.contains("UNIQUE constraint") == true
  }

  /// Looks into it.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      // Temporary tables are written to, even where the store is only read.
      return try queue.unsafeReentrantWrite(body)
    } catch let error as DatabaseError {
      throw StoreFault(error, path)
    }
  }
}
