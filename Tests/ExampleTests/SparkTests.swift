import Foundation
import Testing
import Transcripts

// One after the other: they install the same Python, and each of them takes all cores.
/// The job of `Examples/spark` on two cores, and the lines of shell of its page.
@Suite(.serialized) struct SparkTests {
  private static let folder = Repository.path("Examples/spark")
  private static let page = try? String(contentsOfFile: folder + "/README.md", encoding: .utf8)

  /// What an installer needs to know of the machine.
  private static let surroundings = ProcessInfo.processInfo.environment.filter { name, _ in
    name.hasPrefix("PIP_") || name.lowercased().hasSuffix("_proxy") || name.hasPrefix("SSL_CERT") || name == "HOME"
  }

  /// A Python with the Spark that the page names, made once.
  private static func python() throws -> String {
    let place = Repository.path(".build/spark")
    let version = try #require(page?.firstMatch(of: /pyspark==[0-9.]+/)?.output)
    let line = """
      test -e \(place)/\(version) && exit
      rm -rf \(place) && python3 -m venv \(place) \
      && \(place)/bin/pip install -q --disable-pip-version-check \(version) && touch \(place)/\(version)
      """
    let outcome = try Program.run(line, in: folder, environment: surroundings)
    try #require(outcome.status == 0, "pyspark could not be installed: \(outcome.errors)")
    return place + "/bin/python"
  }

  @Test func `a killed worker and a partition that is there twice change no row and no sum`() throws {
    let java = try Program.run("java -version", in: Self.folder)
    try #require(java.status == 0, "Spark needs Java 17, which the second command of the README installs")
    let scratch = try Scratch()
    let python = try Self.python()
    let outcome = try scratch.run(
      "timeout 900 \(python) -B \(Self.folder)/check.py \(Program.folder)/bomgate . 2> errors || { tail -c 3000 errors; exit 1; }"
    )
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(
      outcome.output == """
        lines, plain: the 1000 rows of batch
        lines, killed in the middle: the 1000 rows of batch
        lines, killed behind its last answer: the 1000 rows of batch
        lines, a partition twice: the 1000 rows of batch
        lines, a file twice: the 1000 rows of batch
        CSV, killed: the 1000 rows of batch
        CSV, all twice: the 1000 rows of batch
        Parquet: the 1000 rows of batch

        """)
  }

  @Test func `the job is submitted as the page says`() throws {
    let command = try #require(
      Self.page?.firstMatch(of: /(?m)^spark-submit --master 'local.*$/).map { String($0.output) })
    let bill =
      #"{"bom": 1, "project": {"id": "p1", "region": "640500", "date": "2025-03-01"}, "lines": [{"kind": "cpu", "quantity": 1}]}"#
    let scratch = try Scratch(["bids/a.ndjson": bill + "\n", "bids/b.ndjson": bill + "\n" + bill + "\n"])
    let bin = (try Self.python() as NSString).deletingLastPathComponent
    let line =
      ". \(bin)/activate; timeout 300 "
      + command.replacing("worker.py job.py", with: "\(Self.folder)/worker.py \(Self.folder)/job.py")
    let submitted = try scratch.run(line)
    #expect(submitted.status == 0, "\(submitted.errors.suffix(2000))")
    #expect(try scratch.run("ls results/kind=rows/*.parquet").status == 0)
    let again = try scratch.run(line)
    #expect(again.status == 1, "the results of another job are not written over")
  }

  @Test func `xargs and GNU parallel give the rows of one batch`() throws {
    let lines = try #require(Self.page?.matches(of: /(?m)^find .*$/).map { String($0.output) })
    #expect(lines.count == 2)
    #expect(lines[0].contains("xargs") && lines[1].contains("parallel"))
    let bill =
      #"{"bom": 1, "project": {"id": "p1", "date": "2025-03-01"}, "lines": [{"kind": "cpu", "quantity": 1}]}"# + "\n"
    for line in lines {
      let scratch = try Scratch(["bids/a.ndjson": bill, "bids/b b.ndjson": bill + bill, "bids/c/d.ndjson": bill])
      let whole = try scratch.run("bomgate batch bids -o whole.csv; tail -qn +2 whole.csv | sort")
      let outcome = try scratch.run(line)
      let parts = try scratch.run("find bids -name '*.csv' -exec tail -qn +2 {} + | sort")
      // No bill breaks anything, but they are all open.
      #expect(outcome.status != 0)
      #expect(parts.output == whole.output)
      #expect(parts.output.split(separator: "\n").count == 4)
    }
  }
}
