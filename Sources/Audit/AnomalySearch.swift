internal import GRDB

/// Holds bills beside each other. What is compared is put into temporary tables, on the disk where it grows: a million
/// bills take no more memory than one.
public final class AnomalySearch {
  private let store: AuditStore
  private let shown = 1000

  /// A search that has seen no bill.
  ///
  /// - Throws: `StoreFault`.
  public init(_ store: AuditStore) throws {
    self.store = store
    try store.read { db in
      try db.execute(
        sql: """
          PRAGMA temp_store = FILE;
          CREATE TEMP TABLE marks (kind TEXT, mark TEXT, item TEXT, bill TEXT, line TEXT);
          CREATE TEMP TABLE prices (item TEXT, unit TEXT, price INTEGER, bill TEXT, line TEXT);
          CREATE TEMP TABLE given (name TEXT, enterprise TEXT, year INTEGER, low INTEGER, high INTEGER, cap INTEGER,
            currency TEXT, bill TEXT);
          CREATE TEMP TABLE seen (bill TEXT PRIMARY KEY, run INTEGER) WITHOUT ROWID;
          """)
    }
  }

  /// Takes in bills of a run. A bill that an earlier run had already is the same project, and counts once.
  ///
  /// - Throws: `StoreFault`.
  public func add(_ bills: [BillFacts], run: Int) throws {
    try store.read { db in
      try db.inTransaction(.deferred) {
        try add(bills, run, db)
        return .commit
      }
    }
  }

  private func add(_ bills: [BillFacts], _ run: Int, _ db: Database) throws {
    let see = try db.cachedStatement(sql: "INSERT OR IGNORE INTO seen VALUES (?, ?)")
    let seen = try db.cachedStatement(sql: "SELECT run FROM seen WHERE bill = ?")
    let mark = try db.cachedStatement(sql: "INSERT INTO marks VALUES (?, ?, ?, ?, ?)")
    let price = try db.cachedStatement(sql: "INSERT INTO prices VALUES (?, ?, ?, ?, ?)")
    let give = try db.cachedStatement(sql: "INSERT INTO given VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    for bill in bills {
      try see.execute(arguments: [bill.bill, run])
      guard try Int.fetchOne(seen, arguments: [bill.bill]) == run else { continue }
      for line in bill.lines {
        for serial in line.serials {
          try mark.execute(arguments: ["serial", serial, line.item, bill.bill, line.place])
        }
        for invoice in line.invoices {
          try mark.execute(arguments: ["invoice", invoice, line.item, bill.bill, line.place])
        }
        if let own = line.price, !line.item.isEmpty {
          try price.execute(arguments: [line.item, own.unit, own.amount, bill.bill, line.place])
        }
      }
      guard let enterprise = bill.enterprise else { continue }
      for grant in bill.grants {
        try give.execute(arguments: [
          grant.name, enterprise, bill.year, grant.low, grant.high, grant.cap, grant.currency, bill.bill,
        ])
      }
    }
  }

  /// Hands on what is found, kind by kind. Prices of a product stand out where the highest is above the lowest by more
  /// than `spread`, a fraction.
  ///
  /// - Throws: `StoreFault`, and what `body` throws.
  public func forEach(spread: (over: Int, of: Int), _ body: (Anomaly) throws -> Void) throws {
    try store.read { db in
      try marks(db, body)
      try grants(db, body)
      try prices(db, spread, body)
    }
  }

  private func marks(_ db: Database, _ body: (Anomaly) throws -> Void) throws {
    try db.execute(sql: "CREATE INDEX temp.marks_mark ON marks (kind, mark)")
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT kind, mark, count(DISTINCT bill), count(*), min(item), count(DISTINCT item) FROM marks GROUP BY kind, mark
        HAVING count(*) > 1 ORDER BY kind DESC, mark
        """)
    while let row = try rows.next() {
      let (kind, mark, bills): (String, String, Int) = (row[0], row[1], row[2])
      if kind == "invoice" {
        if bills > 1 { try body(try found(.invoiceInProjects, mark, nil, db, kind)) }
        // An invoice may well be on many lines; one product of it should be on one.
        let split = try Row.fetchAll(
          db,
          sql: """
            SELECT bill, item FROM marks WHERE kind = 'invoice' AND mark = ? GROUP BY bill, item HAVING count(*) > 1
            ORDER BY bill, item
            """, arguments: [mark])
        for row in split { try body(try found(.invoiceSplit, mark, row[1], db, kind, in: row[0])) }
      } else {
        let item: String? = row[5] == 1 ? row[4] : nil
        try body(try found(bills > 1 ? .serialInProjects : .serialTwice, mark, item, db, kind))
      }
    }
  }

  /// An anomaly of a mark, in all bills, or of one product in one bill.
  private func found(
    _ kind: Anomaly.Kind, _ mark: String, _ item: String?, _ db: Database, _ table: String, in bill: String? = nil
  ) throws -> Anomaly {
    let condition = "kind = ? AND mark = ?" + (bill == nil ? "" : " AND item = ? AND bill = ?")
    let arguments: StatementArguments = bill == nil ? [table, mark] : [table, mark, item, bill]
    let places = try Row.fetchAll(
      db, sql: "SELECT bill, line FROM marks WHERE \(condition) ORDER BY rowid LIMIT \(shown)", arguments: arguments)
    let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM marks WHERE \(condition)", arguments: arguments)
    return Anomaly(
      kind: kind, subject: mark, detail: item, places: places.map { Anomaly.Place(bill: $0[0], line: $0[1]) },
      count: count ?? 0)
  }

  private func grants(_ db: Database, _ body: (Anomaly) throws -> Void) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT name, enterprise, year, currency, sum(low), sum(high), count(high), count(*), max(cap)
        FROM given GROUP BY 1, 2, 3, 4 HAVING count(*) > 1 ORDER BY 1, 2, 3, 4
        """)
    while let row = try rows.next() {
      let (low, cap): (Int, Int) = (row[4], row[8])
      let high: Int? = row[6] == (row[7] as Int) ? row[5] : nil
      guard low > cap || high.map({ $0 > cap }) ?? true else { continue }
      let (name, enterprise, year, currency): (String, String, Int, String) = (row[0], row[1], row[2], row[3])
      let places = try Row.fetchAll(
        db,
        sql: """
          SELECT bill, high FROM given WHERE name = ? AND enterprise = ? AND year = ? AND currency = ?
          ORDER BY rowid LIMIT \(shown)
          """, arguments: [name, enterprise, year, currency])
      try body(
        Anomaly(
          kind: low > cap ? .grantsOverCap : .grantsMayPassCap, subject: name,
          detail: "\(enterprise) \(year)", low: low > cap ? low : high, high: cap, unit: currency,
          places: places.map { Anomaly.Place(bill: $0[0], amount: $0[1]) }, count: row[7]))
    }
  }

  private func prices(_ db: Database, _ spread: (over: Int, of: Int), _ body: (Anomaly) throws -> Void) throws {
    try db.execute(sql: "CREATE INDEX temp.prices_item ON prices (item, unit, price)")
    let rows = try Row.fetchCursor(
      db, sql: "SELECT item, unit, min(price), max(price), count(*) FROM prices GROUP BY item, unit ORDER BY item, unit"
    )
    while let row = try rows.next() {
      let (low, high): (Int, Int) = (row[2], row[3])
      guard Int128(high - low) * Int128(spread.of) > Int128(low) * Int128(spread.over) else { continue }
      let (item, unit): (String, String) = (row[0], row[1])
      // The lowest and the highest are what somebody will look at.
      let places = try ["ASC", "DESC"].flatMap { order in
        try Row.fetchAll(
          db,
          sql: """
            SELECT bill, line, price FROM prices WHERE item = ? AND unit = ? ORDER BY price \(order), rowid LIMIT 1
            """, arguments: [item, unit])
      }
      try body(
        Anomaly(
          kind: .priceSpread, subject: item, low: low, high: high, unit: unit,
          places: places.map { Anomaly.Place(bill: $0[0], line: $0[1], amount: $0[2]) }, count: row[4]))
    }
  }
}
