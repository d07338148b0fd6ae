/// What was decided of a bill, told apart from how it is kept: a bill of which all was written and one that refers to an
/// outcome are the same where they say the same.
public struct KeptDecision: Equatable, Sendable {
  /// The object with what was decided, the bill's own numbers in their places, as JSON.
  public let decided: [UInt8]
  /// The id, the line and the digest of the bill, as JSON.
  public let bill: [[UInt8]]

  /// The decisions in a JSON array of bills, each `[OUTCOME, ID, LINE, DIGEST, NUMBER, ...]`; nil where it is none.
  /// `outcome` gives those that bills refer to by number.
  public static func all(in json: [UInt8], outcome: (Int) throws -> [UInt8]?) rethrows -> [KeptDecision]? {
    guard let bills = parts(of: json[...]) else { return nil }
    var decisions: [KeptDecision] = []
    decisions.reserveCapacity(bills.count)
    for bill in bills {
      guard let parts = parts(of: bill), parts.count >= 4 else { return nil }
      let decided: [UInt8]
      if let number = Int(String(decoding: parts[0], as: UTF8.self)) {
        guard let shared = try outcome(number) else { return nil }
        decided = shared
      } else {
        decided = Array(parts[0])
      }
      decisions.append(
        KeptDecision(decided: filled(decided, with: parts), bill: parts[1..<4].map { Array($0) }))
    }
    return decisions
  }

  /// What was decided of a bill, with its own numbers in their places.
  static func filled(_ decided: [UInt8], with parts: [ArraySlice<UInt8>]) -> [UInt8] {
    var filled: [UInt8] = []
    filled.reserveCapacity(decided.count + 128)
    // What stands between two places is taken over at once.
    var (start, index, isText) = (0, 0, false)
    while index < decided.count {
      let byte = decided[index]
      if isText {
        if byte == UInt8(ascii: "\\") { index += 1 } else if byte == UInt8(ascii: "\"") { isText = false }
      } else if byte == UInt8(ascii: "\"") {
        isText = true
      } else if isDigit(byte) {
        filled += decided[start..<index]
        var number = 0
        while index < decided.count, isDigit(decided[index]) {
          number = min(number * 10 + Int(decided[index] - UInt8(ascii: "0")), 1 << 32)
          index += 1
        }
        filled += number < parts.count ? parts[number] : ArraySlice("null".utf8)
        start = index
        continue
      }
      index += 1
    }
    return filled + decided[start...]
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  /// The items of an array in JSON without spaces; nil where it is none.
  static func parts(of json: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
    guard json.first == UInt8(ascii: "["), json.last == UInt8(ascii: "]"), json.count >= 2 else { return nil }
    let inner = json.dropFirst().dropLast()
    guard !inner.isEmpty else { return [] }
    var parts: [ArraySlice<UInt8>] = []
    var (start, depth, isText, isEscaped) = (inner.startIndex, 0, false, false)
    for index in inner.indices {
      let byte = inner[index]
      if isText {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isText = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isText = true
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ",") where depth == 0:
        parts.append(inner[start..<index])
        start = index + 1
      default: break
      }
      if depth < 0 { return nil }
    }
    parts.append(inner[start...])
    return depth == 0 && !isText ? parts : nil
  }
}
