import Seeds
import Testing

@testable import Inventory

/// Places found some thousand bytes at a time, held against a look at each byte.
struct StopPlacesTests {
  @Test(arguments: 0..<5) func `every place is found, from wherever one looks`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) + 3)
    var stops = StopPlaces(0x3A, 0x7D)
    for _ in 0..<12 {
      let count = [0, 1, 63, 64, 65, 4095, 4096, 4097, 9000].randomElement(using: &random) ?? 0
      let rarity = [2, 20, 3000].randomElement(using: &random) ?? 2
      let text = (0..<count).map { _ -> UInt8 in random.chance(rarity) ? (random.chance(2) ? 0x3A : 0x7D) : 0x61 }
      stops.begin()
      text.withUnsafeBytes { bytes in
        guard let base = bytes.baseAddress else { return }
        for _ in 0..<20 {
          var place = Int.random(in: 0...count, using: &random)
          stops.seek(place, in: base, to: count)
          for _ in 0..<Int.random(in: 1...40, using: &random) {
            let wanted = text[place...].firstIndex { $0 == 0x3A || $0 == 0x7D } ?? count
            #expect(stops.next(in: base, to: count) == wanted)
            guard wanted < count else { break }
            place = wanted + 1
          }
        }
      }
    }
  }
}
