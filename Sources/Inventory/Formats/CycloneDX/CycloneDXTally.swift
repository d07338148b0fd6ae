internal import Diagnostics

/// Counts what is said of many components at once, so that a document of thousands gets one finding of a sort.
struct CycloneDXTally {
  /// What is counted, in the order of the findings.
  enum Matter: CaseIterable {
    case skipped, hostDevice, unmapped, unknownSoftware, assumedOne, total, unknownCount, supplierOnly, coreDesigner,
      placeholder, address
    case originWithoutStage, notDelivered, duplicateRef
  }

  private struct Heap {
    var count = 0
    var first: SourceSpan
    /// A few different words that say what was meant.
    var examples: [String] = []
    /// How often each sort of thing was met, in the order of the first.
    var sorts: [(name: String, count: Int)] = []
    var places: [String: Int] = [:]

    /// The examples, and how many more there are.
    var names: Localized {
      let more = count - examples.count
      return Localized(
        zh: examples.map { "“\($0)”" }.joined(separator: "、") + (more > 0 ? "等 \(count) 个" : ""),
        en: examples.map { "“\($0)”" }.joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""))
    }

    /// The sorts with their numbers.
    var tallies: Localized {
      let words = sorts.map { "\($0.name) \($0.count)" }
      return Localized(zh: words.joined(separator: "、"), en: words.joined(separator: ", "))
    }
  }

  private var heaps: [Matter: Heap] = [:]

  /// Counts one more.
  mutating func add(_ matter: Matter, _ example: String? = nil, sort: String? = nil, at span: SourceSpan) {
    var heap = heaps.removeValue(forKey: matter) ?? Heap(first: span)
    heap.count += 1
    if let example, !example.isEmpty, heap.examples.count < 3, !heap.examples.contains(example) {
      heap.examples.append(example)
    }
    if let sort {
      if let place = heap.places[sort] {
        heap.sorts[place].count += 1
      } else if heap.sorts.count < 20 {
        heap.places[sort] = heap.sorts.count
        heap.sorts.append((sort, 1))
      }
    }
    heaps[matter] = heap
  }

  /// The findings.
  var findings: [Finding] {
    Matter.allCases.compactMap { matter in
      guard let heap = heaps[matter] else { return nil }
      return Finding(matter.code, matter.severity, matter.message(heap.names, heap.tallies), span: heap.first)
    }
  }
}
