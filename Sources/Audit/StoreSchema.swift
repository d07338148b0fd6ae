internal import GRDB

/// The tables of a store, and what they are called for people who open it with other tools.
enum StoreSchema {
  /// What tells a store from other files of SQLite: `BOMG`.
  static let application = 0x424F_4D47

  /// The triggers that refuse changes, by name.
  static let triggers = ["contents", "entries"].flatMap { ["\($0)_keep_rows", "\($0)_keep_bytes"] }

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: entries and contents") { db in
      try db.execute(sql: "PRAGMA application_id = \(application)")
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
      kind TEXT NOT NULL CHECK (kind IN ('run', 'block', 'end')),
      head BLOB NOT NULL,
      about TEXT NOT NULL,
      source BLOB NOT NULL,
      decisions TEXT NOT NULL,
      results BLOB NOT NULL,
      UNIQUE (run, place)
    );

    """

  private static let triggerText = ["contents", "entries"].map { table in
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
    CREATE VIEW verdicts AS
      SELECT e.run, e.place AS block, b.key AS place, b.value ->> '$.id' AS bom_id, b.value ->> '$.source' AS source,
        b.value ->> '$.line' AS line, b.value ->> '$.digest' AS digest, b.value ->> '$.as_of' AS as_of,
        b.value ->> '$.verdict' AS verdict, b.value ->> '$.error' AS error
      FROM entries e, json_each(e.decisions) b WHERE e.kind = 'block';
    CREATE VIEW requirements AS
      SELECT e.run, b.value ->> '$.id' AS bom_id, b.value ->> '$.source' AS source, b.value ->> '$.line' AS line,
        p.key AS policy, r.key AS requirement, r.value ->> 0 AS verdict, r.value ->> 1 AS low, r.value ->> 2 AS high
      FROM entries e, json_each(e.decisions) b, json_each(b.value, '$.policies') p,
        json_each(p.value, '$.requirements') r
      WHERE e.kind = 'block';
    CREATE VIEW grants AS
      SELECT e.run, b.value ->> '$.id' AS bom_id, b.value ->> '$.source' AS source, b.value ->> '$.line' AS line,
        p.key AS policy, g.key AS "grant", g.value ->> 0 AS eligible, g.value ->> 1 AS low, g.value ->> 2 AS high,
        g.value ->> 3 AS currency
      FROM entries e, json_each(e.decisions) b, json_each(b.value, '$.policies') p, json_each(p.value, '$.grants') g
      WHERE e.kind = 'block';
    CREATE VIEW findings AS
      SELECT e.run, b.value ->> '$.id' AS bom_id, b.value ->> '$.source' AS source, b.value ->> '$.line' AS line,
        f.key AS severity, f.value AS findings
      FROM entries e, json_each(e.decisions) b, json_each(b.value, '$.findings') f WHERE e.kind = 'block';

    """
}
