import Foundation
import Testing
import Transcripts

/// The README holds what the program does today.
struct ReadmeTests {
  private let readme: [Substring]

  init() throws {
    let text = try String(contentsOfFile: Repository.path("README.md"), encoding: .utf8)
    readme = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test func `the output beneath the first command is what it prints`() throws {
    let command = try #require(block("sh", 1).first { $0.contains("swift run bomgate") })
    let line = command.trimmingCharacters(in: .whitespaces).replacingOccurrences(of: "swift run ", with: "")
    let outcome = try Program.run(line, in: Repository.path(""))
    #expect(outcome.status == 0)
    #expect(outcome.output == block("text", 1).joined(separator: "\n") + "\n")
  }

  @Test func `it fits a hundred and fifty lines and runs every test with the second command`() {
    #expect(readme.count <= 151)
    #expect(block("sh", 2).contains { $0.contains("swift test") })
  }

  @Test func `the exit statuses are those that the help names`() throws {
    let help = try Program.run("bomgate --help", in: Repository.path("")).output
    for status in ["0 合规", "1 违反强制要求", "3 尚不能确定", "64 用法错误", "74 输出无法写入"] {
      #expect(help.contains(status))
      let (number, words) = (status.split(separator: " ")[0], status.split(separator: " ")[1])
      #expect(readme.contains { $0.contains("`\(number)` \(words)") })
    }
  }

  /// The lines of a fenced block of one language, counted from 1.
  private func block(_ language: String, _ number: Int) -> [Substring] {
    let starts = readme.indices.filter { readme[$0] == "```\(language)" }
    guard starts.count >= number else { return [] }
    return Array(readme[(starts[number - 1] + 1)...].prefix { $0 != "```" })
  }
}
