internal import CICU

/// Countries by name, as ICU's locale data has them.
public enum CountryNames {
  /// The codes, ISO 3166-1 alpha-2, and their names in a language, such as `zh` or `en`.
  public static func all(in language: String) -> [(code: String, name: String)] {
    guard var place = cicu_countries() else { return [] }
    var found: [(code: String, name: String)] = []
    while let pointer = place.pointee {
      let code = String(cString: pointer)
      var name = [UInt16](repeating: 0, count: 128)
      let length = cicu_country_name("und_" + code, language, &name, Int32(name.count))
      if length > 0, length <= Int32(name.count) {
        found.append((code, String(decoding: name.prefix(Int(length)), as: UTF16.self)))
      }
      place += 1
    }
    return found
  }
}
