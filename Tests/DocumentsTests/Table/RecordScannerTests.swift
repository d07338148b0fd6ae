import Documents
import Seeds
import Testing

/// The scanner, held against a reader that looks at one byte after the other.
struct RecordScannerTests {
  @Test(arguments: [3, 5, 7, 9, 11])
  func `a last record without a line feed has room behind a block that is full of ends`(columns: Int) {
    // Records of one block each fill the scan up to its last block, which holds an end in every byte, and nothing ends
    // the record that it begins.
    let separators = String(repeating: ",", count: columns - 1)
    let record = String(repeating: "a", count: 64 - columns) + separators + "\n"
    let empty = separators + "\n"
    let last = String((String(repeating: empty, count: 64 / columns + 1)).prefix(64))
    let bytes = Array((String(repeating: record, count: 512) + last).utf8)
    let scanner = RecordScanner(columns: columns, separator: .comma, records: 512)
    let scan = bytes.withUnsafeBufferPointer { scanner.scan($0, from: 0, isLast: true) }
    #expect(scan.records <= scanner.recordLimit)
    let isWhole = 64 % columns == columns - 1
    #expect(scan.records == 512 + 64 / columns + (isWhole ? 1 : 0))
    #expect((scan.fault == nil) == (isWhole || 64 % columns == 0))
  }

  @Test(arguments: 0..<6) func `any text cut at any place is read as one byte after the other`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) + 11)
    for round in 0..<60 {
      let columns = Int.random(in: 1...5, using: &random)
      let text = Self.text(columns: columns, isFaulty: round % 3 == 0, &random)
      let plain = Naive(text, columns: columns)
      for cut in Self.cuts(text.count, &random) {
        let found = Self.scan(text, columns: columns, cut: cut)
        #expect(found.records == plain.records, "\(String(decoding: text, as: UTF8.self)) cut at \(cut)")
        #expect(found.fault == plain.fault, "\(String(decoding: text, as: UTF8.self)) cut at \(cut)")
      }
    }
  }

  @Test(arguments: [
    ("a,b\nc\n", 4), ("a,b\nc,d,e\n", 4), ("a,b\n\nc,d\n", 4), ("a,\"b\"c\nd,e\n", 0), ("a,b\nc,\"d", 4),
    ("a,b\rc,d\r", 0),
    ("a,b\nc,d\r", 4),
  ])
  func `what another reader may read in another way is a fault`(text: String, fault: Int) {
    #expect(Self.scan(Array(text.utf8), columns: 2, cut: text.utf8.count).fault == fault)
  }

  @Test func `a buffer that is full is emptied and filled again`() {
    let text = Array(String(repeating: "a,\"b\nc\",d\r\n", count: 1000).utf8)
    let found = Self.scan(text, columns: 3, cut: text.count, room: 7)
    #expect(found.records.count == 1000)
    #expect(found.records.allSatisfy { $0 == ["a", "\"b\nc\"", "d"] })
    #expect(found.fault == nil)
  }

  @Test(arguments: 1...12) func `no scan finds more records than it says`(columns: Int) {
    let record = String(repeating: ",", count: columns - 1) + "\n"
    let text = Array(String(repeating: record, count: 500).utf8)
    let scanner = RecordScanner(columns: columns, separator: .comma, records: 9)
    var (start, records) = (0, 0)
    text.withUnsafeBufferPointer { bytes in
      while start < bytes.count {
        let scan = scanner.scan(bytes, from: start, isLast: true)
        #expect(scan.fault == nil && scan.records <= scanner.recordLimit)
        guard scan.consumed > start else { return }
        (start, records) = (scan.consumed, records + scan.records)
      }
    }
    #expect(records == 500)
  }

  /// Every place for a short text, some for a long one.
  private static func cuts(_ count: Int, _ random: inout SeededGenerator) -> [Int] {
    count < 200 ? Array(0...count) : (0..<20).map { _ in Int.random(in: 0...count, using: &random) }
  }

  private static func text(columns: Int, isFaulty: Bool, _ random: inout SeededGenerator) -> [UInt8] {
    let plain = ["", "a", "华为", "x y", "12.50", "19\" rack", "q\"\"q", "a long field of more than thirty-two bytes"]
    let quoted = ["\"\"", "\"a,b\"", "\"a\"\"b\"", "\"a\nb\"", "\"a\r\nb\"", "\"\"\"\"", "\"a\rb\""]
    var text = ""
    let ending = random.chance(2) ? "\n" : "\r\n"
    let records = Int.random(in: 1...(random.chance(3) ? 40 : 6), using: &random)
    for record in 0..<records {
      let fields = (0..<columns).map { _ in (random.chance(4) ? quoted : plain).randomElement(using: &random) ?? "" }
      text += fields.joined(separator: ",")
      if record + 1 < records || random.chance(2) { text += ending }
    }
    var bytes = Array(text.utf8)
    if isFaulty, let place = bytes.indices.randomElement(using: &random) {
      bytes[place] = [0x22, 0x2C, 0x0A, 0x0D, 0x61].randomElement(using: &random) ?? 0x61
    }
    return bytes
  }

  private static func scan(
    _ text: [UInt8], columns: Int, cut: Int, room: Int = 4
  ) -> (records: [[String]], fault: Int?) {
    let scanner = RecordScanner(columns: columns, separator: .comma, records: room)
    var records: [[String]] = []
    var offset = 0
    for (end, isLast) in [(cut, false), (text.count, true)] {
      let chunk = Array(text[offset..<end])
      var start = 0
      var fault: Int?
      chunk.withUnsafeBufferPointer { bytes in
        while start < bytes.count {
          let scan = scanner.scan(bytes, from: start, isLast: isLast)
          var begin = start
          for record in 0..<scan.records {
            var fields: [String] = []
            for column in 0..<columns {
              var stop = Int(scanner.ends[record * columns + column])
              let next = stop + 1
              if column == columns - 1, stop > begin, stop < bytes.count, bytes[stop - 1] == 0x0D { stop -= 1 }
              fields.append(String(decoding: bytes[begin..<stop], as: UTF8.self))
              begin = next
            }
            records.append(fields)
          }
          fault = scan.fault
          if fault != nil || scan.consumed == start { return }
          start = scan.consumed
        }
      }
      if let fault { return (records, offset + fault) }
      offset += start
    }
    return (records, nil)
  }
}

/// The same reading, one byte after the other.
private struct Naive {
  var records: [[String]] = []
  var fault: Int?

  init(_ text: [UInt8], columns: Int) {
    var index = 0
    while index < text.count {
      let start = index
      var fields: [String] = []
      while true {
        let begin = index
        var isClosed = true
        if index < text.count, text[index] == 0x22 {
          index += 1
          isClosed = false
          while index < text.count {
            if text[index] != 0x22 {
              index += 1
            } else if index + 1 < text.count, text[index + 1] == 0x22 {
              index += 2
            } else {
              index += 1
              isClosed = true
              break
            }
          }
        } else {
          while index < text.count, ![0x2C, 0x0A, 0x0D].contains(text[index]) { index += 1 }
        }
        fields.append(String(decoding: text[begin..<index], as: UTF8.self))
        let isBreak = index + 1 < text.count && text[index] == 0x0D && text[index + 1] == 0x0A
        guard isClosed, index == text.count || text[index] == 0x2C || text[index] == 0x0A || isBreak else {
          fault = start
          return
        }
        if index < text.count, text[index] == 0x2C {
          index += 1
          continue
        }
        index += isBreak ? 2 : index < text.count ? 1 : 0
        break
      }
      guard fields.count == columns else {
        fault = start
        return
      }
      records.append(fields)
    }
  }
}
