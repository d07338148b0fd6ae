public import Evaluation

/// Makes of judged bills what a run hands on, block after block; a thread has one of its own.
public protocol BatchRenderer: SendableMetatype {
  /// What a block comes to.
  associatedtype Output: Sendable

  /// Whether bills of different places differ though no policy tells them apart.
  var showsRegions: Bool { get }
  /// Whether it shows what was found of bills that were assessed, in words and with the place in the input; else findings
  /// are only counted.
  var showsFindings: Bool { get }
  /// Adds a bill to the block.
  mutating func add(_ entry: BatchEntry)
  /// What is to be kept of the outcome of a bill that was assessed; nil where every bill of it must be. `sums` gives the
  /// numbers by which bills of one outcome differ.
  mutating func pattern(
    of entry: BatchEntry, _ outcome: BlockAssessor.Outcome, _ sums: BlockAssessor
  ) -> BatchPattern?
  /// What the renderers of other threads may have of what was kept; nil where each must make its own.
  func shared(_ pattern: BatchPattern) -> (any Sendable)?
  /// What is to be kept of an outcome, by what another renderer has shared.
  mutating func pattern(by shared: any Sendable) -> BatchPattern?
  /// Adds a bill of an outcome to the block, by what was kept of it; false where it must be assessed after all.
  mutating func add(_ bill: AlikeBill, like pattern: BatchPattern) -> Bool
  /// What the bills since the last time came to.
  mutating func finish() -> Output
}

/// What a renderer keeps of an outcome, so that the other bills that have it need not be assessed.
open class BatchPattern {
  /// Nothing yet.
  public init() {}
}

/// A bill that has the outcome of another one. It holds only until the next is judged.
///
/// An object that is filled anew for each bill: its references would otherwise be counted at every bill, by all threads at
/// once.
public final class AlikeBill {
  /// The line at which it begins.
  public private(set) var line = 0
  /// Its id; empty where it has none.
  public private(set) var id = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  /// Which outcome it has, and how many findings.
  public private(set) var outcome = BlockAssessor.Outcome()
  /// Its numbers.
  public let sums: BlockAssessor
  /// The text that the bills of a block stand in.
  var text: [UInt8] = []
  private var range = 0..<0

  init(_ sums: BlockAssessor) { self.sums = sums }

  /// What is made of the digest of the bytes that it was read from.
  public func withDigest<Made>(_ make: (UnsafeBufferPointer<UInt8>) -> Made) -> Made {
    Digest.withText(of: text, in: range, make)
  }

  func fill(_ outcome: BlockAssessor.Outcome, line: Int, id: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
    self.outcome = outcome
    self.line = line
    self.id = id
    self.range = range
  }
}

/// Makes something of all bills of a block at once, each of which is assessed.
public struct EntryRenderer<Output: Sendable>: BatchRenderer {
  private let render: @Sendable ([BatchEntry]) -> Output
  private var entries: [BatchEntry] = []
  /// Every bill is assessed anyway.
  public var showsRegions: Bool { true }
  /// Whoever makes something of the entries may show what was found.
  public var showsFindings: Bool { true }

  init(_ render: @escaping @Sendable ([BatchEntry]) -> Output) { self.render = render }

  /// Keeps it.
  public mutating func add(_ entry: BatchEntry) { entries.append(entry) }

  /// None: every bill is to be assessed.
  public func pattern(
    of entry: BatchEntry, _ outcome: BlockAssessor.Outcome, _ sums: BlockAssessor
  ) -> BatchPattern? { nil }
  /// None.
  public func shared(_ pattern: BatchPattern) -> (any Sendable)? { nil }
  /// None.
  public func pattern(by shared: any Sendable) -> BatchPattern? { nil }
  /// Never asked for.
  public mutating func add(_ bill: AlikeBill, like pattern: BatchPattern) -> Bool { false }

  /// What the bills come to.
  public mutating func finish() -> Output {
    defer { entries = [] }
    return render(entries)
  }
}
