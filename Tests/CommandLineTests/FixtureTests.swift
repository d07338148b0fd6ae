import Foundation
import Testing
import Transcripts

/// One bad file a fault, with all that the program says of it, in both languages.
struct FixtureTests {
  static let folders = ["bills", "rules"]
  static let transcripts = folders.flatMap { folder in
    ((try? FileManager.default.contentsOfDirectory(atPath: path(folder))) ?? [])
      .filter { $0.hasSuffix(".txt") }.sorted().map { "\(folder)/\($0)" }
  }

  @Test(arguments: transcripts)
  func `a fault is reported whole`(transcript: String) throws {
    let path = Self.path(transcript)
    let shown = try Transcript(contentsOf: path)
    let printed = try shown.replayed(in: URL(fileURLWithPath: path).deletingLastPathComponent().path)
    if Transcript.isRecording {
      try printed.write(to: path)
      return
    }
    for (old, new) in zip(shown.blocks, printed.blocks) {
      #expect(new.text == old.text, "\(new.command)")
      // No report for what could not be read: all is on standard error.
      #expect(new.text.hasPrefix("[stderr]\n"))
      #expect(new.text.hasSuffix("[exit 2]"))
    }
  }

  @Test(arguments: folders)
  func `every bad file has its transcript`(folder: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.path(folder)).filter { $0 != "bill.yaml" }
    let commands = try names.filter { $0.hasSuffix(".txt") }
      .flatMap { try Transcript(contentsOf: Self.path("\(folder)/\($0)")).blocks.map(\.command) }
    for name in names where !name.hasSuffix(".txt") {
      for language in ["zh", "en"] {
        #expect(commands.contains { $0.contains(" \(name) ") && $0.hasSuffix("--lang \(language)") }, "\(name)")
      }
    }
  }

  private static func path(_ name: String) -> String { Repository.path("Tests/CommandLineTests/Fixtures/\(name)") }
}
