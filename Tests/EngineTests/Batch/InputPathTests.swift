import Diagnostics
import Foundation
import Inventory
import Testing

@testable import Engine

/// Which files a batch reads, and in which order.
struct InputPathTests {
  private func paths(_ arguments: [String], _ format: BomFormat? = nil) -> (paths: [String], skipped: Int) {
    var paths = InputPaths(arguments, format: format)
    var found: [String] = []
    while let item = paths.nextItem() {
      switch item {
      case .file(let path): found.append(path)
      case .problem(let path, let problems): found.append("\(path): \(problems.sorted.first?.code ?? "")")
      }
    }
    return (found, paths.skipped)
  }

  private func folder() throws -> BatchBench {
    let bench = try BatchBench()
    for name in [
      "b.yaml", "a/2.json", "a/1.csv", "a/1.project.yaml", "a.xlsx", "notes.md", ".hidden.yaml", "a/z/deep.ndjson",
      "c.YML", "a/LICENSE",
    ] {
      _ = try bench.write("x", to: name)
    }
    _ = try bench.write("# dmidecode 3.3\nGetting SMBIOS data from sysfs.\n", to: "host.txt")
    return bench
  }

  @Test func `a folder gives the bills below it by name, and counts what is none`() throws {
    let bench = try folder()
    let (found, skipped) = paths([bench.folder + "/"])
    #expect(
      found.map { $0.replacing(bench.folder + "/", with: "") } == [
        "a/1.csv", "a/2.json", "a/z/deep.ndjson", "a.xlsx", "b.yaml", "c.YML", "host.txt",
      ])
    #expect(skipped == 2)
  }

  @Test func `what is named is read whatever it is called, in the order given`() throws {
    let bench = try folder()
    let names = ["-", bench.folder + "/notes.md", bench.folder + "/b.yaml", bench.folder + "/nowhere"]
    #expect(paths(names).paths == names)
  }

  @Test func `a pattern that the shell left alone is matched, and a name that looks like one is a name`() throws {
    let bench = try folder()
    #expect(
      paths([bench.folder + "/a/[12].*"]).paths.map { $0.replacing(bench.folder + "/a/", with: "") } == [
        "1.csv", "1.project.yaml", "2.json",
      ])
    let odd = try bench.write("x", to: "[1].csv")
    #expect(paths([odd]).paths == [odd])
    #expect(paths([bench.folder + "/none*.csv"]).paths == [bench.folder + "/none*.csv"])
  }

  @Test func `a dump in many files is one input where its format is named`() throws {
    let bench = try folder()
    #expect(paths([bench.folder], .redfish).paths == [bench.folder])
    #expect(paths([bench.folder], .kubernetes).paths.count == 7)
  }

  @Test func `a link to a folder leads nowhere`() throws {
    let bench = try folder()
    try FileManager.default.createSymbolicLink(atPath: bench.folder + "/a/loop", withDestinationPath: bench.folder)
    #expect(paths([bench.folder]).paths.count == 7)
  }
}
