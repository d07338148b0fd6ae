internal import Foundation
internal import GRDB

/// A bill of which two runs do not say the same.
public struct BillChange: Sendable, Encodable {
  /// What is to be known of a bill of one run.
  public struct Side: Sendable, Encodable {
    /// The verdict; nil where it could not be judged.
    public var verdict: String?
    /// Why it could not be judged.
    public var error: String?
  }

  /// A requirement, or a grant with its money, that changed; nil where it did not apply.
  public struct Part: Sendable, Encodable {
    /// `POLICY/REQUIREMENT` or `POLICY/GRANT`.
    public var name: String
    /// What it was.
    public var before: [String?]?
    /// What it became.
    public var after: [String?]?
  }

  /// Its id, else its place.
  public var bill: String
  /// What the first run says; nil for a bill that is new.
  public var before: Side?
  /// What the second run says; nil for a bill that is gone.
  public var after: Side?
  /// Requirements whose verdict changed.
  public var requirements: [Part] = []
  /// Grants that changed.
  public var grants: [Part] = []
}

extension AuditStore {
  /// Hands on every bill of which two runs do not say the same, those of the second run in its order, then those that are
  /// gone.
  ///
  /// - Returns: how many bills are the same in both.
  /// - Throws: `StoreFault`, and what `body` throws.
  public func compare(_ first: StoredRun, _ second: StoredRun, _ body: (BillChange) throws -> Void) throws -> Int {
    try read { db in
      db.add(function: Self.filled)
      for (table, run) in [("before_bills", first), ("after_bills", second)] {
        try db.execute(sql: "DROP TABLE IF EXISTS temp.\(table)")
        // Bills of the same id are told apart by their order.
        try db.execute(
          sql: """
            CREATE TEMP TABLE \(table) AS
            SELECT bill, row_number() OVER (PARTITION BY bill ORDER BY block, place) AS copy, block, place, verdict, error,
              policies
            FROM (
              SELECT coalesce(bill ->> 1, decided ->> '$.source', '') AS bill, block, place,
                decided ->> '$.verdict' AS verdict, decided ->> '$.error' AS error,
                filled(decided -> '$.policies', bill) AS policies
              FROM bills WHERE run = ?)
            """, arguments: [run.number])
        try db.execute(sql: "CREATE INDEX temp.\(table)_bill ON \(table) (bill, copy)")
      }
      let same =
        try Int.fetchOne(db, sql: "SELECT count(*) FROM after_bills a JOIN before_bills b USING (bill, copy)") ?? 0
      var changed = 0
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT a.bill, b.bill IS NULL, b.verdict, b.error, b.policies, a.verdict, a.error, a.policies
          FROM after_bills a LEFT JOIN before_bills b ON b.bill = a.bill AND b.copy = a.copy
          WHERE b.bill IS NULL OR a.verdict IS NOT b.verdict OR a.error IS NOT b.error OR a.policies IS NOT b.policies
          ORDER BY a.block, a.place
          """)
      while let row = try rows.next() {
        let isNew: Bool = row[1]
        var change = BillChange(bill: row[0], before: isNew ? nil : Self.side(row, 2), after: Self.side(row, 5))
        if !isNew {
          let (before, after) = (KeptPolicies(row[4]), KeptPolicies(row[7]))
          change.requirements = before.changes(to: after, \.requirements) { $0.first != $1.first }
          change.grants = before.changes(to: after, \.grants) { $0 != $1 }
          let isSame = (row[2] as String?) == row[5] && (row[3] as String?) == row[6]
          if isSame, change.requirements.isEmpty, change.grants.isEmpty { continue }
          changed += 1
        }
        try body(change)
      }
      let gone = try Row.fetchCursor(
        db,
        sql: """
          SELECT b.bill, b.verdict, b.error FROM before_bills b
          WHERE NOT EXISTS (SELECT 1 FROM after_bills a WHERE a.bill = b.bill AND a.copy = b.copy)
          ORDER BY b.block, b.place
          """)
      while let row = try gone.next() {
        try body(BillChange(bill: row[0], before: Self.side(row, 1), after: nil))
      }
      return same - changed
    }
  }

  /// What was decided, a text with places, with the numbers that a bill has of its own in them.
  private static let filled = DatabaseFunction("filled", argumentCount: 2, pure: true) { values in
    guard let decided = String.fromDatabaseValue(values[0]), let bill = String.fromDatabaseValue(values[1]),
      let parts = KeptDecision.parts(of: Array(bill.utf8)[...])
    else { return nil }
    return String(decoding: KeptDecision.filled(Array(decided.utf8), with: parts), as: UTF8.self)
  }

  private static func side(_ row: Row, _ index: Int) -> BillChange.Side {
    BillChange.Side(verdict: row[index], error: row[index + 1])
  }
}

/// What was decided of a bill, by policy.
private struct KeptPolicies {
  struct Policy: Decodable {
    var requirements: [String: [String?]]
    var grants: [String: [String?]]
  }

  var policies: [String: Policy]

  init(_ json: String?) {
    policies = json.flatMap { try? JSONDecoder().decode([String: Policy].self, from: Data($0.utf8)) } ?? [:]
  }

  func changes(
    to other: KeptPolicies, _ part: KeyPath<Policy, [String: [String?]]>, _ differ: ([String?], [String?]) -> Bool
  ) -> [BillChange.Part] {
    let (before, after) = (flat(part), other.flat(part))
    return Set(before.keys).union(after.keys).sorted().compactMap { name in
      if let old = before[name], let new = after[name], !differ(old, new) { return nil }
      return BillChange.Part(name: name, before: before[name], after: after[name])
    }
  }

  private func flat(_ part: KeyPath<Policy, [String: [String?]]>) -> [String: [String?]] {
    var all: [String: [String?]] = [:]
    for (id, policy) in policies {
      for (name, values) in policy[keyPath: part] { all["\(id)/\(name)"] = values }
    }
    return all
  }
}
