/// Numbers what some columns of records say, in the order in which it is first said.
struct ColumnTexts: ~Copyable {
  /// Neighbouring columns, whose bytes are one stretch.
  private let columns: UnsafeMutableBufferPointer<Record.Columns>
  private let count: Int
  private var table = ByteTable()

  init(_ stretches: [Range<Int>], of width: Int) {
    columns = .allocate(capacity: max(1, stretches.count))
    _ = columns.initialize(from: stretches.map { Record.Columns($0, of: width) })
    count = stretches.count
  }

  deinit { columns.deallocate() }

  /// The columns and what is known of their texts, until something is added: a few words that stay in registers.
  struct View: BitwiseCopyable {
    fileprivate let columns: UnsafePointer<Record.Columns>
    fileprivate let count: Int
    fileprivate let table: ByteTable.View

    /// The number of what a record says; −1 where it is new.
    @inline(always)
    func number(of record: Record) -> Int {
      table.number(count, behind: record.bytes) { record[columns[$0]] }
    }

    /// Whether two records say the same.
    @inline(always)
    func areSame(_ record: Record, _ other: Record) -> Bool {
      for index in 0..<count {
        let (own, theirs) = (record[columns[index]], other[columns[index]])
        guard own.count == theirs.count, let start = own.baseAddress, start - record.bytes >= 8,
          ByteWords.areSame(start, theirs, behind: record.bytes)
        else { return false }
      }
      return true
    }
  }

  /// A view of them.
  @inline(always)
  var view: View {
    View(columns: UnsafePointer(columns.baseAddress.unsafelyUnwrapped), count: count, table: table.view)
  }

  /// Gives what a record says the next number; nil where there are too many.
  mutating func add(_ record: Record) -> Int? {
    table.add(texts(of: record), behind: record.bytes)
  }

  /// What a record says, as one text; nil where it is too long to be shared.
  func key(of record: Record) -> [UInt8]? {
    LearntTexts.key(texts(of: record))
  }

  private func texts(of record: Record) -> [UnsafeRawBufferPointer] { (0..<count).map { record[columns[$0]] } }
}
