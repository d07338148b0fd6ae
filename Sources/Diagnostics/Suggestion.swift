/// The candidate nearest to a misspelt name, if one is near enough to be meant: at most a third of the letters differ.
public func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
  nearest(to: name, among: candidates, atMost: 1).first
}

/// Up to `count` candidates near to a misspelt name, the nearest first, ties in the order given.
public func nearest(to name: String, among candidates: some Sequence<String>, atMost count: Int) -> [String] {
  let letters = Array(name.lowercased().unicodeScalars.prefix(80))
  let allowed = max(1, letters.count / 3)
  let sketch = Sketch(name)
  var found: [(distance: Int, order: Int, candidate: String)] = []
  for (order, candidate) in candidates.enumerated() where sketch.mayBe(within: allowed, of: Sketch(candidate)) {
    let other = Array(candidate.lowercased().unicodeScalars.prefix(80))
    let distance = editDistance(letters, other)
    if distance <= allowed, distance < max(letters.count, other.count) { found.append((distance, order, candidate)) }
  }
  return found.sorted { ($0.distance, $0.order) < ($1.distance, $1.order) }.prefix(count).map(\.candidate)
}

/// How long a text is and which letters occur in it: enough to see that most texts are far apart.
private struct Sketch {
  var length = 0
  var letters: UInt64 = 0

  init(_ text: String) {
    for scalar in text.unicodeScalars.prefix(80) {
      let value = (0x41...0x5A).contains(scalar.value) ? scalar.value + 0x20 : scalar.value
      letters |= 1 << UInt64(value & 63)
      length += 1
    }
  }

  /// Whether as few as `edits` could turn one text into the other: each changes the length by 1 and two letters at most.
  func mayBe(within edits: Int, of other: Sketch) -> Bool {
    abs(length - other.length) <= edits && (letters ^ other.letters).nonzeroBitCount <= 2 * edits
  }
}

/// Insertions, deletions, replacements and swaps of neighbours that turn one text into the other.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for i in left.indices {
    var row = [i + 1]
    for j in right.indices {
      var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { best = min(best, beforeLast[j - 1] + 1) }
      row.append(best)
    }
    (beforeLast, last) = (last, row)
  }
  return last[right.count]
}
