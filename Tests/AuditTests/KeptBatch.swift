import Foundation
import GRDB
import Seeds
import Transcripts

/// Batches whose results are kept, in a folder of their own.
struct KeptBatch {
  static let options = "--as-of 2025-03-01 --policy cn-sd-qingdao-haizhixin --lang en"
  static let head = "bom_id,region,facility,kind,vendor,model,quantity\n"

  let scratch: Scratch

  /// A folder with files, and `boms.csv` with so many bills.
  init(_ files: [String: String] = [:], bills: Int = 4) throws {
    scratch = try Scratch(files.merging(["boms.csv": Self.table(bills)]) { $1 })
  }

  /// A long table with so many bills, every third of which fails.
  static func table(_ count: Int, domestic: Int = 7, from first: Int = 1) -> String {
    head
      + (first..<first + count).map { number in
        let place = "b\(number),370200,intelligent-computing-center,accelerator"
        return "\(place),华为,昇腾910B3,\(number % 3 == 0 ? 6 : domestic)\n\(place),NVIDIA,A800,3\n"
      }.joined()
  }

  /// Runs a line of shell in the folder.
  @discardableResult
  func run(_ line: String) throws -> Program.Outcome { try scratch.run(line) }

  /// Runs a batch that is kept in `audit.db`.
  @discardableResult
  func keep(_ inputs: String = "boms.csv", _ more: String = "") throws -> Program.Outcome {
    try run("bomgate batch \(inputs) \(Self.options) --store audit.db \(more)")
  }

  /// What `bomgate audit` prints.
  func audit(_ line: String) throws -> Program.Outcome { try run("bomgate audit \(line) --lang en") }

  /// The head that a batch printed.
  static func head(of outcome: Program.Outcome) -> String? {
    outcome.errors.firstMatch(of: /sha256:[0-9a-f]{64}/).map { String($0.0) }
  }

  /// Does something to the store as anybody could who has the file.
  func tamper(_ sql: String) throws {
    try DatabaseQueue(path: scratch.path("audit.db")).writeWithoutTransaction { try $0.execute(sql: sql) }
  }

  /// The SQL that takes the triggers away.
  static let disarmed = ["entries", "contents", "outcomes"].flatMap { table in
    ["keep_rows", "keep_bytes"].map { "DROP TRIGGER \(table)_\($0);" }
  }.joined()

  /// The SQL that puts them back.
  static let armed = ["entries", "contents", "outcomes"].map { table in
    """
    CREATE TRIGGER \(table)_keep_rows BEFORE DELETE ON \(table) BEGIN SELECT RAISE(ABORT, ''); END;
    CREATE TRIGGER \(table)_keep_bytes BEFORE UPDATE ON \(table) BEGIN SELECT RAISE(ABORT, ''); END;
    """
  }.joined()
}

extension KeptBatch {
  /// The rows that a query gives, their values with bars between.
  func query(_ sql: String, _ body: ([String]) throws -> Void) throws {
    let rows = try DatabaseQueue(path: scratch.path("audit.db")).read { db in
      try Row.fetchAll(db, sql: sql).map { row in
        row.databaseValues.map { String.fromDatabaseValue($0) ?? Int.fromDatabaseValue($0).map(String.init) ?? "–" }
          .joined(separator: "|")
      }
    }
    try body(rows)
  }
}
