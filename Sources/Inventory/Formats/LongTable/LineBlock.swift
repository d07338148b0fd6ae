/// Lines of a long table as columns of numbers. It holds only until the reader goes on.
public struct LineBlock: ~Copyable {
  /// Where a bill begins.
  public struct BillStart {
    /// Its first line within the block.
    public var line: Int
    /// Its project, among the projects.
    public var project: Int
    /// The byte of the file at which its first line begins.
    public var offset: Int
  }

  /// How many lines there are.
  public let count: Int
  /// The prototypes known so far.
  public let prototypes: [LinePrototype]
  /// The projects known so far, without the ids of the bills.
  public let projects: [Project]
  /// What each line is, among the prototypes; −1 where the careful reader is needed.
  public let numbers: UnsafeBufferPointer<Int32>
  /// How many, in ten-thousandths; −1 where the careful reader is needed.
  public let quantities: UnsafeBufferPointer<Int64>
  /// The price of one, in ten-thousandths of the currency's unit; −1 where there is none.
  public let prices: UnsafeBufferPointer<Int64>
  /// The byte of the file at which each line begins.
  public let offsets: UnsafeBufferPointer<Int>
  /// The bills that begin among these lines; lines before the first belong to the last bill of the block before.
  public let bills: UnsafeBufferPointer<BillStart>
}
