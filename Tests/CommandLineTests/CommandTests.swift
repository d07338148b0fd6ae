import Testing
import Transcripts

/// The commands that look into rules and catalogue, and what the program says of itself.
struct CommandTests {
  @Test(arguments: ["zh", "en"])
  func `the list names every policy once`(language: String) throws {
    let outcome = try Scratch().run("bomgate rules list --lang \(language)")
    #expect(outcome.status == 0)
    for id in ["cn-nx-hub-32", "cn-sd-qingdao-haizhixin", "cn-secure-reliable-it-2023", "us-export-limits"] {
      #expect(outcome.output.matches(of: try Regex("\\b\(id)(?![a-z0-9-])")).count == 1, "\(id)")
    }
    #expect(try Scratch().run("bomgate rules --lang \(language)").output == outcome.output)
  }

  @Test func `a policy is shown with its clauses, sources and open questions`() throws {
    let outcome = try Scratch().run("bomgate rules show cn-nx-hub-32 --lang zh")
    #expect(outcome.status == 0)
    for text in ["cn-nx-hub-32", "国产化率90%以上", "亿欧智库", "按数量还是按金额", "localization-90", "xinchuang-reward"] {
      #expect(outcome.output.replacing(/\n */, with: "").contains(text), "\(text)")
    }
  }

  @Test func `a policy that is none is named with the nearest`() throws {
    let outcome = try Scratch().run("bomgate rules show cn-nx-hub32")
    #expect(outcome.status == 2)
    let message = "error: there is no policy `cn-nx-hub32` [unknown-policy]\n  help: did you mean `cn-nx-hub-32`?\n"
    #expect(outcome.errors.hasPrefix(message))
  }

  @Test func `the tests of the built-in rules pass by the command too`() throws {
    let outcome = try Program.run("bomgate rules test Rules", in: Repository.path("."))
    #expect(outcome.status == 0, "\(outcome.errors.prefix(2000))")
    #expect(outcome.output.wholeMatch(of: /[1-9][0-9]{2,} passed, 0 failed\n/) != nil)
  }

  @Test func `a test of a rule that does not hold is shown and is 1`() throws {
    let scratch = try Scratch()
    let line = """
      cp -r '\(Repository.path("Rules"))' rules
      sed -i 's/low: 0.9,/low: 0.8,/' rules/policies/cn-nx/cn-nx-hub-32.tests.yaml
      bomgate rules test rules
      """
    let outcome = try scratch.run(line)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("rules/policies/cn-nx/cn-nx-hub-32.tests.yaml:"))
    #expect(!outcome.output.contains(" 0 failed"))
    #expect(try scratch.run("bomgate rules test nowhere").status == 2)
  }

  @Test(arguments: [
    ("昇腾910B3", "acc-ascend-910b3"), ("ascend 910b", "acc-ascend-910b1"), ("R8428", "srv-chaoyun-r8428-a13"),
    ("EPYC", "cpu-amd-epyc"),
  ])
  func `a product is found by any of its names`(text: String, id: String) throws {
    let outcome = try Scratch().run("bomgate catalog find '\(text)'")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(id))
  }

  @Test func `a product that is unknown is 1`() throws {
    let outcome = try Scratch().run("bomgate catalog find 不存在的东西")
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("error: “不存在的东西” is not in the catalogue [not-found]\n"))
  }

  @Test func `the version is a version`() throws {
    #expect(try Scratch().run("bomgate --version").output.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
  }

  @Test func `the help names every exit status and shows examples`() throws {
    let help = try Scratch().run("bomgate --help").output
    for text in [
      "0 合规", "1 违反", "2 规则或输入无法读取", "3 尚不能确定", "64 用法错误", "70 内部错误", "74 输出无法写入", "130 中断",
      "bomgate check bom.yaml",
    ] {
      #expect(help.contains(text), "\(text)")
    }
  }

  @Test(arguments: ["check", "explain", "rules", "rules list", "rules show", "rules test", "catalog", "catalog find"])
  func `every command has a help in both languages`(command: String) throws {
    let outcome = try Scratch().run("bomgate \(command) --help")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(" · "))
    #expect(outcome.output.contains("USAGE: bomgate \(command)"))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `there are completions for every shell`(shell: String) throws {
    let scratch = try Scratch()
    let outcome = try scratch.run("bomgate --generate-completion-script \(shell) > script; cat script")
    #expect(outcome.status == 0)
    for word in ["check", "explain", "add-rules", "evidence"] { #expect(outcome.output.contains(word)) }
    if shell == "bash" { #expect(try scratch.run("bash -n script").status == 0) }
  }
}
