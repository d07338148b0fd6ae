internal import Quantities

/// A number as people write it in a cell: digits, thousands in groups of three, a decimal point.
enum CellNumber: Equatable {
  case value(Rational)
  /// `1,5` or `1.234,00`: it can be read in two ways.
  case ambiguous
  /// Past what exact arithmetic holds.
  case overflow
  case none

  /// Reads a text of plain characters.
  init(_ text: String) {
    if text.utf8.count <= 18, text.utf8.allSatisfy(Self.isDigit), let number = Int(text) {
      self = .value(Rational(number))
      return
    }
    let bytes = Array(text.utf8)
    var start = 0
    if let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") { start = 1 }
    let body = bytes[start...]
    guard let first = body.first, Self.isDigit(first), body.allSatisfy({ Self.isDigit($0) || $0 == 0x2C || $0 == 0x2E })
    else {
      self = .none
      return
    }
    let parts = body.split(separator: 0x2E, omittingEmptySubsequences: false)
    let groups = parts[0].split(separator: 0x2C, omittingEmptySubsequences: false)
    let hasGroups = groups.count > 1
    let isGrouped = (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
    let isPlain = parts.count <= 2 && (!hasGroups || isGrouped) && !(parts.count == 2 && parts[1].contains(0x2C))
    guard isPlain, parts.count == 1 || !parts[1].isEmpty else {
      self = .ambiguous
      return
    }
    let digits = bytes.filter { $0 != 0x2C }
    do {
      self = .value(try Rational(decimal: String(decoding: digits, as: UTF8.self)))
    } catch .overflow {
      self = .overflow
    } catch {
      self = .none
    }
  }

  /// The number with which a text begins, and what is behind it: `6` and `台`.
  static func leading(_ text: String) -> (number: CellNumber, rest: String)? {
    let bytes = Array(text.utf8)
    let end = bytes.firstIndex { !isDigit($0) && $0 != 0x2C && $0 != 0x2E && $0 != 0x2D && $0 != 0x2B } ?? bytes.count
    guard end > 0 else { return nil }
    return (
      CellNumber(String(decoding: bytes[..<end], as: UTF8.self)), String(decoding: bytes[end...], as: UTF8.self)
    )
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
