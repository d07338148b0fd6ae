internal import Diagnostics
internal import Evaluation
internal import Inventory

/// Reads and judges again what was kept of a run, block by block.
public struct BlockReplay: ~Copyable {
  private let engine: Engine
  private let options: BatchOptions
  private var reader: BlockReader<EntryRenderer<[BatchEntry]>>
  private var layouts = KeptLayouts()

  /// A replay by the rules and options of the run.
  public init(_ engine: Engine, _ options: BatchOptions) {
    self.engine = engine
    self.options = options
    // Every bill is assessed by itself: a second way to what the batch found by sums.
    reader = BlockReader(engine, options, EntryRenderer { $0 })
  }

  /// What becomes of the bills of a block; nil where what was kept is no block.
  public mutating func entries(of source: KeptSource) -> [BatchEntry]? {
    guard let (block, returned) = source.block(engine, options, &layouts) else { return nil }
    return reader.read(block, returned: returned).output
  }
}
