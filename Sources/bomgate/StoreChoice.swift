import Diagnostics
import Engine
import Glibc

/// The store that a batch is given to, and what it keeps besides bills.
struct StoreChoice: Sendable {
  let path: String
  let run: KeptRun
  let language: Language

  /// Opens it for a run that can go on later if it has a mark; with `resumes` the run of that mark goes on.
  ///
  /// - Throws: `StoreFailure`.
  func open(mark: String?, resumes: Bool) throws -> StorePipe {
    var run = run
    run.settings["mark"] = mark.map { [$0] }
    return try StorePipe(path, language, run: run, resumes: resumes)
  }
}
