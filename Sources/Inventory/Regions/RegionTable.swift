public import Diagnostics
internal import Documents

/// The places that rules and projects name: GB/T 2260 codes, ISO 3166-2 codes and names in both languages.
public struct RegionTable: Sendable {
  /// One place.
  public struct Region: Sendable {
    /// GB/T 2260, six digits; `CN` for the country.
    public let code: String
    /// Its official names.
    public let name: Localized
    /// All names that it goes by, the ISO 3166-2 code among them.
    let spellings: [String]
  }

  private let regions: [String: Region]
  /// The codes of the places that go by a name. Most runs never ask for one.
  private let codes: Deferred<[String: Found]>

  /// What goes by a name.
  private enum Found {
    case one(String)
    case several
  }

  /// A table without places: codes are compared as codes.
  public static let empty = RegionTable([])

  init(_ regions: [Region]) {
    let regions = Dictionary(regions.map { ($0.code, $0) }) { first, _ in first }
    self.regions = regions
    codes = Deferred {
      var codes: [String: Found] = [:]
      codes.reserveCapacity(regions.count * 4)
      for region in regions.values {
        for spelling in region.spellings {
          let key = Self.key(spelling)
          switch codes[key] {
          case nil: codes[key] = .one(region.code)
          case .one(region.code), .several: break
          case .one: codes[key] = .several
          }
        }
      }
      return codes
    }
  }

  /// The places of both tables.
  public func adding(_ other: RegionTable) -> RegionTable {
    RegionTable(regions.values + Array(other.regions.values))
  }

  /// Whether there is no table, so that every well-formed code is taken.
  public var isEmpty: Bool { regions.isEmpty }

  /// The code of a place by code, ISO 3166-2 or name; nil where it is unknown, or one name means several places.
  public func code(of text: String) -> String? {
    if text == "CN" || regions[text] != nil { return text }
    // The table names the places that rules speak of, not every county: a code of a known province is taken as it is.
    if text.utf8.count == 6, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      regions.isEmpty || regions[text.prefix(2) + "0000"] != nil
    {
      return text
    }
    guard case .one(let code) = codes.value[Self.key(text)] else { return nil }
    return code
  }

  /// The name of a place; the code itself where it is not in the table.
  public func name(of code: String) -> Localized {
    code == "CN" ? Localized(zh: "全国", en: "China") : regions[code]?.name ?? Localized(code)
  }

  /// All spellings, for suggestions.
  public var spellings: [String] { regions.keys.sorted() + Set(regions.values.flatMap(\.spellings)).sorted() }

  /// How a spelling is looked up.
  static func key(_ text: String) -> String {
    // Small letters, and the Chinese characters of which names consist, are looked up as they are.
    let isKey = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...0xBF, 0xE4...0xE9: true
      default: false
      }
    }
    if isKey { return text }
    // To fold the case of any text is slow, and most of these are names and codes in ASCII.
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      return String(
        decoding: text.utf8.lazy.filter {
          $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "'")
        }
        .map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
    return String(
      String.UnicodeScalarView(text.lowercased().unicodeScalars.filter { $0 != " " && $0 != "-" && $0 != "'" }))
  }

  /// Whether a place lies in another: yes, no or, where the place is above the other, unknown.
  public static func covers(_ region: String, _ place: String) -> Bool? {
    // A Chinese code has digits; the country covers no other.
    if region == "CN" {
      return place == "CN" || place.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
    let (outer, inner) = (Stem(region), Stem(place))
    if outer.length <= inner.length { return outer.isStart(of: inner) }
    return inner.isStart(of: outer) ? nil : false
  }

  /// The digits that say which place it is: `640500` is `6405`, the country is empty.
  private struct Stem {
    private let code: String.UTF8View
    let length: Int

    init(_ text: String) {
      code = text.utf8
      var length = text == "CN" ? 0 : code.count
      // Two digits a level: those of a province end in four zeros, those of a city in two.
      var end = code.endIndex
      while length > 2, length % 2 == 0 {
        let last = code.index(before: end)
        let next = code.index(before: last)
        guard code[last] == UInt8(ascii: "0"), code[next] == UInt8(ascii: "0") else { break }
        length -= 2
        end = next
      }
      self.length = length
    }

    func isStart(of other: Stem) -> Bool {
      var (here, there) = (code.startIndex, other.code.startIndex)
      for _ in 0..<length {
        guard code[here] == other.code[there] else { return false }
        here = code.index(after: here)
        there = other.code.index(after: there)
      }
      return true
    }
  }
}
