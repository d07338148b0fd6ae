public import Diagnostics
internal import Documents
internal import Evaluation
public import Inventory

/// A run over many bills: whoever of its threads is free cuts the next block off the input, reads it and judges it; what
/// comes of the blocks is handed on in their order. Only a few blocks are held at a time.
public final class BatchRun<Renderer: BatchRenderer>: @unchecked Sendable {
  /// What a block came to.
  public struct Result: Sendable {
    /// What was made of its entries.
    public var output: Renderer.Output
    /// Where the run goes on behind it.
    public var position: BatchPosition
    /// How many bytes of input it was.
    public var size: Int
    /// What is to be known of tables as a whole that begin in it.
    public var notices: [Finding]
    /// What it was made from, where that is to be kept.
    public var source: KeptSource?
  }

  /// A block that waits for those before it. Its assessments are gone: they are large.
  private struct Done {
    var block: Block
    var outcome: BlockReader<Renderer>.Outcome
    var output: Renderer.Output
    /// Its bytes for a store.
    var packed: PackedBytes?

    init(
      _ block: Block, _ packed: PackedBytes?,
      _ read: (outcome: BlockReader<Renderer>.Outcome, output: Renderer.Output)
    ) {
      self.block = block
      self.packed = packed
      (outcome, output) = read
    }
  }

  private let engine: Engine
  private let options: BatchOptions
  private let isCancelled: @Sendable () -> Bool
  private let renderer: @Sendable () -> Renderer
  private let source: BlockSource
  private let cutting = Monitor()
  private let monitor = Monitor()

  /// The first block. To open an input takes a while, in which threads would only wait for each other, so it is cut before
  /// they begin.
  private var first: (Int, BlockCut)?

  // Guarded by `monitor`.
  private var begun = 0
  private var handedOn = 0
  private var isHanding = false
  private var isStopped = false
  private var failure: (any Error)?
  private var waiting: [Int: Done] = [:]
  /// What threads have learnt goes with the run, and not while one waits for another's end: it takes a while to give back.
  private var learners: [Learner] = []

  // Only whoever hands on looks at these.
  private var ledger: (input: Int, ids: IdentifierLedger)?
  private var closed: Int?
  private var noticed: Int?
  private var resumed: BatchPosition?

  /// A run. Each thread makes what it hands on by a renderer of its own.
  public init(
    _ engine: Engine, _ options: BatchOptions, isCancelled: @escaping @Sendable () -> Bool,
    renderer: @escaping @Sendable () -> Renderer
  ) {
    self.engine = engine
    self.options = options
    self.isCancelled = isCancelled
    self.renderer = renderer
    source = BlockSource(engine, options, isCancelled: isCancelled)
  }

  /// A run in which every bill is assessed. `render` makes of those of a block what is handed on; several threads call it
  /// at once.
  public convenience init<Output: Sendable>(
    _ engine: Engine, _ options: BatchOptions, isCancelled: @escaping @Sendable () -> Bool,
    render: @escaping @Sendable ([BatchEntry]) -> Output
  ) where Renderer == EntryRenderer<Output> {
    self.init(engine, options, isCancelled: isCancelled) { EntryRenderer(render) }
  }

  /// How many files of folders were left out because nothing tells that they are bills; known at the end.
  public var skippedFiles: Int { source.skipped }

  /// Goes on where a run stopped, instead of at the beginning.
  ///
  /// - Throws: that the inputs are no longer those of that run.
  public func resume(at position: BatchPosition) throws(Problems) {
    try source.resume(at: position)
    if position.offset > 0 { resumed = position }
  }

  /// Runs to the end, or until it is cancelled; `body` gets what became of each block, in order, one at a time.
  public func run(_ body: (Result) throws -> Void) throws {
    withoutActuallyEscaping(body) { body in
      let body = UncheckedBody(body: body)
      first = nextBlock()
      Workers.run(options.jobs) { self.work(body) }
    }
    if let failure { throw failure }
  }

  private struct UncheckedBody: @unchecked Sendable {
    let body: (Result) throws -> Void
  }

  /// The reader of a thread.
  private final class Learner {
    var reader: BlockReader<Renderer>

    init(_ reader: consuming BlockReader<Renderer>) { self.reader = reader }
  }

  private func work(_ body: UncheckedBody) {
    let learner = Learner(BlockReader(engine, options, renderer()))
    monitor.locked { learners.append(learner) }
    var spent: [UInt8] = []
    while let (number, cut) = nextBlock() {
      var block = cut.read(insteadOf: &spent)
      if options.keepsSources { block = block.loaded(engine, options) }
      let read = learner.reader.read(block)
      let packed = options.keepsSources ? read.outcome.packed ?? block.packed : nil
      spent = block.takeLines()
      let done = Done(block, packed, read)
      monitor.locked { waiting[number] = done }
      handOn(body)
    }
  }

  /// Waits until there is room, and cuts the next block.
  private func nextBlock() -> (Int, BlockCut)? {
    cutting.locked {
      if let taken = first {
        first = nil
        return taken
      }
      let window = options.jobs * 2 + 2
      let goesOn = monitor.locked {
        monitor.wait { begun - handedOn < window || isStopped }
        return !isStopped
      }
      guard goesOn, let block = source.next() else { return nil }
      return monitor.locked {
        begun += 1
        return (begun - 1, block)
      }
    }
  }

  /// Hands on what is next, unless another thread is about it, which then does this too.
  private func handOn(_ body: UncheckedBody) {
    while true {
      let next: Done? = monitor.locked {
        guard !isHanding, !isStopped, let next = waiting.removeValue(forKey: handedOn) else { return nil }
        isHanding = true
        return next
      }
      guard let next else { return }
      var fault: (any Error)?
      do {
        if let result = result(of: next) { try body.body(result) }
      } catch {
        fault = error
      }
      monitor.locked {
        isHanding = false
        handedOn += 1
        if let fault {
          failure = fault
          isStopped = true
          waiting = [:]
        }
        monitor.wakeAll()
      }
    }
  }

  /// What is handed on of a block, known what came before it; nothing behind a header that ended its table.
  private func result(of done: Done) -> Result? {
    var done = done
    let block = done.block
    guard closed != block.input else { return nil }
    var position = block.next
    var apart: Set<Int> = []
    if case .table(let piece) = block.content {
      let returned = options.isUnsorted ? [] : returning(done.outcome.identifiers, block, piece)
      apart = returned
      if !returned.isEmpty {
        // By a reader that has learnt nothing yet: rows that stand apart are rare.
        var reader = BlockReader(engine, options, renderer())
        done = Done(block, done.packed, reader.read(block, returned: returned))
      }
      if let ledger, position.offset > 0 {
        (position.lastID, position.orders) = (ledger.ids.last, ledger.ids.orders)
      }
      if done.outcome.endsInput {
        closed = block.input
        if position.offset > 0 { position.isClosed = true }
      }
    }
    let notices = noticed == block.input ? [] : done.outcome.tableFindings
    if !notices.isEmpty { noticed = block.input }
    return Result(
      output: done.output, position: position, size: block.size, notices: notices,
      source: done.packed.map { KeptSource(block, $0, returned: apart) })
  }

  private func returning(_ bills: IdentifierRun, _ block: Block, _ piece: TablePiece) -> Set<Int> {
    var ids: IdentifierLedger
    if let ledger, ledger.input == block.input {
      ids = ledger.ids
    } else if let resumed, resumed.inputs + 1 == block.input {
      ids = IdentifierLedger(keepsAll: false, last: resumed.lastID, orders: resumed.orders)
      noticed = block.input
    } else {
      ids = IdentifierLedger(keepsAll: !piece.isRepeatable)
    }
    ledger = nil
    let found = ids.returning(bills) { piece.identifiersBefore(options) }
    ledger = (block.input, ids)
    return found
  }
}
