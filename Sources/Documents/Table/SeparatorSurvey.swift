/// Finds what separates the fields of a text, from its first rows.
enum SeparatorSurvey {
  /// The separator by which the most rows have the same number of fields, at least two; ties go to more fields.
  static func separator(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> CSV.Separator {
    var best: (separator: CSV.Separator, rows: Int, fields: Int)?
    for separator in [CSV.Separator.tab, .comma, .semicolon] {
      var rows: [Int: Int] = [:]
      for count in fieldCounts(bytes, from: start, by: separator.rawValue) where count > 1 {
        rows[count, default: 0] += 1
      }
      guard let most = rows.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { continue }
      if let best, (most.value, most.key) <= (best.rows, best.fields) { continue }
      best = (separator, most.value, most.key)
    }
    return best?.separator ?? .comma
  }

  /// How many fields each of the first 50 rows has that is not empty; at most 256 KiB are looked at.
  private static func fieldCounts(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, by separator: UInt8) -> [Int] {
    let quote = UInt8(ascii: "\"")
    var counts: [Int] = []
    var fields = 1
    var isQuoted = false
    var isFieldStart = true
    var isEmpty = true
    for byte in bytes[start...].prefix(1 << 18) {
      if isQuoted {
        if byte == quote { isQuoted = false }
        continue
      }
      switch byte {
      case quote where isFieldStart:
        // The field counts as begun only with other text, so that a doubled quote opens again.
        isQuoted = true
        isEmpty = false
        continue
      case separator:
        fields += 1
        isFieldStart = true
        continue
      case 0x0A, 0x0D:
        if !isEmpty { counts.append(fields) }
        if counts.count == 50 { return counts }
        fields = 1
        isEmpty = true
        isFieldStart = true
        continue
      default: isEmpty = isEmpty && byte == 0x20
      }
      isFieldStart = false
    }
    if !isEmpty { counts.append(fields) }
    return counts
  }
}
