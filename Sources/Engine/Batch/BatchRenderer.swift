public import Evaluation

/// Makes of judged bills what a run hands on, block after block; a thread has one of its own.
public protocol BatchRenderer: SendableMetatype {
  /// What a block comes to.
  associatedtype Output: Sendable
  /// What is kept of an outcome, so that the other bills that have it need not be assessed.
  associatedtype Pattern: AnyObject

  /// Adds a bill to the block.
  mutating func add(_ entry: BatchEntry)
  /// What is to be kept of the outcome of a bill that was assessed; nil where every bill of it must be. `sums` gives the
  /// numbers by which bills of one outcome differ.
  func pattern(of entry: BatchEntry, _ outcome: BlockAssessor.Outcome, _ sums: BlockAssessor) -> Pattern?
  /// Adds a bill of an outcome to the block.
  mutating func add(_ bill: AlikeBill, like pattern: Pattern)
  /// What the bills since the last time came to.
  mutating func finish() -> Output
}

/// A bill that has the outcome of another one. It holds only until the next is judged.
public struct AlikeBill {
  /// The file that it stands in.
  public let source: String
  /// The line at which it begins.
  public let line: Int
  /// Its id; empty where it has none.
  public let id: UnsafeBufferPointer<UInt8>
  /// Which outcome it has, and how many findings.
  public let outcome: BlockAssessor.Outcome
  /// Its numbers.
  public let sums: BlockAssessor
  /// The digest of the bytes that it was read from.
  public let digest: () -> String
}

/// Makes something of all bills of a block at once, each of which is assessed.
public struct EntryRenderer<Output: Sendable>: BatchRenderer {
  private let render: @Sendable ([BatchEntry]) -> Output
  private var entries: [BatchEntry] = []

  /// Never made.
  public final class Pattern {
    private init() {}
  }

  init(_ render: @escaping @Sendable ([BatchEntry]) -> Output) { self.render = render }

  /// Keeps it.
  public mutating func add(_ entry: BatchEntry) { entries.append(entry) }

  /// None: every bill is to be assessed.
  public func pattern(
    of entry: BatchEntry, _ outcome: BlockAssessor.Outcome, _ sums: BlockAssessor
  ) -> Pattern? { nil }
  /// Never asked for.
  public mutating func add(_ bill: AlikeBill, like pattern: Pattern) {}

  /// What the bills come to.
  public mutating func finish() -> Output {
    defer { entries = [] }
    return render(entries)
  }
}
