internal import CMasks

/// Cuts separated values in UTF-8 into records of a fixed number of fields, 64 bytes at a time, without a text or an
/// array a record. It knows the plain form alone: whatever `CSV` may read in another way is a fault, for `CSV` to read.
public struct RecordScanner: ~Copyable {
  /// What a scan found.
  public struct Scan {
    /// How many records are whole.
    public var records = 0
    /// Where the next record begins.
    public var consumed: Int
    /// Where a record begins that is not plain: with more or fewer fields, a stray quote, a lone carriage return, or a
    /// quote that never closes.
    public var fault: Int?
  }

  /// How many fields a record has.
  public let columns: Int
  /// At most so many records are whole after a scan.
  public let recordLimit: Int
  private let separator: UInt8
  private let room: Int
  private let buffer: UnsafeMutablePointer<UInt32>

  /// A scanner of records of `columns` fields, which gives about `records` of them at a time: see `recordLimit`.
  public init(columns: Int, separator: CSV.Separator, records: Int = 2048) {
    self.columns = max(1, columns)
    self.separator = separator.rawValue
    // A block of 64 bytes may hold as many fields.
    room = max(1, records) * self.columns + 64
    // The end of a chunk ends one field more, and with it a record.
    recordLimit = (room + 1) / self.columns
    buffer = .allocate(capacity: room + 2) + 1
    (buffer - 1).initialize(repeating: 0, count: room + 2)
  }

  deinit { (buffer - 1).deallocate() }

  /// Where the fields of the last scan end: the byte of the separator or of the line feed, `columns` a record. A carriage
  /// return before the line feed is not cut off. The place before the first holds the byte before the first record, less
  /// than 0 where that is the first byte. It holds until the next scan.
  public var ends: UnsafePointer<UInt32> { UnsafePointer(buffer) }

  /// Cuts what begins at `start`. A record that is not whole is left, unless nothing follows the chunk.
  public func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool) -> Scan {
    guard let base = bytes.baseAddress else { return Scan(consumed: start) }
    buffer[-1] = UInt32(truncatingIfNeeded: start) &- 1
    var run = Run(buffer, columns: columns, separator: separator, base, start: start)
    // Ends are counted in 32 bits.
    let count = min(bytes.count, Int(UInt32.max))
    var position = start
    while position < count {
      let blocks = min((count - position) / 64, Self.stretch)
      let taken = cmasks_cut(
        base + position, blocks, separator, UInt32(truncatingIfNeeded: position), &run.cut, buffer, room)
      position += taken * 64
      guard run.settle() else { return run.scan }
      if taken == blocks, blocks > 0 { continue }
      guard run.cut.count + 64 <= room else {
        if run.scan.records == 0 { run.scan.fault = run.scan.consumed }
        return run.scan
      }
      let end = min(position + 64, count)
      guard run.step(bytes, from: position, to: end, count: count, isLast: isLast) else { return run.scan }
      position = end
    }
    if isLast, count == bytes.count, run.scan.consumed < count { run.finish(at: count) }
    return run.scan
  }

  /// So many blocks are cut before their records are looked at: a fault is never far ahead.
  private static let stretch = 64

  private enum State: UInt8 {
    case start, plain, quoted, behindQuote
  }

  /// The state of one scan.
  private struct Run {
    let buffer: UnsafeMutablePointer<UInt32>
    let columns: Int
    let separator: UInt8
    let bytes: UnsafePointer<UInt8>
    var scan: Scan
    var cut = CMasksCut(quoted: 0, begins: 1, behind_quote: 0, count: 0, feeds: 0)

    init(
      _ buffer: UnsafeMutablePointer<UInt32>, columns: Int, separator: UInt8, _ bytes: UnsafePointer<UInt8>, start: Int
    ) {
      self.buffer = buffer
      self.columns = columns
      self.separator = separator
      self.bytes = bytes
      scan = Scan(consumed: start)
    }

    /// Takes the records in which the ends stand that were written; false where one has more or fewer fields.
    mutating func settle() -> Bool {
      let whole = cut.count / columns
      // As many line feeds as records, and one at the end of each: none is anywhere else.
      var isPlain = cut.feeds == whole
      for record in scan.records..<whole where !isFeed(record * columns + columns - 1) { isPlain = false }
      guard isPlain else { return settleSingly() }
      if whole > scan.records { scan.consumed = Int(buffer[whole * columns - 1]) + 1 }
      scan.records = whole
      return true
    }

    private func isFeed(_ end: Int) -> Bool { bytes[Int(buffer[end])] == 0x0A }

    /// Takes the records before the one that has more or fewer fields.
    private mutating func settleSingly() -> Bool {
      while true {
        let (first, last) = (scan.records * columns, scan.records * columns + columns - 1)
        guard last < cut.count, isFeed(last), !(first..<last).contains(where: isFeed) else { return fail() }
        scan.records += 1
        scan.consumed = Int(buffer[last]) + 1
      }
    }

    private var state: State {
      get {
        if cut.quoted != 0 { return .quoted }
        return cut.behind_quote != 0 ? .behindQuote : cut.begins != 0 ? .start : .plain
      }
      set {
        cut.quoted = newValue == .quoted ? ~0 : 0
        cut.begins = newValue == .start ? 1 : 0
        cut.behind_quote = newValue == .behindQuote ? 1 : 0
      }
    }

    /// Goes on byte by byte; false where the scan ends here.
    mutating func step(
      _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, count length: Int, isLast: Bool
    ) -> Bool {
      for index in start..<end {
        let byte = bytes[index]
        switch byte {
        case 0x22:
          switch state {
          case .start, .behindQuote: state = .quoted
          case .quoted: state = .behindQuote
          case .plain: break
          }
        case _ where state == .quoted: break
        case separator, 0x0A:
          buffer[cut.count] = UInt32(truncatingIfNeeded: index)
          cut.count += 1
          state = .start
          guard byte == 0x0A else { continue }
          cut.feeds += 1
          guard cut.count == (scan.records + 1) * columns else { return fail() }
          scan.records += 1
          scan.consumed = index + 1
        case 0x0D:
          guard index + 1 < length else { return isLast ? fail() : false }
          guard bytes[index + 1] == 0x0A else { return fail() }
        case _ where state == .behindQuote: return fail()
        default: state = .plain
        }
      }
      return true
    }

    /// Ends the last record, which has no line feed.
    mutating func finish(at end: Int) {
      buffer[cut.count] = UInt32(truncatingIfNeeded: end)
      cut.count += 1
      guard state != .quoted, cut.count == (scan.records + 1) * columns else {
        _ = fail()
        return
      }
      scan.records += 1
      scan.consumed = end
    }

    private mutating func fail() -> Bool {
      scan.fault = scan.consumed
      return false
    }
  }
}
