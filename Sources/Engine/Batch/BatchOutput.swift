internal import Diagnostics
public import Evaluation
internal import Glibc

/// The files that a batch writes, block by block: `results.csv` with, where somebody wants them, explanations beside it.
///
/// They are written to `results.csv.part` and get their name at the end. After each block a line of `results.csv.journal`
/// says how long they are and how far the inputs are read, so that a run that was killed at any moment can go on from its
/// last whole block. What is no file on a disk is written to as it is.
public final class BatchOutput {
  /// Where a run goes on, and what the bills before came to.
  public struct Resumption: Sendable {
    /// Where it goes on.
    public var position: BatchPosition
    /// What was judged before.
    public var tally: BatchTally
    /// Whether nothing is left to be judged.
    public var isDone: Bool
  }

  /// Where a run goes on; nil for one that begins.
  public private(set) var resumption: Resumption?
  private var main: PartFile
  private var explanations: PartFile?
  private var journal: Journal?

  /// Files for a run with a signature: all that its bytes depend on, but for the inputs. With `resumes` it goes on where
  /// one of the same signature stopped, if one did.
  ///
  /// - Throws: that the run that stopped was another one, or that another one is still writing; `WriteFailure`.
  public convenience init(
    _ path: String, explanations: String?, header: [UInt8], signature: [String], resumes: Bool
  ) throws {
    try self.init(
      path, explanations: explanations, header: header, signature: signature, resumes: resumes, faults: WriteFaults())
  }

  /// The same, with faults that a test wants.
  package init(
    _ path: String, explanations: String?, header: [UInt8], signature: [String], resumes: Bool, faults: WriteFaults
  ) throws {
    guard PartFile.isReplaceable(path) else {
      main = try PartFile(direct: path, faults)
      self.explanations = try explanations.map { try PartFile($0, length: 0, faults) }
      try main.append(header)
      return
    }
    let journal = try Journal(path, signature: signature, faults)
    self.journal = journal
    if resumes, let record = try journal.lastRecord() {
      resumption = Resumption(position: record.position, tally: record.tally, isDone: record.isDone)
      main = try PartFile(path, length: record.length, isDone: record.isDone, faults)
      self.explanations = try explanations.map {
        try PartFile($0, length: record.explanationLength, isDone: record.isDone, faults)
      }
      return
    }
    // An old journal must not speak of new files.
    try journal.begin()
    main = try PartFile(path, length: 0, faults)
    self.explanations = try explanations.map { try PartFile($0, length: 0, faults) }
    try main.append(header)
  }

  /// Writes what became of a block, and that the run goes on behind it.
  public func append(
    _ rows: [UInt8], explanations: [UInt8], position: BatchPosition, tally: BatchTally
  ) throws {
    try main.append(rows)
    try self.explanations?.append(explanations)
    try journal?.append(record(position, tally, isDone: false))
  }

  /// Makes sure that all is on the disk so far.
  public func sync() throws {
    try explanations?.sync()
    try main.sync()
  }

  /// Gives the files their names.
  public func finish(position: BatchPosition, tally: BatchTally) throws {
    if resumption?.isDone != true { try journal?.append(record(position, tally, isDone: true)) }
    try explanations?.finish()
    try main.finish()
    try journal?.remove()
  }

  private func record(_ position: BatchPosition, _ tally: BatchTally, isDone: Bool) -> Journal.Record {
    Journal.Record(
      position: position, tally: tally, length: main.length, explanationLength: explanations?.length ?? 0,
      isDone: isDone)
  }
}

/// That something could not be written.
public struct WriteFailure: Error, Sendable {
  /// The file.
  public let path: String
  /// The number of the system's error.
  public let code: Int32
}

/// Faults that a test puts between a run and its disk.
package struct WriteFaults: Sendable {
  /// Asked before each step; a number lets only so many bytes of a write through, and then all ends as if killed.
  package var interrupt: @Sendable (_ step: String) -> Int?

  package init(interrupt: @escaping @Sendable (_ step: String) -> Int? = { _ in nil }) {
    self.interrupt = interrupt
  }

  /// That the process was killed.
  package struct Killed: Error {
    package init() {}
  }

  func check(_ step: String) throws {
    if interrupt(step) != nil { throw Killed() }
  }
}
