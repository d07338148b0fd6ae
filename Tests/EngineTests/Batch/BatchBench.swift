import Diagnostics
import Evaluation
import Foundation
import Inventory
import Quantities
import Seeds
import Synchronization

@testable import Engine

/// Inputs of batches in a folder of their own, and what comes of them.
final class BatchBench: Sendable {
  let folder: String
  static let engine = Result { try Engine(rules: RuleFile.builtIn) }

  init() throws {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("bomgate-batch-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    folder = place.path
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func write(_ text: String, to name: String) throws -> String {
    let url = URL(fileURLWithPath: folder + "/" + name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    return url.path
  }

  func options(_ inputs: [String], jobs: Int = 2, blockSize: Int = 1 << 18, format: BomFormat? = nil) throws
    -> BatchOptions
  {
    var overrides = ProjectOverrides()
    overrides.asOf = .init("2025-03-01")
    var options = BatchOptions(
      inputs: inputs, reading: ReadingOptions(format: format, overrides: overrides), judging: AssessmentOptions(),
      jobs: jobs)
    options.blockSize = blockSize
    return options
  }

  /// One row a bill: id, line, verdict or the code and the place of what is wrong.
  static func row(_ entry: BatchEntry, in folder: String) -> String {
    let head = "\(entry.id ?? "-") \(entry.line ?? 0) "
    switch entry.result {
    case .success(let assessment):
      return head + "\(assessment.verdict.rawValue) \(assessment.bom.lineCount) \(assessment.findings.count)"
    case .failure(let problems):
      let first = problems.sorted.first
      return head + "\(first?.code ?? "") \(first?.span?.description.replacing(folder + "/", with: "") ?? "")"
    }
  }

  /// The rows of a run.
  func rows(_ options: BatchOptions) throws -> [String] {
    let folder = folder
    let run = BatchRun(try Self.engine.get(), options, isCancelled: { false }) { entries in
      entries.map { Self.row($0, in: folder) }
    }
    var rows: [String] = []
    try run.run { rows += $0.output }
    return rows
  }
}

/// A long table of random bills, with quoted line breaks, blank lines and rows that cannot be read.
struct RandomTable {
  var text: String
  var ids: [String] = []

  init(seed: UInt64, bills: Int, isClean: Bool = false) {
    var random = SeededGenerator(seed: seed)
    let isCanonical = seed % 2 == 0
    text =
      isCanonical
      ? "bom_id,region,kind,vendor,model,quantity,origin\n" : "清单编号,地区,类别,厂商,规格型号,数量,是否国产,项目名称,备注\n"
    for number in 0..<bills {
      let id = "b\(number)" + (random.chance(5) ? "x" : "")
      let name = ["", "\(number)号项目（一期）", "\"智算, 二期\""].randomElement(using: &random) ?? ""
      ids.append(id)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let model =
          ["昇腾910B3", "H20", "\"a, \"\"b\"\"\nc\"", "\"x\r\n\r\ny\"", "DM8", ""].randomElement(using: &random) ?? ""
        let kind = ["accelerator", "cpu", "server", "os", "cable"].randomElement(using: &random) ?? ""
        let quantity = isClean || !random.chance(30) ? "\(Int.random(in: 1...99, using: &random))" : "-3"
        text += random.chance(6) ? "\"\(id)\"" : id
        text += ",370200,\(kind),华为,\(model),\(quantity),\(random.chance(2) ? "domestic" : "")"
        text += isCanonical ? "\n" : ",\(name),\(random.chance(9) ? "选配" : "三年质保")\n"
        if random.chance(20) { text += "\n" }
      }
    }
  }
}
