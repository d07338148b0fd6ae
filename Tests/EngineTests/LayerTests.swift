import Foundation
import Testing

/// DESIGN's table of modules, held against the imports: data walks one way.
struct LayerTests {
  static let allowed: [String: Set<String>] = [
    "Diagnostics": ["CThreads"],
    "Quantities": [],
    "Documents": ["CICU", "CMasks", "CLibYAML", "CLibXML2", "CZlib", "Diagnostics"],
    "Inventory": ["CMasks", "Diagnostics", "Quantities", "Documents"],
    "Policy": ["Diagnostics", "Quantities", "Documents", "Inventory"],
    "Evaluation": ["Diagnostics", "Quantities", "Inventory", "Policy"],
    "Reports": ["Diagnostics", "Quantities", "Inventory", "Policy", "Evaluation"],
    "Engine": ["CLZ4", "CThreads", "Diagnostics", "Quantities", "Documents", "Inventory", "Policy", "Evaluation"],
    "bomgate": ["Diagnostics", "Quantities", "Inventory", "Policy", "Evaluation", "Engine", "Reports"],
    "Audit": ["Diagnostics"],
    "bomgate-audit": [
      "Diagnostics", "Quantities", "Inventory", "Policy", "Evaluation", "Engine", "Reports", "Audit",
    ],
  ]
  /// What a module may import from outside the package.
  static let outside: [String: Set<String>] = [
    "Diagnostics": ["Dispatch"],
    "Documents": ["Glibc"],
    "Engine": ["Crypto", "Dispatch", "Glibc"],
    "bomgate": ["ArgumentParser", "Glibc", "Synchronization"],
    "Audit": ["Crypto", "Foundation", "GRDB"],
    "bomgate-audit": ["ArgumentParser", "Foundation", "Glibc"],
  ]

  @Test(arguments: allowed.keys.sorted())
  func `a module imports only what its layer allows`(module: String) throws {
    let allowed = (Self.allowed[module] ?? []).union(Self.outside[module] ?? [])
    let files = try swiftFiles(under: "Sources/\(module)")
    #expect(!files.isEmpty)
    for file in files {
      for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
        guard
          let match = line.wholeMatch(of: /(?:@\w+ )*(?:(?:public|internal|package|private) )?import (?:\w+ )?(\w+).*/)
        else { continue }
        #expect(allowed.contains(String(match.1)), "\(file) imports \(match.1)")
      }
    }
  }

  @Test func `what says what is wrong needs the system for its lock alone`() throws {
    let importing = try swiftFiles(under: "Sources/Diagnostics").filter {
      try String(contentsOfFile: $0, encoding: .utf8).contains("import CThreads")
    }
    #expect(importing.map { $0.split(separator: "/").last } == ["Monitor.swift"])
  }

  @Test func `every folder of Sources is a module of the table`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Repository.path("Sources"))
      .filter { !$0.hasSuffix(".md") }
    #expect(
      Set(folders)
        == Set(Self.allowed.keys).union([
          "CICU", "CMasks", "CLibYAML", "CLibXML2", "CZlib", "CLZ4", "CThreads", "EmbedRules",
          "RuleCompiler",
        ]))
  }

  @Test(arguments: ["print(", "fatalError(", "preconditionFailure(", "try!", "exit("])
  func `a library never prints, exits or traps`(word: String) throws {
    for module in Self.allowed.keys where !module.hasPrefix("bomgate") {
      for file in try swiftFiles(under: "Sources/\(module)") {
        #expect(try !String(contentsOfFile: file, encoding: .utf8).contains(word), "\(file) has \(word)")
      }
    }
  }

  @Test(arguments: ["Quantities", "Inventory", "Policy", "Evaluation"])
  func `no floating point is near a verdict`(module: String) throws {
    for file in try swiftFiles(under: "Sources/\(module)") {
      let text = try String(contentsOfFile: file, encoding: .utf8)
      #expect(!text.contains(/\b(?:Double|Float)\b/), "\(file)")
    }
  }

  private func swiftFiles(under folder: String) throws -> [String] {
    let root = Repository.path(folder)
    return try FileManager.default.subpathsOfDirectory(atPath: root)
      .filter { $0.hasSuffix(".swift") }.map { root + "/" + $0 }
  }
}
