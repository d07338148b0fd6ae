internal import Quantities

/// Figures that tools print, as specs of a line.
enum HostSpecs {
  /// A count above zero, such as of cores.
  static func count(_ text: String?) -> SpecValue? {
    guard let text, let count = Int(text), count > 0, count < 1 << 20 else { return nil }
    return .number(Interval(exactly: Rational(count)))
  }

  /// Memory in the gigabytes it is sold by, which are 2^30 bytes.
  static func memory(bytes: Int128) -> SpecValue? {
    scaled(bytes, by: 1 << 30)
  }

  /// The capacity of a drive in terabytes, which are 10^12 bytes.
  static func capacity(bytes: Int128) -> SpecValue? {
    scaled(bytes, by: 1_000_000_000_000)
  }

  /// `64 GB` or `65536 MB` as bytes, the units being powers of 1024; nil where it is no size.
  static func bytes(_ text: String) -> Int128? {
    let words = text.split(separator: " ")
    guard words.count == 2, let number = Int128(words[0]), number > 0, number < 1 << 40 else { return nil }
    switch words[1].lowercased() {
    case "bytes", "b": return number
    case "kb", "kib": return number << 10
    case "mb", "mib": return number << 20
    case "gb", "gib": return number << 30
    case "tb", "tib": return number << 40
    default: return nil
    }
  }

  private static func scaled(_ bytes: Int128, by unit: Int128) -> SpecValue? {
    guard bytes > 0, let value = try? Rational(bytes, over: unit) else { return nil }
    return .number(Interval(exactly: value))
  }
}
