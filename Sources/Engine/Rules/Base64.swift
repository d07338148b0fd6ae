/// Reads what the build wrote into the program: base 64 (RFC 4648), whole groups of four, from a trusted source.
enum Base64 {
  /// The bytes.
  static func decode(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let groups = text.count / 4
    guard groups > 0 else { return [] }
    let padding = text.suffix(2).count { $0 == UInt8(ascii: "=") }
    return [UInt8](unsafeUninitializedCapacity: groups * 3) { output, count in
      digits.withUnsafeBufferPointer { digits in
        for group in 0..<groups {
          let (from, to) = (group &* 4, group &* 3)
          let word =
            UInt32(digits[Int(text[from])]) &<< 18 | UInt32(digits[Int(text[from &+ 1])]) &<< 12
            | UInt32(digits[Int(text[from &+ 2])]) &<< 6 | UInt32(digits[Int(text[from &+ 3])])
          output[to] = UInt8(truncatingIfNeeded: word &>> 16)
          output[to &+ 1] = UInt8(truncatingIfNeeded: word &>> 8)
          output[to &+ 2] = UInt8(truncatingIfNeeded: word)
        }
      }
      count = groups * 3 - padding
    }
  }

  private static let digits: [UInt8] = {
    var digits = Array(repeating: UInt8(0), count: 256)
    for (value, letter) in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8.enumerated() {
      digits[Int(letter)] = UInt8(value)
    }
    return digits
  }()
}
