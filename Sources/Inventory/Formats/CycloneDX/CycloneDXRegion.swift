/// Countries as the format writes them: ISO 3166, in two letters or three, with or without a subdivision.
extension Country {
  /// The country of a code such as `CN`, `CN-GD` or `CHN`; nil where it is no code.
  ///
  /// Hong Kong, Macao and Taiwan have codes of their own beside their subdivision codes, and customs keep them apart.
  init?(isoCode text: String) {
    let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard let head = parts.first, head.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else { return nil }
    switch (head, parts.count == 2 ? parts[1] : nil) {
    case ("CN", "HK"?), ("CHN", "HK"?), ("HKG", _): self = .code("HK")
    case ("CN", "MO"?), ("CHN", "MO"?), ("MAC", _): self = .code("MO")
    case ("CN", "TW"?), ("CHN", "TW"?), ("TWN", _): self = .code("TW")
    case ("CHN", _): self = .code("CN")
    default:
      switch head.utf8.count {
      case 2: self = .code(String(head))
      // Another country's code of three letters says at least that it is not China.
      case 3: self = .notChina
      default: return nil
      }
    }
  }

  /// Whether it is surely not China.
  var isSurelyNotChina: Bool { self != .code("CN") }

  /// What two statements about the same thing come to: the country, or only that it is not China; nil where they
  /// clash.
  func meeting(_ other: Country) -> Country? {
    if self == other { return self }
    return isSurelyNotChina && other.isSurelyNotChina ? .notChina : nil
  }
}
