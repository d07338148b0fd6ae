/// A record within a chunk.
struct Record {
  let ends: UnsafePointer<UInt32>
  let bytes: UnsafeRawPointer
  let start: Int
  let last: Int
  let separator: UInt8

  /// Whether some neighbouring fields are the same in another record.
  @inline(__always)
  func agrees(with other: Record, in stretches: [Range<Int>]) -> Bool {
    for stretch in stretches where !Self.areSame(self[stretch], other[stretch]) { return false }
    return true
  }

  @inline(__always)
  static func areSame(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    left.count == right.count && ByteTable.areSame(left, 0, right)
  }

  /// The bytes of a field, quotes included.
  @inline(__always)
  subscript(_ column: Int) -> UnsafeRawBufferPointer { self[column..<column + 1] }

  /// Where a field stands.
  @inline(__always)
  func range(of column: Int) -> Range<Int> {
    let from = column == 0 ? start : Int(ends[column - 1]) + 1
    var to = Int(ends[column])
    if column == last, to > from, bytes.load(fromByteOffset: to - 1, as: UInt8.self) == 0x0D { to -= 1 }
    return from..<to
  }

  /// The bytes of neighbouring fields, with what separates them.
  @inline(__always)
  subscript(_ stretch: Range<Int>) -> UnsafeRawBufferPointer {
    let from = stretch.lowerBound == 0 ? start : Int(ends[stretch.lowerBound - 1]) + 1
    var to = Int(ends[stretch.upperBound - 1])
    if stretch.upperBound > last, to > from, bytes.load(fromByteOffset: to - 1, as: UInt8.self) == 0x0D { to -= 1 }
    return UnsafeRawBufferPointer(start: bytes + from, count: to - from)
  }
}
