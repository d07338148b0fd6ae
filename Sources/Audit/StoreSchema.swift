internal import GRDB

/// The tables of a store, and what they are called for people who open it with other tools.
enum StoreSchema {
  /// What tells a store from other files of SQLite: `BOMG`.
  static let application = 0x424F_4D47

  /// What the tables hold, and how; a store of another version is refused.
  static let version = 3

  private static let tableNames = ["contents", "entries", "outcomes"]

  /// The triggers that refuse changes, by name.
  static let triggers = tableNames.flatMap { ["\($0)_keep_rows", "\($0)_keep_bytes"] }

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("3: entries, contents and outcomes") { db in
      try db.execute(sql: "PRAGMA application_id = \(application); PRAGMA user_version = \(version)")
      try db.execute(sql: tables + triggerText + views)
    }
    return migrator
  }

  private static let tables = """
    CREATE TABLE contents (
      digest BLOB NOT NULL PRIMARY KEY,
      bytes BLOB NOT NULL
    );
    CREATE TABLE entries (
      number INTEGER PRIMARY KEY,
      run INTEGER NOT NULL,
      place INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('run', 'block', 'resumption', 'end')),
      head BLOB NOT NULL,
      about TEXT NOT NULL,
      source BLOB NOT NULL,
      decisions TEXT NOT NULL,
      results BLOB NOT NULL,
      UNIQUE (run, place)
    );
    CREATE TABLE outcomes (
      run INTEGER NOT NULL,
      number INTEGER NOT NULL,
      place INTEGER NOT NULL,
      decided TEXT NOT NULL,
      PRIMARY KEY (run, number)
    ) WITHOUT ROWID;
    CREATE INDEX outcomes_place ON outcomes (run, place);

    """

  private static let triggerText = tableNames.map { table in
    """
    CREATE TRIGGER \(table)_keep_rows BEFORE DELETE ON \(table)
    BEGIN SELECT RAISE(ABORT, 'an audit store only grows'); END;
    CREATE TRIGGER \(table)_keep_bytes BEFORE UPDATE ON \(table)
    BEGIN SELECT RAISE(ABORT, 'an audit store only grows'); END;

    """
  }.joined()

  private static let views = """
    CREATE VIEW runs AS
      SELECT r.run, json_extract(r.about, '$.settings.began[0]') AS began,
        json_extract(e.about, '$.settings.ended[0]') AS ended,
        coalesce(json_extract(e.about, '$.settings.status[0]'), 'incomplete') AS status,
        json_extract(r.about, '$.settings.version[0]') AS version,
        json_extract(r.about, '$.settings.rules[0]') AS rules,
        json_extract(r.about, '$.settings.catalog[0]') AS catalog,
        json_extract(r.about, '$.settings.input') AS inputs, r.about AS settings,
        lower(hex(e.head)) AS head
      FROM entries r LEFT JOIN entries e ON e.run = r.run AND e.kind = 'end'
      WHERE r.kind = 'run';
    CREATE VIEW bills AS
      SELECT e.run, e.place AS block, b.key AS place, b.value AS bill, coalesce(o.decided, b.value -> 0) AS decided
      FROM entries e, json_each(e.decisions) b LEFT JOIN outcomes o ON o.run = e.run AND o.number = b.value ->> 0
      WHERE e.kind = 'block';
    CREATE VIEW verdicts AS
      SELECT run, block, place, bill ->> 1 AS bom_id, decided ->> '$.source' AS source, bill ->> 2 AS line,
        bill ->> 3 AS digest, decided ->> '$.as_of' AS as_of, decided ->> '$.verdict' AS verdict,
        decided ->> '$.error' AS error
      FROM bills;
    CREATE VIEW requirements AS
      SELECT run, bill ->> 1 AS bom_id, decided ->> '$.source' AS source, bill ->> 2 AS line, p.key AS policy,
        r.key AS requirement, r.value ->> 0 AS verdict,
        iif(json_type(r.value, '$[1]') = 'integer', bill ->> (r.value ->> 1), r.value ->> 1) AS low,
        iif(json_type(r.value, '$[2]') = 'integer', bill ->> (r.value ->> 2), r.value ->> 2) AS high
      FROM bills, json_each(decided, '$.policies') p, json_each(p.value, '$.requirements') r;
    CREATE VIEW grants AS
      SELECT run, bill ->> 1 AS bom_id, decided ->> '$.source' AS source, bill ->> 2 AS line, p.key AS policy,
        g.key AS "grant", g.value ->> 0 AS eligible,
        iif(json_type(g.value, '$[1]') = 'integer', bill ->> (g.value ->> 1), g.value ->> 1) AS low,
        iif(json_type(g.value, '$[2]') = 'integer', bill ->> (g.value ->> 2), g.value ->> 2) AS high,
        g.value ->> 3 AS currency
      FROM bills, json_each(decided, '$.policies') p, json_each(p.value, '$.grants') g;
    CREATE VIEW findings AS
      SELECT run, bill ->> 1 AS bom_id, decided ->> '$.source' AS source, bill ->> 2 AS line, f.key AS severity,
        bill ->> f.value AS findings
      FROM bills, json_each(decided, '$.findings') f;

    """
}
