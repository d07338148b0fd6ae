internal import Diagnostics
internal import Inventory

/// What a block of a batch was made from, so that it can be read and judged again as it was.
public struct KeptSource: Sendable {
  /// What it is and how it is to be read, as texts in an order that `KeptSource` alone knows.
  public let form: [String]
  /// The bytes of its bills as they stood in the input.
  public let bytes: [UInt8]
  /// What else it takes to read it: of a table how it began, and the file beside it. Blocks of one input share them.
  public let attachments: [[UInt8]]

  /// A source that was kept.
  public init(form: [String], bytes: [UInt8], attachments: [[UInt8]]) {
    self.form = form
    self.bytes = bytes
    self.attachments = attachments
  }
}

extension KeptSource {
  /// The source of a block, given which of its bills have rows elsewhere too.
  init(_ block: Block, returned: Set<Int>) {
    var form = KeptTexts()
    switch block.content {
    case .files: self.init(form: [], bytes: [], attachments: [])
    case .kept(let files):
      var bytes: [UInt8] = []
      form.add("files")
      form.add(files.count)
      for file in files { file.write(to: &form, &bytes) }
      self.init(form: form.texts, bytes: bytes, attachments: [])
    case .stream(let bytes, let name):
      form.add("stream")
      form.add(name)
      self.init(form: form.texts, bytes: bytes, attachments: [])
    case .lines(let piece):
      form.add("lines")
      form.add(piece.name)
      form.add(piece.firstLine)
      self.init(form: form.texts, bytes: piece.bytes, attachments: [])
    case .problem(let path, let problems):
      form.add("problem")
      form.add(path)
      form.add(problems)
      self.init(form: form.texts, bytes: [], attachments: [])
    case .table(let piece):
      form.add("table")
      form.add(piece.layout.path)
      form.add(piece.layout.isUTF8 ? 1 : 0)
      form.add(piece.isContiguous ? 1 : 0)
      form.add(piece.offset)
      form.add(piece.excerpt.text)
      form.add(returned.sorted().map(String.init).joined(separator: " "))
      let side = piece.layout.side?.write(to: &form)
      self.init(form: form.texts, bytes: piece.bytes, attachments: [piece.layout.sample] + (side.map { [$0] } ?? []))
    }
  }
}

/// A file as it was read: its bytes or those of its parts, and what stood beside it.
struct KeptFile: Sendable {
  var path: String
  var contents: Result<[InputPart], Problems>
  var side: KeptSide

  func write(to form: inout KeptTexts, _ bytes: inout [UInt8]) {
    form.add(path)
    switch contents {
    case .success(let parts):
      form.add(parts.count)
      for part in parts {
        form.add(part.name)
        form.add(part.bytes.count)
        bytes += part.bytes
      }
    case .failure(let problems):
      form.add(-1)
      form.add(problems)
    }
    if let text = side.write(to: &form) {
      form.add(text.count)
      bytes += text
    }
  }
}

/// What stood beside a bill for `SideFile`.
enum KeptSide: Sendable {
  case nothing
  case text([UInt8])
  case problem(Problems)

  /// Writes it; the bytes to be kept.
  func write(to form: inout KeptTexts) -> [UInt8]? {
    switch self {
    case .nothing: form.add("none")
    case .text(let bytes):
      form.add("text")
      return bytes
    case .problem(let problems):
      form.add("problem")
      form.add(problems)
    }
    return nil
  }
}

extension Block {
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
