internal import Glibc

/// The last records of a text, found from its end: only quotes are looked for before. It goes by the rules of
/// `RecordWalk`, and knows the plain forms of quoting alone.
public struct RecordTail {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let start: Int
  /// The end, or where a quoted field begins that goes on behind it.
  private var limit: Int
  /// Quoted fields with line feeds in them, in order.
  private var broken: [Range<Int>] = []

  /// The records from one that begins at a byte on; nil where there is a quote that only `RecordWalk` understands.
  public init?(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, separator: UInt8) {
    self.bytes = bytes
    self.start = start
    limit = bytes.count
    guard let base = bytes.baseAddress else { return }
    func find(_ byte: UInt8, from place: Int, to end: Int) -> Int? {
      guard place < end, let found = memchr(base + place, Int32(byte), end - place) else { return nil }
      return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
    var place = start
    while let quote = find(0x22, from: place, to: bytes.count) {
      // Within a field it is a character like any other.
      guard quote == start || bytes[quote - 1] == separator || bytes[quote - 1] == 0x0A else {
        place = quote + 1
        continue
      }
      var close = quote
      while true {
        guard let next = find(0x22, from: close + 1, to: bytes.count), next + 2 < bytes.count else {
          guard bytes.count - quote < RecordWalk.longestField else { return nil }
          limit = quote
          return
        }
        close = next
        if bytes[close + 1] != 0x22 { break }
        close += 1
      }
      let behind = bytes[close + 1]
      let isReturn = behind == 0x0D && bytes[close + 2] == 0x0A
      guard close - quote < RecordWalk.longestField, behind == separator || behind == 0x0A || isReturn else {
        return nil
      }
      if find(0x0A, from: quote, to: close) != nil { broken.append(quote..<close) }
      place = close + 1
    }
  }

  /// Where the last record ends that is whole; nil where none is.
  public var end: Int? { lineFeed(before: limit).map { $0 + 1 } }

  /// Where the record begins that ends at a byte; nil where none does.
  public func begin(ofRecordTo end: Int) -> Int? {
    guard end > start else { return nil }
    return lineFeed(before: end - 1).map { $0 + 1 } ?? start
  }

  private func lineFeed(before end: Int) -> Int? {
    var place = end - 1
    while place >= start {
      if bytes[place] == 0x0A {
        guard let field = brokenField(around: place) else { return place }
        place = field.lowerBound
      }
      place -= 1
    }
    return nil
  }

  /// The quoted field in which a line feed stands. They are in order, and there may be as many as there are records.
  private func brokenField(around place: Int) -> Range<Int>? {
    var (low, high) = (0, broken.count)
    while low < high {
      let middle = (low + high) / 2
      if broken[middle].upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low < broken.count && broken[low].contains(place) ? broken[low] : nil
  }
}
