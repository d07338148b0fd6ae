/// A record within a chunk.
struct Record: BitwiseCopyable {
  /// Where its fields end; the place before the first is where the record before ended.
  let ends: UnsafePointer<UInt32>
  let bytes: UnsafeRawPointer
  /// The last column, and where it ends without a carriage return.
  let last: Int
  let end: Int

  /// Neighbouring columns of a record.
  struct Columns: BitwiseCopyable {
    let before: Int
    let last: Int
    let isLast: Bool

    init(_ columns: Range<Int>, of width: Int) {
      before = columns.lowerBound - 1
      last = columns.upperBound - 1
      isLast = columns.upperBound == width
    }
  }

  @inline(always)
  init(ends: UnsafePointer<UInt32>, bytes: UnsafeRawPointer, width: Int) {
    self.ends = ends
    self.bytes = bytes
    last = width &- 1
    let (start, stop) = (Int(ends[width &- 2] &+ 1), Int(ends[width &- 1]))
    let isReturn = stop > start && bytes.load(fromByteOffset: max(0, stop &- 1), as: UInt8.self) == 0x0D
    end = isReturn ? stop &- 1 : stop
  }

  /// Where it begins.
  @inline(always)
  var start: Int { Int(ends[-1] &+ 1) }

  /// The bytes of a field, quotes included.
  @inline(always)
  subscript(_ column: Int) -> UnsafeRawBufferPointer {
    let range = range(of: column)
    return UnsafeRawBufferPointer(start: bytes + range.lowerBound, count: range.count)
  }

  /// Where a field stands.
  @inline(always)
  func range(of column: Int) -> Range<Int> {
    let from = Int(ends[column &- 1] &+ 1)
    return Range(uncheckedBounds: (from, column == last ? end : Int(ends[column])))
  }

  /// The bytes of neighbouring fields, with what separates them.
  @inline(always)
  subscript(_ columns: Columns) -> UnsafeRawBufferPointer {
    let from = Int(ends[columns.before] &+ 1)
    return UnsafeRawBufferPointer(
      start: bytes + from, count: (columns.isLast ? end : Int(ends[columns.last])) &- from)
  }
}
