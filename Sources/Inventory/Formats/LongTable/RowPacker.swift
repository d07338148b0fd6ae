internal import Documents

/// Packs rows as `PackedRows` keeps them while a `LongTableReader` reads them: what it has found out of a row need not be
/// found out again. A piece of a table is packed by itself.
public final class RowPacker {
  private let kinds: [PackedRows.Kind]
  private let productColumns: [Record.Columns]
  private let billColumns: [Record.Columns]
  private let numberColumns: UnsafeMutableBufferPointer<Record.Columns>
  private var packed: UnsafeMutablePointer<UInt8>
  private var count = 0
  /// The characters of the columns of numbers of all rows.
  private var characters: UnsafeMutableRawPointer
  private var characterCount = 0
  /// More bytes than these are not worth it; for so many there is room.
  private var limit = 0
  private var room = 0
  private var isTooLong = false
  /// What the products of the piece are by the reader's numbers; −1 where it has none.
  private var products: [Int32] = []
  /// The reader's numbers of them.
  private var met: [Int] = []
  /// The byte of the piece behind the last row that is packed.
  private var rest = 0
  private var isCRLF: Bool?

  /// More than the head, and than a row takes that is packed.
  private static let slack = 2048

  /// A packer for a reader of a table; nil for a table with other separators than commas.
  public init?(_ table: LongTable) {
    let roles = table.columns.roles
    guard table.twin.separator == .comma, roles.count <= Int(UInt8.max) else { return nil }
    let kinds = roles.map { PackedRows.Kind($0) }
    func columns(_ kind: PackedRows.Kind) -> [Record.Columns] {
      kinds.stretches { $0 == kind }.map { Record.Columns($0, of: kinds.count) }
    }
    self.kinds = kinds
    (productColumns, billColumns) = (columns(.product), columns(.bill))
    let numbers = columns(.number)
    numberColumns = .allocate(capacity: numbers.count)
    _ = numberColumns.initialize(from: numbers)
    packed = .allocate(capacity: Self.slack)
    characters = .allocate(byteCount: Self.slack, alignment: 16)
  }

  deinit {
    numberColumns.deallocate()
    packed.deallocate()
    characters.deallocate()
  }

  /// Begins a piece of so many bytes behind its header.
  public func begin(_ header: [UInt8], count bytes: Int) {
    limit = (header.count + bytes) / 2
    if limit > room {
      room = limit
      packed.deallocate()
      characters.deallocate()
      packed = .allocate(capacity: room + Self.slack)
      characters = .allocate(byteCount: room * 2 + Self.slack, alignment: 16)
    }
    (count, characterCount, rest, isCRLF, isTooLong) = (
      PackedRows.countBytes, 0, 0, nil, header.count + bytes > PackedRows.limit
    )
    for number in met { products[number] = -1 }
    met.removeAll(keepingCapacity: true)
    for byte in [UInt8(kinds.count)] + kinds.map(\.rawValue) + [0] {
      packed[count] = byte
      count += 1
    }
    header.withUnsafeBufferPointer { writePlain($0, $0.indices) }
  }

  /// Ends the piece, whose bytes behind the header are given. Nil where half of the room is not saved.
  public func finish(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    writePlain(bytes, rest..<bytes.count)
    packed[PackedRows.countBytes + 1 + kinds.count] = isCRLF == true ? 1 : 0
    UnsafeMutableRawPointer(packed).storeBytes(
      of: UInt32(truncatingIfNeeded: count - PackedRows.countBytes).littleEndian, as: UInt32.self)
    guard !isTooLong, writeCharacters() else { return nil }
    return Array(UnsafeBufferPointer(start: packed, count: count))
  }

  /// Packs the records of a scan, of which the reader has made as many lines. `numbers` has their products, −1 where a row is
  /// not plain; `beginsBill` says of a line, one after the other, whether a bill begins with it.
  @inline(always)
  func add(
    _ records: Int, _ ends: UnsafePointer<UInt32>, _ chunk: UnsafeBufferPointer<UInt8>, numbers: UnsafePointer<Int32>,
    beginsBill: (Int) -> Bool
  ) {
    guard let base = chunk.baseAddress, !isTooLong, records > 0 else { return }
    let (bytes, width, length) = (UnsafeRawPointer(base), kinds.count, chunk.count)
    if isCRLF == nil {
      let first = Record(ends: ends, bytes: bytes, width: width)
      isCRLF = first.end != Int(ends[width &- 1])
    }
    let isCRLF = isCRLF == true
    if let last = UnsafeBufferPointer(start: numbers, count: records).max(), Int(last) >= products.count {
      products += repeatElement(-1, count: Int(last) * 2 + 64 - products.count)
    }
    // What a scan begins with may be of a bill that none of its rows before has said.
    var needsBill = true
    products.withUnsafeMutableBufferPointer { products in
      for number in 0..<records {
        if beginsBill(number) { needsBill = true }
        let record = Record(ends: ends + number &* width, bytes: bytes, width: width)
        let (end, product) = (Int(record.ends[width &- 1]), Int(numbers[number]))
        // Sixteen bytes are read at once; and the last row may have no line break.
        guard product >= 0, end &+ 16 <= length, (record.end != end) == isCRLF, let characters = gather(record) else {
          continue
        }
        let own = Int(products[product])
        if own < 0 || needsBill { guard fits(record, productColumns), fits(record, billColumns) else { continue } }
        let start = record.start
        if rest < start { writePlain(chunk, rest..<start) }
        write(number: 1 &+ (own < 0 ? met.count : own) &* 2 &+ (needsBill ? 1 : 0))
        if own < 0 {
          products[product] = Int32(truncatingIfNeeded: met.count)
          met.append(product)
          write(record, productColumns)
        }
        if needsBill { write(record, billColumns) }
        packed[count] = UInt8(truncatingIfNeeded: characters)
        count &+= 1
        characterCount &+= characters
        rest = end &+ 1
        needsBill = false
        guard count &+ characterCount / 2 <= limit else {
          isTooLong = true
          return
        }
      }
    }
  }

  /// Puts the columns of numbers behind those of the rows before, with commas between them; how many characters they are. Nil
  /// where they are too many.
  @inline(always)
  private func gather(_ record: Record) -> Int? {
    let start = characters + characterCount
    var length = 0
    for index in 0..<numberColumns.count {
      let text = record[numberColumns[index]]
      if index > 0 {
        start.storeBytes(of: UInt8(ascii: ","), toByteOffset: length, as: UInt8.self)
        length &+= 1
      }
      guard let from = text.baseAddress, length &+ text.count <= Int(UInt8.max) else { return nil }
      var place = 0
      repeat {
        start.storeBytes(
          of: from.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self), toByteOffset: length &+ place,
          as: SIMD16<UInt8>.self)
        place &+= 16
      } while place < text.count
      length &+= text.count
    }
    return length
  }

  /// Writes the low halves of the characters of numbers; false where one is none of those from `*` to `9`, which no row has
  /// that is plain.
  private func writeCharacters() -> Bool {
    guard count + characterCount / 2 <= limit else { return false }
    characters.storeBytes(of: 0x3030_3030_3030_3030, toByteOffset: characterCount, as: UInt64.self)
    let high: UInt64 = 0x8080_8080_8080_8080
    var wrong: UInt64 = 0
    let out = UnsafeMutableRawPointer(packed + count)
    for place in stride(from: 0, to: characterCount, by: 8) {
      let word = characters.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian
      wrong |= word | (word &+ 0x4646_4646_4646_4646) | ~((word | high) &- 0x2A2A_2A2A_2A2A_2A2A)
      var half = word & 0x0F0F_0F0F_0F0F_0F0F
      half = (half | half &>> 4) & 0x00FF_00FF_00FF_00FF
      half = (half | half &>> 8) & 0x0000_FFFF_0000_FFFF
      half |= half &>> 16
      out.storeBytes(of: UInt32(truncatingIfNeeded: half).littleEndian, toByteOffset: place / 2, as: UInt32.self)
    }
    count += (characterCount + 1) / 2
    return wrong & high == 0
  }

  /// Whether the texts of some columns are short enough to be kept apart.
  private func fits(_ record: Record, _ columns: [Record.Columns]) -> Bool {
    columns.reduce(0) { $0 + record[$1].count } <= Int(UInt8.max)
  }

  private func write(_ record: Record, _ columns: [Record.Columns]) {
    for stretch in columns {
      let text = record[stretch]
      packed[count] = UInt8(truncatingIfNeeded: text.count)
      UnsafeMutableRawBufferPointer(start: packed + (count + 1), count: text.count).copyMemory(from: text)
      count += 1 + text.count
    }
  }

  @inline(always)
  private func write(number: Int) {
    var rest = number
    while rest > 0x7F {
      packed[count] = UInt8(truncatingIfNeeded: rest) | 0x80
      rest &>>= 7
      count &+= 1
    }
    packed[count] = UInt8(truncatingIfNeeded: rest)
    count &+= 1
  }

  /// Writes bytes as they are, if there is room.
  private func writePlain(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty, !isTooLong else { return }
    guard count + range.count <= limit else {
      isTooLong = true
      return
    }
    write(number: 0)
    write(number: range.count)
    UnsafeMutableRawBufferPointer(start: packed + count, count: range.count)
      .copyMemory(from: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[range])))
    count += range.count
  }
}
