internal import Quantities

/// The parts of one bill in all indicators, in few bytes: most of them are nothing, and the others small whole numbers. A
/// portfolio keeps these of every project.
struct PackedSums: Hashable, Sendable {
  private let bytes: [UInt8]

  /// What an indicator has besides the sums of its bases.
  private enum Mark {
    /// Nothing: it is as empty as it began.
    static let isEmpty: UInt8 = 1
    /// The sums under the other kind of evidence are those by the first basis.
    static let isSameElsewhere: UInt8 = 2
    /// There are counts of currencies and of missing facts.
    static let hasCounts: UInt8 = 4
  }

  init(_ sums: [IndicatorSums]) {
    var writer = PackedWriter()
    for own in sums {
      writer.add(UInt128(own.bases.count))
      let hasCounts = own.foreignCurrencies > 0 || !own.missing.isEmpty
      if own.isEmpty {
        writer.bytes.append(Mark.isEmpty)
        continue
      }
      let isSame = own.elsewhere == own.bases.first
      writer.bytes.append((isSame ? Mark.isSameElsewhere : 0) | (hasCounts ? Mark.hasCounts : 0))
      for sum in own.bases { writer.add(sum) }
      if !isSame { writer.add(own.elsewhere) }
      guard hasCounts else { continue }
      writer.add(UInt128(own.foreignCurrencies))
      writer.add(UInt128(own.missing.count))
      for (name, count) in own.missing.sorted(by: { $0.key < $1.key }) {
        writer.add(UInt128(name.utf8.count))
        writer.bytes += name.utf8
        writer.add(UInt128(count))
      }
    }
    // Without the room that it grew into.
    bytes = Array(writer.bytes[...])
  }

  /// The sums of all indicators.
  var sums: [IndicatorSums] {
    var reader = PackedReader(bytes)
    var sums: [IndicatorSums] = []
    while !reader.isAtEnd { sums.append(Self.next(&reader)) }
    return sums
  }

  /// The sum of one indicator, by the first basis; nothing where there is none.
  func sum(of indicator: Int) -> PortfolioSum {
    var reader = PackedReader(bytes)
    for _ in 0..<indicator where !reader.isAtEnd { Self.skip(&reader) }
    return reader.isAtEnd ? .zero : Self.next(&reader).bases.first ?? .zero
  }

  private static func skip(_ reader: inout PackedReader) {
    let count = Int(reader.number())
    let marks = reader.byte()
    if marks & Mark.isEmpty != 0 { return }
    for _ in 0..<count { reader.skipSum() }
    if marks & Mark.isSameElsewhere == 0 { reader.skipSum() }
    guard marks & Mark.hasCounts != 0 else { return }
    _ = reader.number()
    for _ in 0..<Int(reader.number()) {
      _ = reader.bytes(Int(reader.number()))
      _ = reader.number()
    }
  }

  private static func next(_ reader: inout PackedReader) -> IndicatorSums {
    var own = IndicatorSums(bases: Int(reader.number()))
    let marks = reader.byte()
    if marks & Mark.isEmpty != 0 { return own }
    for index in own.bases.indices { own.bases[index] = reader.sum() }
    own.elsewhere = marks & Mark.isSameElsewhere != 0 ? own.bases.first ?? .zero : reader.sum()
    guard marks & Mark.hasCounts != 0 else { return own }
    own.foreignCurrencies = Int(reader.number())
    for _ in 0..<Int(reader.number()) {
      let name = String(decoding: reader.bytes(Int(reader.number())), as: UTF8.self)
      own.missing[name] = Int(reader.number())
    }
    return own
  }
}

/// Writes numbers in as many bytes as they need.
private struct PackedWriter {
  var bytes: [UInt8] = []

  /// Seven bits a byte, the low ones first.
  mutating func add(_ number: UInt128) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func add(_ sum: PortfolioSum) {
    for interval in [sum.counted, sum.against] {
      switch (interval.low, interval.high) {
      case (.zero, .zero): bytes.append(PackedEnd.zero.rawValue)
      case (let low, let high) where low == high: add(low)
      case (let low, let high):
        bytes.append(PackedEnd.two.rawValue)
        add(low)
        add(high)
      }
    }
  }

  private mutating func add(_ bound: Bound) {
    switch bound {
    case .infinity: bytes.append(PackedEnd.infinity.rawValue)
    case .negativeInfinity: bytes.append(PackedEnd.negativeInfinity.rawValue)
    case .finite(let number):
      bytes.append((number.denominator == 1 ? PackedEnd.whole : .fraction).rawValue)
      // The sign is the lowest bit.
      add(UInt128(number.numerator.magnitude) << 1 | (number.numerator < 0 ? 1 : 0))
      if number.denominator != 1 { add(UInt128(number.denominator)) }
    }
  }
}

/// What comes next of an interval.
private enum PackedEnd: UInt8 {
  case zero, two, infinity, negativeInfinity, whole, fraction
}

/// Reads what `PackedWriter` wrote, and nothing else.
private struct PackedReader {
  private let all: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { all = bytes }

  var isAtEnd: Bool { place == all.count }

  mutating func byte() -> UInt8 {
    defer { place += 1 }
    return all[place]
  }

  mutating func bytes(_ count: Int) -> ArraySlice<UInt8> {
    defer { place += count }
    return all[place..<place + count]
  }

  mutating func number() -> UInt128 {
    var (number, shift) = (UInt128(0), UInt128(0))
    while true {
      let next = byte()
      number |= UInt128(next & 0x7F) << shift
      if next < 0x80 { return number }
      shift += 7
    }
  }

  mutating func sum() -> PortfolioSum {
    let counted = interval()
    return PortfolioSum(counted: counted, against: interval())
  }

  mutating func skipSum() {
    for _ in 0..<2 {
      switch PackedEnd(rawValue: byte()) {
      case .two: for _ in 0..<2 { skip(PackedEnd(rawValue: byte())) }
      case let end: skip(end)
      }
    }
  }

  private mutating func skip(_ end: PackedEnd?) {
    switch end {
    case .whole: _ = number()
    case .fraction: _ = (number(), number())
    default: break
    }
  }

  private mutating func interval() -> Interval {
    switch PackedEnd(rawValue: byte()) {
    case .zero, nil: return .zero
    case .two:
      let low = bound(PackedEnd(rawValue: byte()))
      return Interval(low, bound(PackedEnd(rawValue: byte())))
    case let end:
      let bound = bound(end)
      return Interval(bound, bound)
    }
  }

  private mutating func bound(_ end: PackedEnd?) -> Bound {
    switch end {
    case .infinity: return .infinity
    case .negativeInfinity: return .negativeInfinity
    default: break
    }
    let numerator = signed(number())
    let denominator = end == .fraction ? Int128(number()) : 1
    // It was a number before, so that it is one again.
    return (try? Rational(numerator, over: denominator)).map { .finite($0) } ?? .zero
  }

  private func signed(_ number: UInt128) -> Int128 {
    let magnitude = Int128(number >> 1)
    return number & 1 == 0 ? magnitude : -magnitude
  }
}
