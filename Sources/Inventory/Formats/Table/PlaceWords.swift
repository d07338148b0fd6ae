internal import Documents

/// Places of making by the words of sheets.
struct PlaceWords {
  private let regions: RegionTable

  /// A reader of places; `regions` tells the places of China.
  init(regions: RegionTable) {
    self.regions = regions
  }

  /// The country that a cell names; nil where it names none, or several.
  func country(_ cell: CellText) -> Country? {
    guard cell.isShort else { return nil }
    switch cell.originWord {
    case .domestic: return .code("CN")
    case .imported: return .notChina
    default: break
    }
    if Self.chinese.contains(cell.key) { return .code("CN") }
    if let code = Self.codes[cell.key] { return .code(code) }
    for prefix in ["中国大陆", "中国"] where cell.key.begins(with: prefix) {
      let place = String(cell.key.dropFirst(prefix.count)).drop { "/·-,，、".contains($0) }
      return isInland(String(place)) ? .code("CN") : nil
    }
    return isInland(cell.text) ? .code("CN") : nil
  }

  /// Whether a cell can name the country of a vendor: 国产 and 进口 speak of a product and of its making.
  static func mayNameCountry(_ cell: CellText) -> Bool {
    switch cell.originWord {
    case .domestic, .imported: abroad.contains(cell.key) || chinese.contains(cell.key)
    default: true
    }
  }

  /// Whether a text is a place of mainland China; Taiwan, Hong Kong and Macao are customs territories of their own, and
  /// what that means is for a person to say.
  private func isInland(_ text: String) -> Bool {
    // 深圳市南山区: what follows the name of a place lies within it.
    let scalars = Array(text.unicodeScalars)
    for length in Set([scalars.count, 4, 3, 2]).sorted(by: >) where length <= scalars.count && length >= 2 {
      var start = String.UnicodeScalarView()
      start.append(contentsOf: scalars[..<length])
      guard let code = regions.code(of: String(start)), code.utf8.count == 6, code.utf8.allSatisfy(CellNumber.isDigit)
      else { continue }
      return !["71", "81", "82"].contains(code.prefix(2))
    }
    return false
  }

  private static let chinese: Set<String> = [
    "中国", "中国大陆", "中华人民共和国", "cn", "chn", "prc", "china", "大陆", "国内", "mainlandchina",
  ]

  private static let abroad: Set<String> = ["foreign", "国外", "境外"]

  /// Codes and names in both languages, without the places that are part of China.
  private static let codes: [String: String] = {
    var codes: [String: String] = [
      "usa": "US", "us": "US", "美利坚合众国": "US", "uk": "GB", "英格兰": "GB", "韩国": "KR", "南韩": "KR", "korea": "KR",
    ]
    for language in ["zh", "en"] {
      for (code, name) in CountryNames.all(in: language) where !["CN", "TW", "HK", "MO"].contains(code) {
        codes[CellText.key(name)] = code
        codes[code.lowercased()] = code
      }
    }
    return codes
  }()
}
