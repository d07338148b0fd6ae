import Engine
import Foundation
import Fuzz
import Testing

/// The inputs from which the fuzzer starts, and those that once broke something.
struct FuzzCorpusTests {
  static let trial = Result { FuzzTrial(try Engine(rules: RuleFile.builtIn)) }

  private func files(_ folder: String, _ target: FuzzTarget) throws -> [(name: String, bytes: [UInt8])] {
    let path = Repository.path("Tests/Fuzz/\(folder)/\(target.rawValue)")
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: path).sorted().map { name in
      (name, Array(try Data(contentsOf: URL(fileURLWithPath: path + "/" + name))))
    }
  }

  private func lines(of bytes: [UInt8], _ target: FuzzTarget) throws -> Int {
    try Self.trial.get().run(bytes, target)
  }

  @Test(arguments: FuzzTarget.allCases)
  func `each input of a corpus is small, yields lines, and keeps what is promised`(target: FuzzTarget) throws {
    let files = try files("corpus", target)
    #expect((3...8).contains(files.count))
    for file in files {
      #expect(file.bytes.count < 4096, "\(file.name)")
      #expect(try lines(of: file.bytes, target) > 0, "\(file.name)")
    }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `what the fuzzer found stays mended`(target: FuzzTarget) throws {
    for file in try files("found", target) {
      #expect(try lines(of: file.bytes, target) >= 0, "\(file.name)")
    }
  }

  @Test func `every folder of inputs belongs to a target`() throws {
    let names = Set(FuzzTarget.allCases.map(\.rawValue))
    for folder in ["corpus", "found"] {
      let folders = try FileManager.default.contentsOfDirectory(atPath: Repository.path("Tests/Fuzz/" + folder))
      #expect(names.isSuperset(of: folders), "\(folder)")
    }
  }
}
