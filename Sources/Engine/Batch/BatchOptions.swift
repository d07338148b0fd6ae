public import Evaluation
internal import Inventory

/// What a run over many bills reads, and how.
public struct BatchOptions: Sendable {
  /// Files, folders, patterns, or `-`.
  public var inputs: [String]
  /// What `-` stands for; nil for standard input.
  public var content: BatchContent?
  /// How bills are read.
  public var reading: ReadingOptions
  /// How they are judged.
  public var judging: AssessmentOptions
  /// How many threads work.
  public var jobs: Int
  /// Whether the rows of a bill may stand apart in a table; they are then put together, for which the table is held.
  public var isUnsorted = false
  /// Whether what blocks were made from is handed on with them, to be kept.
  public var keepsSources = false
  /// About so many bytes of a table or of lines are a block.
  public var blockSize = 1 << 19

  /// Inputs with options.
  public init(inputs: [String], reading: ReadingOptions, judging: AssessmentOptions, jobs: Int) {
    self.inputs = inputs
    self.reading = reading
    self.judging = judging
    self.jobs = max(1, jobs)
  }
}
