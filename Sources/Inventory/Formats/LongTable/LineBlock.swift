public import Diagnostics

/// Whole bills with their lines as columns of numbers. It holds only until the reader goes on.
public struct LineBlock: ~Copyable {
  /// A bill of a block.
  public struct Bill: BitwiseCopyable, Sendable {
    /// Its first line within the block; those of the next bill end its own.
    public internal(set) var line: Int
    /// Its project, among the projects; of no meaning where it is not plain.
    public internal(set) var project: Int
    /// The byte of the file at which it begins.
    public internal(set) var start: Int
    /// The byte of the file behind it.
    public internal(set) var end: Int
    /// The line of the file at which it begins.
    public internal(set) var row: Int
    /// A hash of its id: enough to suspect that one returns.
    public internal(set) var identifier: UInt64
    /// Where its id stands in the text of the block, and how many bytes it is; none where a plain bill has none.
    var idStart = 0
    var idCount = 0
    /// The same for the name of its project, where a table has a column of names.
    var nameStart = 0
    var nameCount = 0
    /// Whether its numbers say all of it; if not, only `read` does.
    public internal(set) var isPlain: Bool
  }

  /// The bills, in order.
  public let bills: UnsafeBufferPointer<Bill>
  /// What each line is, among the prototypes.
  public let numbers: UnsafeBufferPointer<Int32>
  /// How many, in ten-thousandths.
  public let quantities: UnsafeBufferPointer<Int64>
  /// The price of one, in ten-thousandths of the currency's unit; −1 where there is none.
  public let prices: UnsafeBufferPointer<Int64>
  /// The prototypes known so far.
  public let prototypes: [LinePrototype]
  /// The projects known so far, without what most bills have of their own: the id and the name.
  public let projects: [Project]
  let source: Source
  /// The text that the bills stand in.
  let text: UnsafeBufferPointer<UInt8>

  /// What the bills are read from again where more than numbers is asked for.
  enum Source {
    /// A long table, and a chunk of its text with the byte of the file at which it begins.
    case table(LongTable, UnsafeBufferPointer<UInt8>, at: Int)
    case lines(BillLines)
  }

  /// The lines of a bill.
  @inline(__always)
  public func lines(of bill: Int) -> Range<Int> {
    bills[bill].line..<(bill + 1 < bills.count ? bills[bill + 1].line : numbers.count)
  }

  /// The id of a plain bill; nil where it has none.
  public func id(of bill: Int) -> String? {
    switch source {
    case .table(let table, let chunk, let offset): table.id(of: bills[bill], chunk, offset)
    case .lines(let lines): lines.id(of: bills[bill], like: projects[bills[bill].project])
    }
  }

  /// The bytes of a plain bill's id; none where its project has the id, or it has none.
  @inline(__always)
  public func idBytes(of bill: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: text[bills[bill].idStart..<bills[bill].idStart &+ bills[bill].idCount])
  }

  /// A bill as the careful reader gives it where it stands alone, with its places and its findings; nil where it has errors,
  /// all of which are reported. A plain bill may be had without places, which take longer than all else of it.
  public func read(_ bill: Int, hasPlaces: Bool = true, _ problems: inout Problems) -> BillOfMaterials? {
    switch source {
    case .table(let table, let chunk, let offset):
      bills[bill].isPlain
        ? table.plain(self, bill, chunk, offset, hasPlaces: hasPlaces)
        : table.careful(bills[bill], chunk, offset, &problems)
    case .lines(let lines):
      (bills[bill].isPlain ? lines.plain(self, bill, hasPlaces: hasPlaces) : nil)
        ?? lines.careful(bills[bill], &problems)
    }
  }
}
