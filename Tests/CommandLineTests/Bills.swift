import Foundation
import Transcripts

/// Bills for the tests, each of which comes out as its name says.
enum Bills {
  /// Seven domestic cards of ten in Qingdao: meets the 70 %.
  static let passes = cards(domestic: 7, foreign: 3)
  /// Six of ten: breaks it.
  static let fails = cards(domestic: 6, foreign: 4)
  /// Six of ten and two more of unknown origin: open.
  static let isOpen = cards(
    domestic: 6, foreign: 2, rest: "  - {kind: accelerator, vendor: 某厂商, model: 样机, quantity: 2}\n")
  /// One that nobody can read.
  static let unreadable = "bom: 1\nlines: [{kind: gpu, quantity: 1}]\n"

  /// A center in Qingdao with cards.
  static func cards(
    domestic: Int, foreign: Int, rest: String = "", project: String = "", id: String = "qd"
  ) -> String {
    """
    bom: 1
    project:
      id: \(id)
      region: "370200"
      facility: intelligent-computing-center
      buyer: enterprise
      date: 2025-03-01
    \(project)lines:
      - {id: ascend, kind: accelerator, vendor: 华为, model: 昇腾910B3, quantity: \(domestic)}
      - {id: a800, kind: accelerator, vendor: NVIDIA, model: A800, quantity: \(foreign)}

    """ + rest
  }

  /// The files `passes.yaml`, `fails.yaml`, `open.yaml` and `unreadable.yaml`.
  static let files = ["passes.yaml": passes, "fails.yaml": fails, "open.yaml": isOpen, "unreadable.yaml": unreadable]
}

extension Program.Outcome {
  /// The report in JSON.
  var report: [String: Any] {
    get throws {
      try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any] ?? [:]
    }
  }

  /// The policies of the report, by their identifiers.
  var policies: [String: [String: Any]] {
    get throws {
      let list = try report["policies"] as? [[String: Any]] ?? []
      return Dictionary(uniqueKeysWithValues: list.map { ($0["id"] as? String ?? "", $0) })
    }
  }

  /// The codes of the findings of the report.
  var findings: [String] {
    get throws { (try report["findings"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String } }
  }

  /// A requirement of the report.
  func requirement(_ policy: String, _ id: String) throws -> [String: Any] {
    let list = try policies[policy]?["requirements"] as? [[String: Any]] ?? []
    return list.first { $0["id"] as? String == id } ?? [:]
  }
}
