extension Array {
  /// Where neighbours stand of which something holds, as many as there are together: as columns, their bytes are one stretch.
  func stretches(where isWanted: (Element) -> Bool) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for index in indices where isWanted(self[index]) {
      if let last = found.last, last.upperBound == index {
        found[found.count - 1] = last.lowerBound..<index + 1
      } else {
        found.append(index..<index + 1)
      }
    }
    return found
  }
}
