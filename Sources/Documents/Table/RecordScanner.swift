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
      if isWhole, run.takeBlock(raw + position, at: position) {
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

    /// Whether it is neither within quotes nor behind one.
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

    /// Takes a block of 64 bytes at once; false, with nothing done, where one of its bytes is odd, or where the next block
    /// is needed to tell.
    @inline(__always)
    mutating func takeBlock(_ block: UnsafeRawPointer, at position: Int) -> Bool {
      let shape = cmasks_shape(block, separator)
      var (all, feeds) = (shape.separators | shape.feeds, shape.feeds)
      var next = all >> 63 != 0 ? State.start : .plain
      if shape.quotes != 0 || !state.isOutside {
        // Each quote opens or closes: the bytes from an opening one on, up to the closing one, are inside.
        var inside = shape.quotes
        inside ^= inside << 1
        inside ^= inside << 2
        inside ^= inside << 4
        inside ^= inside << 8
        inside ^= inside << 16
        inside ^= inside << 32
        if state == .quoted { inside = ~inside }
        (all, feeds) = (all & ~inside, feeds & ~inside)
        let opening = shape.quotes & inside
        let closing = shape.quotes & ~inside
        // One opens where a field begins, or is the second of two that stand for one.
        let before = (all | closing) << 1 | (state == .start || state == .behindQuote ? 1 : 0)
        let behind = closing << 1 | (state == .behindQuote ? 1 : 0)
        guard opening & ~before == 0, behind & ~(all | shape.quotes | shape.returns) == 0 else { return false }
        next = inside >> 63 != 0 ? .quoted : closing >> 63 != 0 ? .behindQuote : next
        // The last byte of the block would need the next one.
        guard shape.returns & ~inside & ~(feeds >> 1) == 0 else { return false }
      } else {
        guard shape.returns & ~(feeds >> 1) == 0 else { return false }
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
      let (wholeBefore, recordsBefore, consumedBefore) = (whole, scan.records, scan.consumed)
      while lines != 0 {
        let lowest = lines & (0 &- lines)
        guard count + (all & (lowest &- 1)).nonzeroBitCount + 1 == whole else {
          // The byte loop goes over the block again, and comes to the same end.
          (whole, scan.records, scan.consumed) = (wholeBefore, recordsBefore, consumedBefore)
          return false
        }
        whole += columns
        scan.records += 1
        scan.consumed = position + lines.trailingZeroBitCount + 1
        lines &= lines &- 1
      }
      count += all.nonzeroBitCount
      state = next
      return true
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
