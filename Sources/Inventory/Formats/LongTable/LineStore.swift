/// The memory of a block of lines, used again for the next.
struct LineStore: ~Copyable {
  private(set) var numbers: UnsafeMutablePointer<Int32>
  private(set) var quantities: UnsafeMutablePointer<Int64>
  private(set) var prices: UnsafeMutablePointer<Int64>
  private(set) var bills: UnsafeMutablePointer<LineBlock.Bill>
  private var capacity: Int
  /// How many lines and bills it holds.
  var lineCount = 0
  var billCount = 0

  init(lines: Int) {
    capacity = lines
    numbers = .allocate(capacity: lines)
    quantities = .allocate(capacity: lines)
    prices = .allocate(capacity: lines)
    bills = .allocate(capacity: lines)
  }

  deinit {
    numbers.deallocate()
    quantities.deallocate()
    prices.deallocate()
    bills.deallocate()
  }

  /// Makes room for more lines, each of which may begin a bill.
  @inline(always)
  mutating func reserve(_ lines: Int) {
    if lineCount &+ lines > capacity { grow(by: lines) }
  }

  @inline(never)
  private mutating func grow(by lines: Int) {
    capacity = max(lineCount + lines, capacity * 2)
    Self.grow(&numbers, lineCount, to: capacity)
    Self.grow(&quantities, lineCount, to: capacity)
    Self.grow(&prices, lineCount, to: capacity)
    Self.grow(&bills, billCount, to: capacity)
  }

  private static func grow<Element: BitwiseCopyable>(
    _ memory: inout UnsafeMutablePointer<Element>, _ count: Int, to capacity: Int
  ) {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    larger.update(from: memory, count: count)
    memory.deallocate()
    memory = larger
  }

  /// Forgets the first bills and their lines, so that what is left begins the next block.
  mutating func drop(bills count: Int) {
    guard count < billCount else {
      lineCount = 0
      billCount = 0
      return
    }
    let first = bills[count].line
    numbers.update(from: numbers + first, count: lineCount - first)
    quantities.update(from: quantities + first, count: lineCount - first)
    prices.update(from: prices + first, count: lineCount - first)
    bills.update(from: bills + count, count: billCount - count)
    lineCount -= first
    billCount -= count
    for bill in 0..<billCount { bills[bill].line -= first }
  }
}
