import Seeds
import Testing

@testable import Inventory

/// Places found some thousand bytes at a time, held against a look at each byte.
struct StopPlacesTests {
  /// Whether an object may end at a byte, or a number or an id begin behind it.
  private static func isWanted(_ text: [UInt8], _ place: Int) -> Bool {
    if text[place] == UInt8(ascii: "}") { return true }
    guard text[place] == UInt8(ascii: ":"), place + 1 < text.count else { return false }
    switch text[place + 1] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "): return true
    case UInt8(ascii: "\""): return place >= 2 && text[place - 2] == UInt8(ascii: "d")
    default: return false
    }
  }

  @Test(arguments: 0..<5) func `no place is missed, from wherever one looks`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) + 3)
    var stops = StopPlaces()
    var (found, needless) = (0, 0)
    for _ in 0..<24 {
      let count = [0, 1, 63, 64, 65, 66, 4095, 4096, 4097, 4098, 9000].randomElement(using: &random) ?? 0
      let rarity = [2, 20, 3000].randomElement(using: &random) ?? 2
      let text = (0..<count).map { _ -> UInt8 in
        random.chance(rarity) ? Array(":}\":d09 /".utf8).randomElement(using: &random) ?? 0x3A : 0x61
      }
      stops.begin()
      text.withUnsafeBytes { bytes in
        guard let base = bytes.baseAddress else { return }
        for _ in 0..<20 {
          var place = Int.random(in: 0...count, using: &random)
          var next = stops.seek(place, in: base, to: count)
          for _ in 0..<Int.random(in: 1...40, using: &random) {
            let stop = stops.take(&next, in: base, to: count)
            #expect(stop >= place && !(place..<stop).contains { Self.isWanted(text, $0) })
            guard stop < count else { break }
            #expect(text[stop] == UInt8(ascii: ":") || text[stop] == UInt8(ascii: "}"))
            if Self.isWanted(text, stop) { found += 1 } else { needless += 1 }
            place = stop + 1
            if random.chance(2) { stops.keep(next) }
          }
        }
      }
    }
    // Where whole blocks are looked at, nothing is found needlessly.
    #expect(found > 500 && needless < found / 4, "\(found) \(needless)")
  }
}
