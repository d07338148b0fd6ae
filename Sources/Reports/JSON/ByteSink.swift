/// Bytes that grow at their end, piece by piece; a report has thousands of pieces, most of them short.
struct ByteSink: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var count = 0

  init(capacity: Int) {
    self.capacity = max(capacity, 64)
    start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  /// How many there are.
  var length: Int { count }

  /// Forgets what stands behind a place.
  mutating func cut(to length: Int) { count = min(count, length) }

  /// All of them, which are then gone from it.
  mutating func take() -> [UInt8] {
    defer { count = 0 }
    return bytes
  }

  /// All of them.
  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    start[count] = byte
    count += 1
  }

  /// A byte again and again.
  @inline(__always)
  mutating func append(_ byte: UInt8, count times: Int) {
    if capacity - count < times { grow(by: times) }
    (start + count).update(repeating: byte, count: times)
    count += times
  }

  @inline(__always)
  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    guard let first = piece.baseAddress else { return }
    if capacity - count < piece.count { grow(by: piece.count) }
    (start + count).update(from: first, count: piece.count)
    count += piece.count
  }

  @inline(__always)
  mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// What `body` writes to the place that it is given, of which it says the end: at most so many bytes. Whether there is
  /// room is then asked once for many pieces.
  @inline(__always)
  mutating func append(
    atMost limit: Int, _ body: (UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8>
  ) {
    if capacity - count < limit { grow(by: limit) }
    count = body(start + count) - start
  }

  private mutating func grow(by more: Int) {
    capacity = max(capacity * 2, count + more)
    let wider = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    wider.update(from: start, count: count)
    start.deallocate()
    start = wider
  }
}
