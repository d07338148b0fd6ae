import ArgumentParser
import Engine

/// How many threads a run works on; what it writes does not depend on them.
struct JobOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "同时工作的线程数，默认等于可用的核数 · how many threads work; as many as there are cores to be used by default", valueName: "n")
  )
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs \(jobs)：应为1到1024 · 1 to 1024") }
  }

  /// As many as asked for, else as many as there are cores to be used.
  var count: Int { jobs ?? Workers.atOnce }
}
