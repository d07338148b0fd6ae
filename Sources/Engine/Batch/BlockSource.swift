internal import Diagnostics
internal import Documents
internal import Glibc
internal import Inventory

/// Cuts the inputs of a batch into blocks, one after the other. The same inputs give the same bills in the same order,
/// wherever the blocks are cut and wherever it begins.
final class BlockSource {
  let engine: Engine
  let options: BatchOptions
  let isCancelled: @Sendable () -> Bool
  private var paths: InputPaths
  private var pending: InputPaths.Item?
  private var open: Opened?
  /// Files that wait to be handed out together.
  private var held: [String] = []
  private var heldBytes = 0
  /// How far it has come, what is held not counted.
  private(set) var position = BatchPosition()

  /// An input that is read in pieces.
  enum Opened {
    case table(TableStream)
    case unsorted(UnsortedTable)
    case lines(LineStream)
    case lineFile(LineCuts)
  }

  /// So many whole files are a block.
  private static let fileCount = 32

  /// How many files of folders were left out because nothing tells that they are bills.
  var skipped: Int { paths.skipped }

  init(_ engine: Engine, _ options: BatchOptions, isCancelled: @escaping @Sendable () -> Bool) {
    self.engine = engine
    self.options = options
    self.isCancelled = isCancelled
    paths = InputPaths(options.inputs, format: options.reading.format)
  }

  /// The next block; nil at the end, or where the run is cancelled.
  func next() -> BlockCut? {
    while !isCancelled() {
      if let opened = open {
        if let block = nextPiece(of: opened) { return block }
        if isCancelled() { return nil }
        open = nil
        finishInput()
        continue
      }
      guard let item = pending ?? paths.nextItem() else { return flush() }
      pending = nil
      if !held.isEmpty, !isWhole(item) || held.count >= Self.fileCount || heldBytes >= options.blockSize {
        pending = item
        return flush()
      }
      switch item {
      case .problem(let path, let problems):
        stamp(path)
        finishInput()
        return block(.problem(path, problems), size: 0)
      case .file(let path):
        let size = stamp(path)
        if isWhole(item) {
          held.append(path)
          heldBytes += size
        } else if let block = begin(path, size: size, at: nil) {
          return block
        }
      }
    }
    return nil
  }

  /// Goes on where a run stopped.
  ///
  /// - Throws: that the inputs are no longer those of that run.
  func resume(at wanted: BatchPosition) throws(Problems) {
    for _ in 0..<wanted.inputs {
      guard let item = paths.nextItem() else { throw Self.changed }
      stamp(item.path)
      finishInput()
    }
    if wanted.offset > 0 {
      guard case .file(let path) = paths.nextItem(), path != "-" else { throw Self.changed }
      stamp(path)
      guard position.fingerprint == wanted.fingerprint else { throw Self.changed }
      position = wanted
      if wanted.isClosed {
        finishInput()
      } else if begin(path, size: 0, at: wanted) != nil {
        throw Self.changed
      }
    }
    guard position.fingerprint == wanted.fingerprint else { throw Self.changed }
  }

  static var changed: Problems {
    Problems(
      Diagnostic(
        .error, "inputs-changed",
        Localized(zh: "输入与中断的那一次不同，不能接着运行", en: "the inputs are not those of the run that stopped, so it cannot go on"),
        help: Localized(zh: "去掉 --resume 从头运行", en: "leave out --resume to begin anew")))
  }

  /// The next piece of an open input; what is wrong with it ends the input.
  private func nextPiece(of opened: Opened) -> BlockCut? {
    do {
      switch opened {
      case .table(let table):
        guard let (piece, size) = try table.next() else { return nil }
        (position.offset, position.line) = (table.offset, table.line)
        return block(.table(piece), size: size)
      case .unsorted(let table):
        guard let (piece, size) = try table.next() else { return nil }
        position.offset = table.done
        return block(.table(piece), size: size)
      case .lines(let lines):
        guard let piece = try lines.next() else { return nil }
        (position.offset, position.line) = (lines.offset, lines.line)
        return block(.lines(piece), size: piece.bytes.count)
      case .lineFile(let cuts):
        guard let lines = try cuts.next() else { return nil }
        position.offset = cuts.offset
        return .unread(lines, input: input, next: position)
      }
    } catch {
      let name =
        switch opened {
        case .table(let table): table.layout.name
        case .unsorted(let table): table.layout.name
        case .lines(let lines): lines.name
        case .lineFile(let cuts): cuts.file.name
        }
      open = nil
      finishInput()
      return block(.problem(name, error), size: 0)
    }
  }

  /// Opens an input that may be read in pieces; a block where it is not.
  private func begin(_ path: String, size: Int, at wanted: BatchPosition?) -> BlockCut? {
    do {
      switch try opened(path, at: wanted) {
      case .pieces(let opened):
        open = opened
        return nil
      case .whole:
        finishInput()
        return block(.files([path]), size: size)
      case .stream(let bytes, let name):
        finishInput()
        return block(.stream(bytes, name: name), size: bytes.count)
      case .cancelled: return nil
      }
    } catch {
      finishInput()
      return block(.problem(options.name(of: path), error), size: 0)
    }
  }

  private func flush() -> BlockCut? {
    guard !held.isEmpty else { return nil }
    position.inputs += held.count
    defer { (held, heldBytes) = ([], 0) }
    return block(.files(held), size: heldBytes)
  }

  private func block(_ content: Block.Content, size: Int) -> BlockCut {
    .whole(Block(input: input, content: content, next: position, size: size))
  }

  /// The place of the input that a block is cut off.
  private var input: Int { position.inputs + (position.offset > 0 ? 1 : 0) }

  private func finishInput() {
    position.inputs += 1
    (position.offset, position.line) = (0, 1)
    (position.lastID, position.orders, position.isClosed) = (nil, .all, false)
  }

  /// Takes an input into the fingerprint; its size.
  @discardableResult
  private func stamp(_ path: String) -> Int {
    var status = stat()
    let isThere = path != "-" && stat(path, &status) == 0
    let time = isThere ? "\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)" : ""
    let size = isThere ? Int(status.st_size) : 0
    position.fingerprint = Digest.text(of: [Array("\(position.fingerprint)\n\(path)\n\(size)\n\(time)".utf8)])
    return size
  }

  /// Whether an input is surely read at once, told by its name and the format alone.
  private func isWhole(_ item: InputPaths.Item) -> Bool {
    guard case .file(let path) = item, path != "-" else { return false }
    switch options.reading.format {
    case .ndjson, .table: return false
    case nil:
      let suffix = path.fileSuffix
      return ["yaml", "yml", "json", "xml", "xlsx", "xlsm", "xls"].contains(suffix)
    default: return true
    }
  }
}

extension InputPaths.Item {
  /// The path, whatever became of it.
  var path: String {
    switch self {
    case .file(let path), .problem(let path, _): path
    }
  }
}
