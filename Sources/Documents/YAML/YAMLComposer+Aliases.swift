internal import CLibYAML
internal import Diagnostics

extension YAMLComposer {
  private static let anchorLimit = 100_000

  /// Gives the next node a name, and the slot under which it is known; -1 if it has none.
  mutating func declare(
    _ anchor: UnsafePointer<UInt8>?, at place: SourceLocation, isOpen: Bool
  ) throws(Problems) -> Int {
    guard let anchor else { return -1 }
    guard anchors.count < Self.anchorLimit else {
      throw builder.stopped(by: .tooManyAnchors(Self.anchorLimit), at: place)
    }
    return anchors.declare(String(cString: anchor), index: builder.tape.entries.count, isOpen: isOpen)
  }

  /// Puts an alias on the tape: one entry, whatever the size of what it stands for.
  mutating func addAlias(_ event: UnsafePointer<yaml_event_t>) throws(Problems) {
    let start = event.pointee.start_mark.location
    let end = event.pointee.end_mark.location
    let name = event.pointee.data.alias.anchor.map { String(cString: $0) } ?? ""
    guard let anchor = anchors[name], !anchor.isOpen else {
      reportAlias(name, from: start, to: end)
      // An empty scalar in its place, so that the rest can still be read.
      if builder.expectsKey { builder.notePrint(of: UnsafeBufferPointer(start: nil, count: 0)) }
      return try builder.addScalar(.plain, from: start, to: end, offset: 0, length: 0, isInSource: false)
    }
    let limits = builder.limits
    guard builder.depth + anchor.height <= limits.depth else {
      throw builder.stopped(by: .tooDeep(limits.depth), at: start)
    }
    // The alias has an entry itself, which stands for the first node of its copy.
    builder.aliasedNodes += anchor.size - 1
    guard builder.nodesBefore + builder.tape.entries.count + 1 + builder.aliasedNodes <= limits.expandedNodes else {
      throw builder.stopped(by: .tooManyAliases(limits.expandedNodes), at: start)
    }
    if builder.expectsKey { noteKey(anchor.index, at: start) }
    builder.frame.height = max(builder.frame.height, anchor.height)
    builder.lastEnd = end
    try builder.add(Entry(aliasOf: anchor.index, from: start, to: end))
  }

  private mutating func noteKey(_ index: Int, at place: SourceLocation) {
    let entry = builder.tape.entries[index]
    guard entry.isScalar else { return builder.keyIsNoScalar(at: place) }
    // A copy, because the builder cannot be changed while its arena is borrowed.
    let text = Array(builder.tape.arena[entry.offset..<entry.offset + Int(entry.length)])
    text.withUnsafeBufferPointer { builder.notePrint(of: $0) }
  }

  private mutating func reportAlias(_ name: String, from start: SourceLocation, to end: SourceLocation) {
    guard builder.hasRoomForProblem() else { return }
    let span = builder.span(from: start, to: end)
    let quoted = name.excerpt
    if let anchor = anchors[name] {
      let begin = builder.tape.entries[anchor.index].start
      return builder.problems.error(
        "alias-cycle",
        Localized(zh: "别名 `*\(quoted)` 指向包含它自身的值", en: "the alias `*\(quoted)` stands for a value that it is part of"),
        at: span, help: Localized(zh: "改指其他值，或直接写出值", en: "point to another value, or write the value out"),
        notes: [Diagnostic.Note(Localized(zh: "该值从这里开始", en: "the value begins here"), at: builder.span(at: begin))])
    }
    // A file of anchors and misspelt aliases must not make every pair be compared.
    let near = anchors.count <= 1_000 ? anchors.nearest(to: name) : nil
    builder.problems.error(
      "undefined-alias",
      Localized(zh: "别名 `*\(quoted)` 没有定义", en: "the alias `*\(quoted)` is not defined"), at: span,
      help: near.map { Localized(zh: "是否指 `*\($0)`？", en: "did you mean `*\($0)`?") }
        ?? Localized(
          zh: "在前面用 `&\(quoted)` 标出它指的值；如果是文字，请加引号",
          en: "mark the value it stands for with `&\(quoted)` before it; quote it if it is a text"))
  }
}
