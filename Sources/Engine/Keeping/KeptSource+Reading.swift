internal import Diagnostics
internal import Inventory

extension KeptSource {
  /// The block that it was; nil where the texts are not those that a block leaves.
  func block(_ engine: Engine, _ options: BatchOptions, _ layouts: inout KeptLayouts) -> (Block, returned: Set<Int>)? {
    guard let bytes = bills.bytes else { return nil }
    var form = KeptTextReader(form)
    var returned: Set<Int> = []
    let content: Block.Content
    switch form.text() {
    case "files":
      var taken = 0
      guard let count = form.number(), count >= 0 else { return nil }
      var files: [KeptFile] = []
      for _ in 0..<count {
        guard let file = KeptFile(&form, bytes, &taken) else { return nil }
        files.append(file)
      }
      content = .kept(files)
    case "stream":
      guard let name = form.text() else { return nil }
      content = .stream(bytes, name: name)
    case "lines":
      guard let name = form.text(), let line = form.number() else { return nil }
      content = .lines(LinePiece(file: LineFile(name), bytes: bytes, firstLine: line))
    case "problem":
      guard let path = form.text(), let problems = form.problems() else { return nil }
      content = .problem(path, problems)
    case "table":
      guard let path = form.text(), let isUTF8 = form.number(), let isContiguous = form.number(),
        let offset = form.number(), let excerpt = form.text().flatMap({ Excerpt(text: $0) }),
        let marks = form.text(), let sample = attachments.first,
        let side = KeptSide(&form, attachments.count > 1 ? attachments[1] : nil)
      else { return nil }
      returned = Set(marks.split(separator: " ").compactMap { Int($0) })
      guard
        let layout = layouts.layout(
          path, sample, side, isUTF8: isUTF8 == 1, BlockSource(engine, options, isCancelled: { false })),
        bytes.starts(with: layout.head)
      else { return nil }
      content = .table(
        TablePiece(layout: layout, bytes: bytes, excerpt: excerpt, offset: offset, isContiguous: isContiguous == 1))
    default: return nil
    }
    return (Block(input: 0, content: content, next: BatchPosition(), size: bytes.count), returned)
  }
}

/// The layout of the table that was read last: the next block is most often of the same.
struct KeptLayouts {
  private var last: TableLayout?

  mutating func layout(
    _ path: String, _ sample: [UInt8], _ side: KeptSide, isUTF8: Bool, _ source: BlockSource
  ) -> TableLayout? {
    if let last, last.path == path, last.isUTF8 == isUTF8, last.sample == sample, last.side?.bytes == side.bytes {
      return last
    }
    last = try? source.layout(of: sample, path, hasMark: isUTF8, side, isRegular: false)
    return last
  }
}

extension KeptFile {
  init?(_ form: inout KeptTextReader, _ bytes: [UInt8], _ taken: inout Int) {
    guard let path = form.text(), let count = form.number() else { return nil }
    self.path = path
    func take(_ length: Int) -> [UInt8]? {
      guard length >= 0, length <= bytes.count - taken else { return nil }
      taken += length
      return Array(bytes[taken - length..<taken])
    }
    if count < 0 {
      guard let problems = form.problems() else { return nil }
      contents = .failure(problems)
    } else {
      var parts: [InputPart] = []
      for _ in 0..<count {
        guard let name = form.text(), let length = form.number(), let own = take(length) else { return nil }
        parts.append(InputPart(name: name, bytes: own))
      }
      contents = .success(parts)
    }
    if form.next == "text" {
      _ = form.text()
      guard let length = form.number(), let own = take(length) else { return nil }
      side = .text(own)
    } else {
      guard let side = KeptSide(&form, nil) else { return nil }
      self.side = side
    }
  }
}

extension KeptSide {
  init?(_ form: inout KeptTextReader, _ bytes: [UInt8]?) {
    switch form.text() {
    case "none": self = .nothing
    case "text":
      guard let bytes else { return nil }
      self = .text(bytes)
    case "problem":
      guard let problems = form.problems() else { return nil }
      self = .problem(problems)
    default: return nil
    }
  }
}
