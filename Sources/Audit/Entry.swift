internal import Crypto
internal import Foundation
internal import GRDB

/// One link of the chain that a store is: the beginning of a run, a block of its bills, that it goes on after it was
/// stopped, or its end.
struct Entry {
  enum Kind: String { case run, block, resumption, end }

  /// Its place in the chain, from 1.
  var number: Int
  /// The run that it belongs to, from 1.
  var run: Int
  /// 0 for the beginning of a run, then from 1 its blocks and resumptions, then its end.
  var place: Int
  var kind: String
  /// What else is known of it, as JSON.
  var about: String
  /// The digest of the content that it was made from; empty where there is none.
  var source: [UInt8]
  /// What was decided of each bill, as a JSON array (`KeptDecision`).
  var decisions: String
  /// The results as they were written, packed.
  var results: Data
  /// The outcomes that its block is the first to have, by number.
  var outcomes: [Outcome] = []

  /// What was decided of all bills of a run that have the same outcome.
  struct Outcome {
    /// Its number in the run.
    var number: Int
    /// A JSON object, in which a whole number is a place in the array of a bill.
    var decided: String

    /// Those that some blocks of a run are the first to have.
    static func of(_ run: Int, places: ClosedRange<Int>, _ db: Database) throws -> [Outcome] {
      let statement = try db.cachedStatement(
        sql: "SELECT number, decided FROM outcomes WHERE run = ? AND place BETWEEN ? AND ? ORDER BY place, number")
      return try Row.fetchAll(statement, arguments: [run, places.lowerBound, places.upperBound]).map { row in
        Outcome(
          number: Int.fromDatabaseValue(row[0]) ?? -1, decided: String.fromDatabaseValue(row[1]) ?? "")
      }
    }
  }

  /// The digest of this entry and, through that of the one before it, of all before it.
  func head(after previous: [UInt8]) -> ContentDigest {
    var hash = SHA256()
    hash.update(data: Array("bomgate.audit/2\n".utf8))
    hash.update(data: previous)
    for text in [String(number), String(run), String(place), kind, about, decisions] {
      var text = text
      text.withUTF8 { Self.add(UnsafeRawBufferPointer($0), to: &hash) }
    }
    source.withUnsafeBytes { Self.add($0, to: &hash) }
    results.withUnsafeBytes { Self.add($0, to: &hash) }
    for outcome in outcomes {
      for text in [String(outcome.number), outcome.decided] {
        var text = text
        text.withUTF8 { Self.add(UnsafeRawBufferPointer($0), to: &hash) }
      }
    }
    return ContentDigest(hash)
  }

  private static func add(_ bytes: UnsafeRawBufferPointer, to hash: inout SHA256) {
    withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { hash.update(bufferPointer: $0) }
    hash.update(bufferPointer: bytes)
  }

  static let columns = "number, run, place, kind, about, source, decisions, results"

  init(
    number: Int = 0, run: Int = 0, place: Int, kind: Kind, about: About, source: [UInt8] = [], decisions: String = "",
    results: Data = Data()
  ) {
    (self.number, self.run, self.place) = (number, run, place)
    self.kind = kind.rawValue
    self.about = about.json
    (self.source, self.decisions, self.results) = (source, decisions, results)
  }

  /// An entry from a row of `columns`. Whatever somebody put into it can be read: what is wrong shows in its digest.
  init(_ row: Row) {
    number = Int.fromDatabaseValue(row[0]) ?? -1
    run = Int.fromDatabaseValue(row[1]) ?? -1
    place = Int.fromDatabaseValue(row[2]) ?? -1
    kind = String.fromDatabaseValue(row[3]) ?? ""
    about = String.fromDatabaseValue(row[4]) ?? ""
    source = Data.fromDatabaseValue(row[5]).map { [UInt8]($0) } ?? []
    decisions = String.fromDatabaseValue(row[6]) ?? ""
    results = Data.fromDatabaseValue(row[7]) ?? Data()
  }
}

/// What is known of an entry besides, as JSON with sorted keys.
struct About: Codable {
  /// What the command line said, or what a run came to.
  var settings: [String: [String]]?
  /// How the source of a block is read.
  var form: [String]?
  /// Digests of other contents that belong to it; an empty one stands for none.
  var attachments: [String]?

  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Texts in dictionaries and arrays can always be encoded.
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  init(settings: [String: [String]]? = nil, form: [String]? = nil, attachments: [String]? = nil) {
    (self.settings, self.form, self.attachments) = (settings, form, attachments)
  }

  init?(json: String) {
    guard let about = try? JSONDecoder().decode(About.self, from: Data(json.utf8)) else { return nil }
    self = about
  }
}
