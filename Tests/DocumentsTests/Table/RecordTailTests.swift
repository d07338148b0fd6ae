import Documents
import Seeds
import Testing

/// Records found from the end of a text are those that a walk from its beginning finds.
struct RecordTailTests {
  private static func text(_ random: inout SeededGenerator) -> [UInt8] {
    var text = "id,name\n"
    for number in 0..<Int.random(in: 1...12, using: &random) {
      let pieces = ["a", "12", "\"q\"", "\"two\nlines\"", "\"a \"\"b\"\" c\"", "5\" disk", "", "\"x,y\"", "\"odd\" "]
      let fields = (0..<2).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }
      text += "b\(number)," + fields.joined(separator: ",") + (random.chance(4) ? "\r\n" : "\n")
    }
    let bytes = Array(text.utf8)
    // Most are cut somewhere, as a window over a file is.
    return random.chance(4) ? bytes : Array(bytes[..<Int.random(in: 8...bytes.count, using: &random)])
  }

  @Test func `the last records are those of a walk over all`() {
    var random = SeededGenerator(seed: 11)
    var compared = 0
    for _ in 0..<4000 {
      let bytes = Self.text(&random)
      bytes.withUnsafeBufferPointer { bytes in
        guard let tail = RecordTail(bytes, from: 8, separator: UInt8(ascii: ",")) else { return }
        var begins: [Int] = []
        let rest = RecordWalk(separator: .comma).begins(of: bytes, from: 8, isLast: false, into: &begins)
        // Near a quote that may not be closed yet it leaves a record to the next window.
        var end = tail.end ?? 8
        #expect(end == rest || begins.contains(end), "\(end) in \(String(decoding: bytes, as: UTF8.self))")
        while let begin = tail.begin(ofRecordTo: end) {
          #expect(begins.contains(begin), "\(begin) in \(String(decoding: bytes, as: UTF8.self))")
          compared += 1
          end = begin
        }
      }
    }
    #expect(compared > 3000)
  }

  @Test func `a text of nothing but fields of several lines is searched quickly`() {
    let record = Array("b,\"one\ntwo\nthree\"\n".utf8)
    let bytes = Array("id,name\n".utf8) + Array(repeatElement(record, count: 200_000).joined())
    bytes.withUnsafeBufferPointer { bytes in
      let tail = RecordTail(bytes, from: 8, separator: UInt8(ascii: ","))
      var end = tail?.end
      var count = 0
      while let place = end, let begin = tail?.begin(ofRecordTo: place) {
        count += 1
        end = begin
      }
      // The last is left to the next window: more may follow its closing quote.
      #expect(count == 199_999)
    }
  }
}
