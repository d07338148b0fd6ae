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
    buffer = .allocate(capacity: room + 1)
    buffer.initialize(repeating: 0, count: room + 1)
  }

  deinit { buffer.deallocate() }

  /// Where the fields of the last scan end: the byte of the separator or of the line feed, `columns` a record. A carriage
  /// return before the line feed is not cut off. It holds until the next scan.
  public var ends: UnsafePointer<UInt32> { UnsafePointer(buffer) }

  /// Cuts what begins at `start`. A record that is not whole is left, unless nothing follows the chunk.
  public func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool) -> Scan {
    var run = Run(buffer, columns: columns, separator: separator, start: start)
    guard let base = bytes.baseAddress else { return run.scan }
    // Ends are counted in 32 bits.
    let count = min(bytes.count, Int(UInt32.max))
    let raw = UnsafeRawPointer(base)
    var position = start
    while position < count {
      guard run.count + 64 <= room else {
        if run.scan.records == 0 { run.scan.fault = run.scan.consumed }
        return run.scan
      }
      let isWhole = position + 64 <= count
      if isWhole, run.state.isOutside, run.takePlainBlock(raw + position, at: position) {
        position += 64
        continue
      }
      let end = isWhole ? position + 64 : count
      guard run.step(bytes, from: position, to: end, count: count, isLast: isLast) else { return run.scan }
      position = end
    }
    if isLast, count == bytes.count, run.scan.consumed < count { run.finish(at: count) }
    return run.scan
  }

  private enum State: UInt8 {
    case start, plain, quoted, behindQuote

    var isOutside: Bool { self == .start || self == .plain }
  }

  /// The state of one scan, which stays in registers.
  private struct Run {
    let buffer: UnsafeMutablePointer<UInt32>
    let columns: Int
    let separator: UInt8
    var scan: Scan
    var state = State.start
    /// How many ends are written, and how many there are when the record is whole.
    var count = 0
    var whole: Int

    @inline(__always)
    init(_ buffer: UnsafeMutablePointer<UInt32>, columns: Int, separator: UInt8, start: Int) {
      self.buffer = buffer
      self.columns = columns
      self.separator = separator
      scan = Scan(consumed: start)
      whole = columns
    }

    /// Takes a block that has neither a quote nor a carriage return, or only those before a line feed.
    @inline(__always)
    mutating func takePlainBlock(_ block: UnsafeRawPointer, at position: Int) -> Bool {
      let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
      let ones: UInt64 = 0x0101_0101_0101_0101
      let separators = ones &* UInt64(separator)
      let (breaks, quotes, returns) = (ones &* 0x0A, ones &* 0x22, ones &* 0x0D)
      var (all, feeds, isQuoted, isReturned) = (UInt64(0), UInt64(0), UInt64(0), UInt64(0))
      for number in 0..<8 {
        let word = block.loadUnaligned(fromByteOffset: number &* 8, as: UInt64.self)
        // The highest bit of a byte is set in the last line of each where the byte is the one that is looked for.
        let first = word ^ separators
        let between = ~((((first & low) &+ low) | first) | low)
        let second = word ^ breaks
        let line = ~((((second & low) &+ low) | second) | low)
        all |= Self.bits(between | line) << UInt64(truncatingIfNeeded: number &* 8)
        feeds |= Self.bits(line) << UInt64(truncatingIfNeeded: number &* 8)
        let third = word ^ quotes
        isQuoted |= (third &- ones) & ~third
        let fourth = word ^ returns
        isReturned |= (fourth &- ones) & ~fourth
      }
      guard isQuoted & ~low == 0 else { return false }
      if isReturned & ~low != 0 {
        // The last byte of the block would need the next one.
        guard Self.mask(block, returns) & ~(feeds >> 1) == 0 else { return false }
      }
      // Most blocks have no more than twelve fields: writing as many without looking keeps the processor on one path.
      var left = all
      for slot in 0..<12 {
        buffer[count &+ slot] = UInt32(truncatingIfNeeded: position &+ left.trailingZeroBitCount)
        left &= left &- 1
      }
      var slot = count &+ 12
      while left != 0 {
        buffer[slot] = UInt32(truncatingIfNeeded: position &+ left.trailingZeroBitCount)
        slot = slot &+ 1
        left &= left &- 1
      }
      var lines = feeds
      while lines != 0 {
        let lowest = lines & (0 &- lines)
        guard count + (all & (lowest &- 1)).nonzeroBitCount + 1 == whole else {
          scan.fault = scan.consumed
          // The byte loop comes to the same end.
          return false
        }
        whole += columns
        scan.records += 1
        scan.consumed = position + lines.trailingZeroBitCount + 1
        lines &= lines &- 1
      }
      count += all.nonzeroBitCount
      state = all >> 63 != 0 ? .start : .plain
      return true
    }

    /// One bit a byte, from the highest of each.
    @inline(__always)
    private static func bits(_ bytes: UInt64) -> UInt64 { ((bytes >> 7) &* 0x0102_0408_1020_4080) >> 56 }

    /// The bytes of a block that are the one of which a pattern consists.
    private static func mask(_ block: UnsafeRawPointer, _ pattern: UInt64) -> UInt64 {
      let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
      var mask: UInt64 = 0
      for number in 0..<8 {
        let word = block.loadUnaligned(fromByteOffset: number * 8, as: UInt64.self) ^ pattern
        mask |= bits(~((((word & low) &+ low) | word) | low)) << UInt64(number * 8)
      }
      return mask
    }

    /// Goes on byte by byte; false where the scan ends here.
    mutating func step(
      _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, count length: Int, isLast: Bool
    ) -> Bool {
      if scan.fault != nil { return false }
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
          buffer[count] = UInt32(truncatingIfNeeded: index)
          count += 1
          state = .start
          guard byte == 0x0A else { continue }
          guard count == whole else { return fail() }
          whole += columns
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
      buffer[count] = UInt32(truncatingIfNeeded: end)
      count += 1
      guard state != .quoted, count == whole else {
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
