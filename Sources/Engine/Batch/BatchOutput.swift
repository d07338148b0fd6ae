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
  /// Whether a run that stops can go on: what is written to is a file on a disk.
  public var canResume: Bool { journal != nil }

  /// Opens the store that is given the run too, and says how many blocks of the run it has. It keeps a run that can go on
  /// later under its mark; with `true` it goes on with the run of that mark, if it has it.
  public typealias Store = (_ mark: String?, _ resumes: Bool) throws -> Int

  /// Files for a run with a signature: all that its bytes depend on, but for the inputs. With `resumes` it goes on where
  /// one of the same signature stopped, if one did, and behind the last block that a store has, if one is given. A run that
  /// begins is told from all others by its mark.
  ///
  /// - Throws: that the run that stopped was another one, or that another one is still writing; `WriteFailure`; and what
  ///   the store throws.
  public convenience init(
    _ path: String, explanations: String?, header: [UInt8], signature: [String], mark: String, resumes: Bool,
    store: Store? = nil
  ) throws {
    try self.init(
      path, explanations: explanations, header: header, signature: signature, mark: mark, resumes: resumes,
      store: store, faults: WriteFaults())
  }

  /// The same, with faults that a test wants.
  package init(
    _ path: String, explanations: String?, header: [UInt8], signature: [String], mark: String, resumes: Bool,
    store: Store? = nil, faults: WriteFaults
  ) throws {
    guard PartFile.isReplaceable(path) else {
      _ = try store?(nil, false)
      main = try PartFile(direct: path, faults)
      self.explanations = try explanations.map { try PartFile($0, length: 0, faults) }
      try main.append(header)
      return
    }
    let journal = try Journal(path, signature: signature, faults)
    self.journal = journal
    let stopped = resumes ? try journal.stopped() : nil
    let mark = stopped?.mark ?? mark
    let kept = try store?(mark, stopped != nil)
    // A run of which the store has nothing begins anew, for what is in a store is whole.
    if kept != 0, let last = try stopped?.last(keptIn: kept) {
      let record = last.record
      try journal.goOn(behind: last)
      resumption = Resumption(position: record.position, tally: record.tally, isDone: record.isDone)
      main = try PartFile(path, length: record.length, isDone: record.isDone, faults)
      self.explanations = try explanations.map {
        try PartFile($0, length: record.explanationLength, isDone: record.isDone, faults)
      }
      return
    }
    // An old journal must not speak of new files.
    try journal.begin(mark)
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
