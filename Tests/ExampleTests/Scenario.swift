import Foundation
import Testing
import Transcripts

/// A folder of Examples: a page, bills, and what the program prints.
struct Scenario: CustomTestStringConvertible, Sendable {
  var name: String

  /// Folders that are no scenario.
  static let others: Set = ["benchmarks", "spark"]

  /// All of them.
  static let all: [Scenario] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: Repository.path("Examples"))
    return (names ?? []).filter { !$0.contains(".") && !others.contains($0) }.sorted().map(Scenario.init)
  }()

  var folder: String { Repository.path("Examples/\(name)") }
  var page: String { get throws { try String(contentsOfFile: folder + "/README.md", encoding: .utf8) } }
  var transcript: Transcript { get throws { try Transcript(contentsOf: folder + "/transcript.txt") } }
  var derivations: [Derivation] { get throws { Derivation.all(in: try page) } }
  var testDescription: String { name }

  /// Its files, by their paths in the folder.
  var files: [String] {
    get throws { try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.contains(".") }.sorted() }
  }

  /// The bills among them.
  var bills: [String] {
    get throws {
      try files.filter { file in
        !file.contains("/") && !file.hasSuffix(".project.yaml")
          && [".yaml", ".json", ".csv", ".xlsx", ".xml"].contains { file.hasSuffix($0) }
      }
    }
  }
}
