/// The rows of a long table with commas, packed by what they repeat.
///
/// What the columns of a product say stands once, before the first row that says it, and is a number from then on; what those
/// of a bill say stands in its first row; and the columns of numbers, with the commas between them, take half a byte a
/// character. Whatever is not such a row is kept as it is, so that every byte comes back.
///
///     count:4, as many bytes of:                                      the lowest byte of the count first
///       width:1  kind of column:1 ...  is CRLF:1  then, again and again, a number:
///       0        count, bytes                                         bytes as they were
///       n        (n − 1) / 2 is the product, told where it is new     [count:1, bytes] for each stretch of its columns
///                n is even: another bill than the row before          [count:1, bytes] for each stretch of its columns
///                how many characters its columns of numbers have      count:1
///     the characters of the columns of numbers                        the low half of each, of two the first one low
///
/// A number is seven bits a byte, the lowest first, all but the last with the eighth bit set. Counts of one byte bound what a
/// few bytes can stand for.
public enum PackedRows {
  /// What a column is kept as.
  enum Kind: UInt8 {
    case bill, product, number

    init(_ role: LongTableColumns.Role) {
      switch role {
      case .id, .name, .project: self = .bill
      case .product: self = .product
      case .number, .quantity, .price, .total: self = .number
      }
    }
  }

  /// So many bytes say how many say the rows.
  static let countBytes = 4
  /// No byte of packed rows stands for more than so many.
  public static let growth = 512
  /// Most stand for fewer.
  private static let usualGrowth = 16
  /// No piece of a table has more bytes.
  static let limit = Int(UInt32.max)

  /// The bytes that some rows were packed from; nil where these are none, or `count` is not how many there were.
  public static func bytes(of packed: ArraySlice<UInt8>, count: Int) -> [UInt8]? {
    guard count >= 0, count <= min(packed.count * growth, limit), var reader = Reader(packed) else { return nil }
    reader.bytes.reserveCapacity(min(count, packed.count * usualGrowth))
    while !reader.isAtEnd {
      guard reader.step(), reader.bytes.count <= count else { return nil }
    }
    return reader.bytes.count == count ? reader.bytes : nil
  }

  private struct Reader {
    var bytes: [UInt8] = []
    /// What is not yet read of the rows, and of the characters of numbers.
    private var packed: ArraySlice<UInt8>
    private let halves: ArraySlice<UInt8>
    private var numbersRead = 0
    /// The stretches of a row from left to right.
    private var stretches: [(kind: Kind, columns: Int)] = []
    private var ending: [UInt8] = [0x0A]
    private var counts: [Kind: Int] = [:]
    private var products: [[ArraySlice<UInt8>]] = []
    private var bill: [ArraySlice<UInt8>]?

    init?(_ packed: ArraySlice<UInt8>) {
      guard packed.count >= countBytes else { return nil }
      let count = packed.prefix(countBytes).reversed().reduce(0) { $0 << 8 | Int($1) }
      self.packed = packed.dropFirst(countBytes).prefix(count)
      halves = packed.dropFirst(countBytes + count)
      guard self.packed.count == count, let width = next(), let columns = take(Int(width)), let ends = next() else {
        return nil
      }
      let kinds = columns.compactMap { Kind(rawValue: $0) }
      guard kinds.count == columns.count, !kinds.isEmpty, ends <= 1 else { return nil }
      if ends == 1 { ending = [0x0D, 0x0A] }
      var all: [(kind: Kind, range: Range<Int>)] = []
      for kind in [Kind.bill, .product, .number] {
        let own = kinds.stretches { $0 == kind }
        counts[kind] = own.count
        all += own.map { (kind, $0) }
      }
      stretches = all.sorted { $0.range.lowerBound < $1.range.lowerBound }.map { ($0.kind, $0.range.count) }
    }

    /// Whether all is read; half a byte may be left.
    var isAtEnd: Bool { packed.isEmpty && halves.count == (numbersRead + 1) / 2 }

    /// Gives back a row, or bytes as they were; false where something else stands there.
    mutating func step() -> Bool {
      guard let head = number() else { return false }
      guard head > 0 else {
        guard let count = number(), let plain = take(count) else { return false }
        bytes += plain
        return true
      }
      let number = (head - 1) / 2
      if number == products.count {
        guard let product = texts(of: .product) else { return false }
        products.append(product)
      }
      if head % 2 == 0 {
        guard let texts = texts(of: .bill) else { return false }
        bill = texts
      }
      guard number < products.count, let bill, let numbers = numbers() else { return false }
      return row(bill, products[number], numbers)
    }

    /// The characters of the columns of numbers of a row.
    private mutating func numbers() -> [UInt8]? {
      guard let count = next().map(Int.init), numbersRead + count <= halves.count * 2 else { return nil }
      numbersRead += count
      return (numbersRead - count..<numbersRead).map { place in
        let half = halves[halves.startIndex + place / 2] >> (place % 2 == 0 ? 0 : 4) & 0x0F
        return half < 10 ? 0x30 | half : 0x20 | half
      }
    }

    private mutating func row(
      _ bill: [ArraySlice<UInt8>], _ product: [ArraySlice<UInt8>], _ numbers: [UInt8]
    ) -> Bool {
      var (taken, bills, products, areFirst) = (0, 0, 0, true)
      for (index, stretch) in stretches.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        switch stretch.kind {
        case .bill:
          bytes += bill[bills]
          bills += 1
        case .product:
          bytes += product[products]
          products += 1
        case .number:
          // Its columns are as many texts between commas.
          if !areFirst {
            guard taken < numbers.count, numbers[taken] == UInt8(ascii: ",") else { return false }
            taken += 1
          }
          areFirst = false
          var commas = stretch.columns - 1
          while taken < numbers.count {
            if numbers[taken] == UInt8(ascii: ",") {
              if commas == 0 { break }
              commas -= 1
            }
            bytes.append(numbers[taken])
            taken += 1
          }
          guard commas == 0 else { return false }
        }
      }
      bytes += ending
      return taken == numbers.count
    }

    private mutating func texts(of kind: Kind) -> [ArraySlice<UInt8>]? {
      var texts: [ArraySlice<UInt8>] = []
      var sum = 0
      for _ in 0..<(counts[kind] ?? 0) {
        guard let count = next(), let text = take(Int(count)) else { return nil }
        texts.append(text)
        sum += text.count
      }
      return sum <= Int(UInt8.max) ? texts : nil
    }

    private mutating func next() -> UInt8? { packed.popFirst() }

    private mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
      guard count <= packed.count else { return nil }
      defer { packed = packed.dropFirst(count) }
      return packed.prefix(count)
    }

    private mutating func number() -> Int? {
      var number = 0
      for shift in stride(from: 0, to: 35, by: 7) {
        guard let byte = next() else { return nil }
        number |= Int(byte & 0x7F) << shift
        if byte & 0x80 == 0 { return number }
      }
      return nil
    }
  }
}
