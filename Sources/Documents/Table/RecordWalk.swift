internal import CMasks
internal import Glibc

/// Finds where records of separated values begin and end, whatever stands in them, so that a long text can be cut between
/// two of them. It goes by the same rules as `CSV`: a quote opens only where a field begins, and a quoted field may hold
/// line breaks.
///
/// A quote that `CSV` would refuse, because there is text behind the closing one or because it is never closed, is taken
/// for one that was never meant to open: its record ends with its line, so that only this record is spoilt.
public struct RecordWalk: Sendable {
  /// A quoted field is never closed if it goes on for more bytes than this.
  public static let longestField = 1 << 20

  private let separator: UInt8
  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed: UInt8 = 0x0A

  /// A walk over fields that something separates.
  public init(separator: CSV.Separator) {
    self.separator = separator.rawValue
  }

  /// What separates the fields of a text, as `CSV` finds it.
  public static func separator(of bytes: UnsafeBufferPointer<UInt8>) -> CSV.Separator {
    let start = CSVStart(bytes)
    return start.separator ?? SeparatorSurvey.separator(of: bytes, from: start.offset)
  }

  /// Appends where each record begins, from `start` on, and returns where the first one that is not whole begins. Where
  /// the bytes are the last ones, the end of the text ends a record too.
  public func begins(
    of bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool, into begins: inout [Int]
  ) -> Int {
    var place = start
    var nextQuote = find(Self.quote, in: bytes, from: place)
    while place < bytes.count {
      var end = find(Self.lineFeed, in: bytes, from: place)
      if nextQuote < place { nextQuote = find(Self.quote, in: bytes, from: place) }
      if nextQuote < end {
        guard let quoted = endOfQuoting(in: bytes, from: place, isLast: isLast) else { return place }
        end = quoted
      }
      guard end < bytes.count || isLast else { return place }
      begins.append(place)
      place = min(end + 1, bytes.count)
    }
    return place
  }

  /// The bytes of a field of a record, without the quotes around it and the space at its ends; empty where there is none.
  public func field(_ number: Int, in record: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var place = 0
    for _ in 0..<number {
      guard let end = endOfField(in: record, from: place), end < record.count, record[end] == separator else {
        return []
      }
      place = end + 1
    }
    let end = endOfField(in: record, from: place) ?? record.count
    var text = Array(record[place..<end])
    if text.first == Self.quote {
      let close = text.lastIndex(of: Self.quote) ?? 0
      text = close > 0 ? Array(text[1..<close]) : Array(text[1...])
      if text.contains(Self.quote) { text = Self.undoubled(text) }
    }
    let first = text.firstIndex { $0 > 0x20 } ?? text.endIndex
    let last = text.lastIndex { $0 > 0x20 } ?? first - 1
    return first == 0 && last == text.count - 1 ? text : Array(text[first..<max(first, last + 1)])
  }

  private static func undoubled(_ text: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    var isSecond = false
    for byte in text {
      isSecond = byte == quote && !isSecond
      if byte != quote || isSecond { plain.append(byte) }
    }
    return plain
  }

  /// The line break that ends a record in which there is a quote; nil where more bytes are needed to tell.
  private func endOfQuoting(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool) -> Int? {
    var place = start
    while true {
      guard let end = endOfField(in: bytes, from: place) else {
        // The bytes end inside the quotes.
        if !isLast, bytes.count - place <= Self.longestField { return nil }
        return find(Self.lineFeed, in: bytes, from: place)
      }
      guard end < bytes.count else { return isLast ? end : nil }
      if bytes[end] == separator {
        place = end + 1
      } else if bytes[end] == Self.lineFeed {
        return end
      } else {
        return find(Self.lineFeed, in: bytes, from: place)
      }
    }
  }

  /// Where a field ends: at a separator, a line feed, the end of the bytes, or text behind a closing quote; nil where its
  /// quote does not close.
  private func endOfField(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var place = start
    guard place < bytes.count, bytes[place] == Self.quote else {
      while place < bytes.count, bytes[place] != separator, bytes[place] != Self.lineFeed { place += 1 }
      return place
    }
    place += 1
    while true {
      place = find(Self.quote, in: bytes, from: place)
      guard place < bytes.count, place - start <= Self.longestField else { return nil }
      place += 1
      guard place < bytes.count, bytes[place] == Self.quote else { break }
      place += 1
    }
    while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x09 || isReturn(bytes, place),
      bytes[place] != separator
    {
      place += 1
    }
    return place
  }

  private func isReturn(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    bytes[place] == 0x0D && (place + 1 == bytes.count || bytes[place + 1] == Self.lineFeed)
  }

  /// The next byte of a value; the end where there is none.
  @inline(__always)
  private func find(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return bytes.count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}

/// Counts lines.
public enum LineCount {
  /// How many line breaks there are: LF, CR, or both.
  public static func breaks(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    var hasReturns = false
    var count = cmasks_feeds(base, bytes.count, &hasReturns)
    guard hasReturns else { return count }
    for index in bytes.indices where bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A) {
      count += 1
    }
    return count
  }
}
