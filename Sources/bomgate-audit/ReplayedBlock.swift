import Audit
import Engine

/// A block that was computed again, held against what was kept.
struct ReplayedBlock: Sendable {
  /// A bill that does not come out as it was kept.
  struct Difference: Encodable, Sendable {
    var block: Int
    /// Its id, else its place; nil where the block as a whole cannot be read.
    var bill: String?
  }

  var bills = 0
  var differences: [Difference] = []

  /// Computes a block again; with `id` only the bills of that id count.
  init(_ block: StoredBlock, _ replay: Replay, _ reader: inout BlockReplay, id: String?) {
    guard let entries = reader.entries(of: block.kept), let results = PackedBytes(stored: block.results).bytes,
      let decisions = block.decided
    else {
      differences = [Difference(block: block.place, bill: nil)]
      return
    }
    var place = 0
    for (index, entry) in entries.enumerated() {
      let (result, decision) = replay.bytes(entry)
      let isSame = Self.stands(result[...], in: results, at: &place)
      let isDecided = index < decisions.count && decisions[index] == decision
      if let id, entry.id != id { continue }
      bills += 1
      if !isSame || !isDecided {
        differences.append(
          Difference(block: block.place, bill: entry.id ?? entry.source + (entry.line.map { ":\($0)" } ?? "")))
        // Behind a row of another length nothing stands where it would be looked for.
        if id == nil, index + 1 < entries.count { return }
      }
    }
    if id == nil, differences.isEmpty, place != results.count || entries.count != decisions.count {
      differences = [Difference(block: block.place, bill: nil)]
    }
  }

  private static func stands(_ bytes: ArraySlice<UInt8>, in all: [UInt8], at place: inout Int) -> Bool {
    let end = place + bytes.count
    defer { place = end }
    return end <= all.count && place <= end && all[place..<end] == bytes
  }
}
