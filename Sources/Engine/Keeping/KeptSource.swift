internal import Diagnostics
internal import Inventory

/// What a block of a batch was made from, so that it can be read and judged again as it was.
public struct KeptSource: Sendable {
  /// What it is and how it is to be read, as texts in an order that `KeptSource` alone knows.
  public let form: [String]
  /// The bytes of its bills as they stood in the input.
  public let bills: PackedBytes
  /// What else it takes to read it: of a table how it began, and the file beside it. Blocks of one input share them.
  public let attachments: [[UInt8]]

  /// A source that was kept.
  public init(form: [String], bills: PackedBytes, attachments: [[UInt8]]) {
    self.form = form
    self.bills = bills
    self.attachments = attachments
  }
}

extension KeptSource {
  /// The source of a block whose bytes are packed already, given which of its bills have rows elsewhere too.
  init(_ block: Block, _ bills: PackedBytes, returned: Set<Int>) {
    var form = KeptTexts()
    var attachments: [[UInt8]] = []
    switch block.content {
    case .files: break
    case .kept(let files):
      form.add("files")
      form.add(files.count)
      for file in files { file.write(to: &form) }
    case .stream(_, let name):
      form.add("stream")
      form.add(name)
    case .lines(let piece):
      form.add("lines")
      form.add(piece.file.name)
      form.add(piece.firstLine)
    case .problem(let path, let problems):
      form.add("problem")
      form.add(path)
      form.add(problems)
    case .table(let piece):
      form.add("table")
      form.add(piece.layout.path)
      form.add(piece.layout.isUTF8 ? 1 : 0)
      form.add(piece.isContiguous ? 1 : 0)
      form.add(piece.offset)
      form.add(piece.excerpt.text)
      form.add(returned.sorted().map(String.init).joined(separator: " "))
      piece.layout.side?.write(to: &form)
      attachments = [piece.layout.sample] + (piece.layout.side?.bytes.map { [$0] } ?? [])
    }
    self.init(form: form.texts, bills: bills, attachments: attachments)
  }
}

/// A file as it was read: its bytes or those of its parts, and what stood beside it.
struct KeptFile: Sendable {
  var path: String
  var contents: Result<[InputPart], Problems>
  var side: KeptSide

  func write(to form: inout KeptTexts) {
    form.add(path)
    switch contents {
    case .success(let parts):
      form.add(parts.count)
      for part in parts {
        form.add(part.name)
        form.add(part.bytes.count)
      }
    case .failure(let problems):
      form.add(-1)
      form.add(problems)
    }
    side.write(to: &form)
    if let text = side.bytes { form.add(text.count) }
  }

  /// The bytes of its parts, and behind them what stood beside it.
  var bytes: [UInt8] {
    let parts = (try? contents.get()) ?? []
    return parts.flatMap(\.bytes) + (side.bytes ?? [])
  }
}

/// What stood beside a bill for `SideFile`.
enum KeptSide: Sendable {
  case nothing
  case text([UInt8])
  case problem(Problems)

  /// Writes what it is; its bytes are kept apart.
  func write(to form: inout KeptTexts) {
    switch self {
    case .nothing: form.add("none")
    case .text: form.add("text")
    case .problem(let problems):
      form.add("problem")
      form.add(problems)
    }
  }

  /// The bytes to be kept.
  var bytes: [UInt8]? { if case .text(let bytes) = self { bytes } else { nil } }
}

extension Block {
  /// The bytes of its bills, packed for a store, where nothing is known of them.
  var packed: PackedBytes {
    switch content {
    case .files, .problem: PackedBytes(of: [])
    case .kept(let files): PackedBytes(of: files.flatMap(\.bytes))
    case .stream(let bytes, _): PackedBytes(of: bytes)
    case .lines(let piece): PackedBytes(of: piece.bytes)
    case .table(let piece): PackedBytes(of: piece.bytes)
    }
  }

  /// The same block with what its files hold, so that what is judged is what is kept.
  func loaded(_ engine: Engine, _ options: BatchOptions) -> Block {
    guard case .files(let paths) = content else { return self }
    var block = self
    block.content = .kept(
      paths.map { path in
        let contents: Result<[InputPart], Problems>
        do throws(Problems) {
          contents = .success(try engine.contents(at: path, options.reading))
        } catch {
          contents = .failure(error)
        }
        return KeptFile(path: path, contents: contents, side: SideFile.kept(beside: path))
      })
    return block
  }
}
