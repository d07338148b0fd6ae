import Diagnostics
import Documents
import Engine
import Inventory
import Policy
import Seeds
import Testing

/// Documents cut and changed at random: whatever comes, a reader ends, with a bill or with problems.
struct CycloneDXMutationTests {
  @Test(arguments: ["cluster-1.6.json", "host-1.7.json", "sourcing-2.0.json", "cluster-1.6.xml", "types-1.6.xml"])
  func `a document that is cut or changed is read or refused`(fixture: String) throws {
    let bytes = try InputFile.read(Repository.path("Tests/InventoryTests/Fixtures/cyclonedx/" + fixture))
    let book = try CycloneDXReading.engine.get().book
    let reader = CycloneDXReader(catalog: book.catalog, vocabulary: book.vocabulary, regions: book.regions)
    // Pieces that keep a document well-formed more often than random bytes do.
    let pieces = bytes.split(separator: fixture.hasSuffix("xml") ? UInt8(ascii: "<") : UInt8(ascii: "\"")).map(
      Array.init)
    var random = SeededGenerator(seed: UInt64(fixture.utf8.count))
    var read = 0
    for _ in 0..<1500 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) { mutate(&changed, pieces, &random) }
      let file = SourceFile(name: fixture, bytes: changed)
      var problems = Problems()
      let bills: [BillOfMaterials]
      do {
        bills =
          fixture.hasSuffix("xml")
          ? reader.read(try XML.document(in: file), &problems) : reader.read(try JSON.document(in: file), &problems)
      } catch {
        continue
      }
      #expect(bills.isEmpty == problems.hasErrors)
      if let bill = bills.first {
        read += 1
        var resolver = BomResolver(catalog: book.catalog)
        _ = resolver.resolve(bill, &problems)
      }
      for problem in problems.sorted.prefix(3) { _ = problem.rendered(in: .zh) }
    }
    #expect(read > 20)
  }

  private func mutate(_ bytes: inout [UInt8], _ pieces: [[UInt8]], _ random: inout SeededGenerator) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...8, using: &random)))
    case 2 where random.chance(4): bytes.removeSubrange(place...)
    default:
      // One piece in the place of another of the same document.
      guard let from = pieces.randomElement(using: &random), let to = pieces.randomElement(using: &random),
        !from.isEmpty
      else { return }
      guard let start = bytes.firstIndex(of: from[0]),
        let found = bytes[start...].indices.first(where: { bytes[$0...].starts(with: from) })
      else { return }
      bytes.replaceSubrange(found..<(found + from.count), with: to)
    }
  }
}
