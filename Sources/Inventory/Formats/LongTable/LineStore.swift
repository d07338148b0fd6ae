/// The memory of one block of lines, used again for the next.
struct LineStore: ~Copyable {
  let numbers: UnsafeMutableBufferPointer<Int32>
  let quantities: UnsafeMutableBufferPointer<Int64>
  let prices: UnsafeMutableBufferPointer<Int64>
  let offsets: UnsafeMutableBufferPointer<Int>
  let bills: UnsafeMutableBufferPointer<LineBlock.BillStart>

  init(lines: Int) {
    numbers = .allocate(capacity: lines)
    quantities = .allocate(capacity: lines)
    prices = .allocate(capacity: lines)
    offsets = .allocate(capacity: lines)
    bills = .allocate(capacity: lines)
    numbers.initialize(repeating: 0)
    quantities.initialize(repeating: 0)
    prices.initialize(repeating: 0)
    offsets.initialize(repeating: 0)
    bills.initialize(repeating: LineBlock.BillStart(line: 0, project: 0, offset: 0))
  }

  deinit {
    numbers.deallocate()
    quantities.deallocate()
    prices.deallocate()
    offsets.deallocate()
    bills.deallocate()
  }

  func block(lines: Int, bills count: Int, _ prototypes: [LinePrototype], _ projects: [Project]) -> LineBlock {
    LineBlock(
      count: lines, prototypes: prototypes, projects: projects,
      numbers: UnsafeBufferPointer(rebasing: numbers[..<lines]),
      quantities: UnsafeBufferPointer(rebasing: quantities[..<lines]),
      prices: UnsafeBufferPointer(rebasing: prices[..<lines]),
      offsets: UnsafeBufferPointer(rebasing: offsets[..<lines]),
      bills: UnsafeBufferPointer(rebasing: bills[..<count]))
  }
}
