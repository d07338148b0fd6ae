import Diagnostics
import Documents
import Inventory
import Quantities
import Seeds
import Testing

/// Cut and garbled dumps: whatever comes, a reader ends, with a bill or with what is wrong.
struct HostMutationTests {
  private func mutations(of text: String, seed: UInt64, count: Int) -> [[UInt8]] {
    var random = SeededGenerator(seed: seed)
    let bytes = Array(text.utf8)
    return (0..<count).map { _ in
      var mutated = bytes
      for _ in 0...Int.random(in: 0..<6, using: &random) {
        guard !mutated.isEmpty else { break }
        let place = Int.random(in: mutated.indices, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: mutated[place] = UInt8.random(in: 0...255, using: &random)
        case 1: mutated.removeSubrange(place..<min(mutated.count, place + Int.random(in: 1...40, using: &random)))
        case 2: mutated.insert(contentsOf: mutated[place..<min(mutated.count, place + 60)], at: place)
        case 3: mutated = Array(mutated[..<place])
        default: mutated[place] = [0x09, 0x0A, 0x0D, 0x20, 0x22, 0x3A, 0x5B, 0x7B].randomElement(using: &random) ?? 0
        }
      }
      return mutated
    }
  }

  /// A reading is a bill without errors, or errors without a bill.
  private func check(_ bills: [BillOfMaterials], _ problems: Problems) {
    #expect(bills.isEmpty == problems.hasErrors)
    for bill in bills {
      #expect(!bill.lines.isEmpty)
      for line in bill.lines { #expect(line.quantity.low >= .zero) }
    }
  }

  @Test func `garbled text is read or refused`() throws {
    let catalog = try BuiltIn.catalog()
    for bytes in try mutations(of: DmidecodeTests.twin(), seed: 1, count: 2000) {
      let file = SourceFile(name: "x", bytes: bytes)
      _ = DmidecodeReader.recognises(file)
      let reading = Reading { DmidecodeReader(catalog: catalog).read(file, &$0) }
      check(reading.bills, reading.problems)
    }
    for bytes in try mutations(of: LspciTests.twin(), seed: 2, count: 2000) {
      let file = SourceFile(name: "x", bytes: bytes)
      _ = LspciReader.recognises(file)
      let reading = Reading { LspciReader(catalog: catalog).read(file, &$0) }
      check(reading.bills, reading.problems)
    }
  }

  @Test func `garbled documents are read or refused`() throws {
    let catalog = try BuiltIn.catalog()
    for bytes in try mutations(of: LshwTests.twin(), seed: 3, count: 1500) {
      guard let document = try? JSON.document(in: SourceFile(name: "x", bytes: bytes)) else { continue }
      let reading = Reading { LshwReader(catalog: catalog).read(document, &$0) }
      check(reading.bills, reading.problems)
    }
    for text in RedfishTests.merged {
      for bytes in mutations(of: text, seed: 4, count: 1000) {
        guard let document = try? JSON.document(in: SourceFile(name: "x", bytes: bytes)) else { continue }
        let reading = Reading { RedfishReader(catalog: catalog).read(document, &$0) }
        check(reading.bills, reading.problems)
      }
    }
  }

  @Test func `garbled tables are read or refused`() throws {
    let catalog = try BuiltIn.catalog()
    for bytes in mutations(of: NetBoxTests.devices, seed: 5, count: 2000) {
      let tables = [NetBoxTests.table(String(decoding: bytes, as: UTF8.self)), NetBoxTests.table(NetBoxTests.items)]
      let reading = Reading { NetBoxReader(catalog: catalog).read(tables, &$0) }
      check(reading.bills, reading.problems)
    }
  }

  @Test func `a machine of endless parts is refused`() throws {
    let drives = (0..<10_100).map {
      #"{"id": "disk:\#($0)", "class": "disk", "product": "P\#($0)", "units": "bytes", "size": 5}"#
    }
    let reading = try Reading.lshw(#"{"id": "h", "class": "system", "children": [\#(drives.joined(separator: ","))]}"#)
    #expect(reading.bills.isEmpty)
    #expect(
      reading.problems.rendered(in: .en).hasPrefix(
        "lshw.json:1:1: error: a machine has more than 10000 different parts [too-many-parts]"))
  }
}
