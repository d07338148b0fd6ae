import Engine
import Seeds
import Testing

/// Bytes that are kept come out as they went in, and what else may stand there does no harm.
struct PackedBytesTests {
  private static let row = Array("B0000001,福建,2025,1,cpu,申威 Sunway,SW3231,32,8740.00,domestic\n".utf8)

  static let cases: [[UInt8]] = [
    [], [0], [1], Array("short".utf8), row, Array(repeating: 7, count: 100_000),
    Array(repeatElement(row, count: 8000).joined()),
  ]

  @Test(arguments: cases)
  func `bytes come out as they went in, and take little more room`(bytes: [UInt8]) {
    let packed = PackedBytes(of: bytes)
    #expect(packed.bytes == bytes)
    #expect(PackedBytes(stored: packed.stored).bytes == bytes)
    #expect(packed.stored.count <= bytes.count + 1)
  }

  @Test func `rows that are alike take a tenth of the room, and the same each time`() {
    let bytes = Array(repeatElement(Self.row, count: 8000).joined())
    let packed = PackedBytes(of: bytes)
    #expect(packed.stored.count < bytes.count / 10)
    #expect(packed.stored == PackedBytes(of: bytes).stored)
  }

  @Test func `bytes of no pattern are kept as they are`() {
    var random = SeededGenerator(seed: 11)
    for count in [1, 8, 9, 10, 100, 70_000] {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(PackedBytes(of: bytes).stored == [0] + bytes)
    }
  }

  @Test(arguments: [UInt64(1) << 40, .max, 1 << 31, 1_000_000, 255 * 20 + 1])
  func `a size that nothing of that length can have is refused before memory is taken`(size: UInt64) {
    let packed = [1] + withUnsafeBytes(of: size.littleEndian) { Array($0) } + Array(repeating: UInt8(0), count: 20)
    #expect(PackedBytes(stored: packed).bytes == nil)
  }

  @Test func `what was cut, or says another size, or is of another kind is no packed bytes`() {
    let stored = PackedBytes(of: Array(repeatElement(Self.row, count: 50).joined())).stored
    #expect(PackedBytes(stored: []).bytes == nil)
    #expect(PackedBytes(stored: [2] + stored.dropFirst()).bytes == nil)
    for count in 1..<stored.count { #expect(PackedBytes(stored: Array(stored[..<count])).bytes == nil) }
    for difference in [-1, 1] {
      var other = stored
      other[1] = UInt8(Int(other[1]) + difference)
      #expect(PackedBytes(stored: other).bytes == nil)
    }
  }

  @Test func `bytes that somebody spoilt come out as others or not at all`() {
    let bytes = Array(repeatElement(Self.row, count: 200).joined())
    let stored = PackedBytes(of: bytes).stored
    var random = SeededGenerator(seed: 12)
    for _ in 0..<5000 {
      var spoilt = stored
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        spoilt[Int.random(in: spoilt.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      let found = PackedBytes(stored: spoilt).bytes
      #expect((found?.count ?? 0) <= max(spoilt.count * 255, bytes.count))
    }
  }
}
