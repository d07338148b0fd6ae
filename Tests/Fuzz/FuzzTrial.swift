internal import Diagnostics
internal import Documents
public import Engine
internal import Evaluation
internal import Inventory
internal import Policy
internal import Quantities
internal import Reports

/// What must hold of every input whatsoever: it is read alike twice, its bills survive being written down in their
/// canonical form, and each can be judged.
public struct FuzzTrial: Sendable {
  /// Something that does not hold.
  public struct Fault: Error, CustomStringConvertible {
    /// What, and what was found instead.
    public let description: String
  }

  private let engine: Engine
  private let assessor: Assessor

  /// Trials by a rule book.
  public init(_ engine: Engine) {
    self.engine = engine
    assessor = Assessor(book: engine.book)
  }

  /// The number of lines that an input yields, those of parts included.
  ///
  /// - Throws: what does not hold.
  public func run(_ input: [UInt8], _ target: FuzzTarget) throws(Fault) -> Int {
    let bytes = target.file(input)
    let (bills, problems) = engine.materials(of: bytes, name: target.fileName, ReadingOptions(format: target.format))
    let again = engine.materials(of: bytes, name: target.fileName, ReadingOptions(format: target.format))
    let texts = bills.map { CanonicalBill(.zh).render($0) }
    try expectEqual("read twice", texts, again.materials.map { CanonicalBill(.zh).render($0) })
    for language in [Language.zh, .en] {
      try expectEqual(
        "problems of reading twice", problems.sorted.map { $0.rendered(in: language) },
        again.problems.sorted.map { $0.rendered(in: language) })
    }
    try checkTwin(of: bytes, target, bills, problems)
    for (bill, text) in zip(bills, texts) {
      try roundTrip(bill, text)
      judge(bill)
    }
    return bills.reduce(0) { $0 + $1.lines.reduce(0) { $0 + $1.size } }
  }

  /// The fast readers must give what the careful ones give.
  private func checkTwin(
    of bytes: [UInt8], _ target: FuzzTarget, _ bills: [BillOfMaterials], _ problems: Problems
  ) throws(Fault) {
    switch target {
    case .ndjson:
      // What was learnt of the first half is met in the second.
      let twice = engine.materials(of: bytes + [0x0A] + bytes, name: target.fileName, ReadingOptions(format: .ndjson))
      var careful: [String] = []
      for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
      where line.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") {
        let (bills, _) = engine.materials(of: Array(line), name: target.fileName, ReadingOptions(format: .bom))
        careful += bills.flatMap(\.carried)
      }
      let carried = bills.flatMap(\.carried)
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) || bills.isEmpty { return }
      try expectEqual("read alone", carried, careful)
      try expectEqual("read in one file", carried + carried, twice.materials.flatMap(\.carried))
    case .csv:
      // A mapping that says nothing keeps the fast reader out.
      let careful = engine.materials(
        of: bytes, name: target.fileName, ReadingOptions(format: .table, columns: TableMapping()))
      try expectEqual(
        "read with care", bills.map { CanonicalBill(.zh).render($0) },
        careful.materials.map { CanonicalBill(.zh).render($0) })
      try expectEqual(
        "problems of reading with care", problems.sorted.map { $0.rendered(in: .en) },
        careful.problems.sorted.map { $0.rendered(in: .en) })
      try checkPacking(of: bytes)
    case .bom, .kubernetes, .detected: try checkParts(of: bytes)
    default: return
    }
  }

  /// What is packed of the rows of a long table while they are read comes back to the last byte, and whatever else is taken
  /// for packed rows does no harm.
  private func checkPacking(of bytes: [UInt8]) throws(Fault) {
    _ = PackedRows.bytes(of: bytes[...], count: bytes.count)
    let book = engine.book
    let tables = TableReader(catalog: book.catalog, vocabulary: book.vocabulary, regions: book.regions)
    let table = bytes.withUnsafeBufferPointer {
      LongTable($0, of: SourceFile(name: "input.csv", bytes: []), reader: tables, project: Project())
    }
    guard let table, let packer = RowPacker(table) else { return }
    // Rows are packed that repeat.
    let rows = Array(repeatElement(bytes[table.bodyOffset...], count: 8).joined())
    let header = Array(bytes[..<table.bodyOffset])
    var reader = LongTableReader(table, notesReturns: false)
    reader.packer = packer
    let packed = rows.withUnsafeBufferPointer { rows in
      packer.begin(header, count: rows.count)
      _ = reader.read(rows, isLast: true) { _ in }
      return packer.finish(rows)
    }
    guard let packed else { return }
    let unpacked = PackedRows.bytes(of: packed[...], count: header.count + rows.count)
    try expectEqual(
      "packed and unpacked", [String(decoding: header + rows, as: UTF8.self)],
      [unpacked.map { String(decoding: $0, as: UTF8.self) } ?? "nothing"])
    if unpacked != header + rows { throw Fault(description: "packed and unpacked: other bytes") }
  }

  /// A YAML text that several threads read gives the trees and the problems that one gives, to the last place.
  private func checkParts(of bytes: [UInt8]) throws(Fault) {
    guard let file = try? SourceFile.decoding(bytes, name: "input.yaml") else { return }
    func read(jobs: Int) -> [String] {
      do {
        return try YAML.documents(in: file, jobs: jobs, bytesPerJob: 1).map {
          "\($0.compiled.words) \($0.compiled.arena)"
        }
      } catch {
        return error.sorted.map { $0.rendered(in: .en) }
      }
    }
    let whole = read(jobs: 1)
    for jobs in 2...3 { try expectEqual("read by \(jobs) threads", whole, read(jobs: jobs)) }
  }

  /// The canonical form must be read back as the same bill.
  private func roundTrip(_ bill: BillOfMaterials, _ text: String) throws(Fault) {
    let (bills, problems) = engine.materials(of: Array(text.utf8), name: "bill.yaml", ReadingOptions(format: .bom))
    if let problem = problems.sorted.first(where: { $0.severity == .error }) {
      throw Fault(description: "not read back: \(problem.rendered(in: .en))\n\(text)")
    }
    try expectEqual("read back", bill.carried, bills.first?.carried ?? [])
  }

  /// A bill that overflows is refused, which is an answer.
  private func judge(_ bill: BillOfMaterials) {
    var problems = Problems()
    var resolver = BomResolver(catalog: engine.book.catalog)
    guard let day = bill.project.date ?? Day(year: 2025, month: 6, day: 1),
      let resolved = resolver.resolve(bill, &problems)
    else { return }
    _ = try? assessor.assess(resolved, on: day)
  }

  private func expectEqual(_ what: String, _ first: [String], _ second: [String]) throws(Fault) {
    guard first != second else { return }
    let place = zip(first, second).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    let index = place ?? min(first.count, second.count)
    func item(_ list: [String]) -> String { index < list.count ? list[index] : "nothing" }
    throw Fault(description: "\(what), item \(index):\n\(item(first))\nthen\n\(item(second))")
  }
}
