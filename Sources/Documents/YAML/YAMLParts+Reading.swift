internal import Diagnostics

extension YAMLParts {
  /// What one part was read into.
  private struct Reading: Sendable {
    var tapes: [Tape]
    /// How many nodes the documents have, and how many more with every alias a copy.
    let nodes: Int
    let aliasedNodes: Int
    /// The collections around the items that begin at the cuts, and the list that has these items; nil where the part
    /// does not go on to its end with such a list.
    let path: [Int]?
  }

  /// A part and the line that it begins with.
  private struct Place {
    let range: Range<Int>
    let line: Int
  }

  /// The documents of the whole text, read side by side; nil where the parts do not say all that the whole does, as
  /// where something is wrong with one of them: the text is then to be read whole.
  func documents(of file: SourceFile, _ limits: DocumentLimits) -> [Document]? {
    guard let places = places(in: file) else { return nil }
    let partLimits = partLimits(limits)
    var readings = concurrentMap(places) { try? read($0, of: file, partLimits) }.compactMap(\.self)
    guard readings.count == ranges.count, Self.areWithin(limits, readings) else { return nil }
    if boundary == .document {
      return readings.flatMap(\.tapes).map { Document(file: file, tape: $0) }
    }
    guard let path = readings[0].path, readings.dropFirst().allSatisfy({ $0.path == [0] }) else { return nil }
    // Taken out, so that the first tape can grow where it is.
    var tape = readings[0].tapes.removeFirst()
    tape.append(listsOf: readings.dropFirst().map { $0.tapes[0] }, along: path)
    return [Document(file: file, tape: tape)]
  }

  /// The parts, looked over; nil where a line begins with `%`.
  private func places(in file: SourceFile) -> [Place]? {
    let surveys = concurrentMap(ranges) { range in
      file.bytes.withUnsafeBufferPointer { bytes in
        let part = UnsafeBufferPointer(rebasing: bytes[range])
        return (directives: try? YAMLSurvey(part, of: file).directives, lines: YAMLSurvey.lines(part))
      }
    }
    var places: [Place] = []
    var line = 1
    for (range, survey) in zip(ranges, surveys) {
      // A directive speaks of the document behind it and of no other, but it may also be a mistake.
      guard survey.directives == 0 else { return nil }
      places.append(Place(range: range, line: line))
      line += survey.lines
    }
    return places
  }

  /// Limits under which all parts together hold no more than twice what the whole may.
  private func partLimits(_ limits: DocumentLimits) -> DocumentLimits {
    var limits = limits
    limits.nodes = limits.nodes / ranges.count * 2
    limits.expandedNodes = limits.expandedNodes / ranges.count * 2
    // At most so many collections can be around a list that is so far to the right.
    if case .item(let indent) = boundary { limits.depth -= 2 * indent + 2 }
    return limits
  }

  private static func areWithin(_ limits: DocumentLimits, _ readings: [Reading]) -> Bool {
    let nodes = readings.reduce(0) { $0 + $1.nodes }
    return nodes <= limits.nodes && readings.reduce(0) { $0 + $1.tapes.count } <= YAMLComposer.documentLimit
      && nodes + readings.reduce(0) { $0 + $1.aliasedNodes } <= limits.expandedNodes
  }

  private func read(
    _ place: Place, of file: SourceFile, _ limits: DocumentLimits
  ) throws(Problems) -> Reading? {
    try file.bytes.withUnsafeBufferPointer { bytes throws(Problems) in
      let part = UnsafeBufferPointer(rebasing: bytes[place.range])
      guard let events = YAMLEvents(part, line: place.line) else { return nil }
      // The tape that the other parts are appended to has room for them.
      let isBase = boundary != .document && place.line == 1
      var composer = YAMLComposer(
        file: file, bytes: part, line: place.line, capacity: isBase ? bytes.count : nil, limits: limits, onlyOne: false)
      let tapes = try composer.tapes(from: events)
      return Reading(
        tapes: tapes, nodes: composer.builder.nodesBefore, aliasedNodes: composer.builder.aliasedNodes,
        path: path(tapes, composer))
    }
  }

  private func path(_ tapes: [Tape], _ composer: YAMLComposer) -> [Int]? {
    // Names and values whose places rest on what is behind the part would not be as they are in the whole.
    guard case .item(let indent) = boundary, tapes.count == 1, composer.isOpen, !composer.hasLooseValue,
      composer.anchorsBefore == 0
    else { return nil }
    var path: [Int] = []
    for (index, isBlock) in composer.edge.reversed() {
      path.append(index)
      let entry = tapes[0].entries[index]
      if isBlock, entry.form == .sequence, entry.start.column == indent + 1 { return path }
    }
    return nil
  }
}
