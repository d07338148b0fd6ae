import ArgumentParser
import Glibc

/// The command line of audit stores, which `bomgate audit` hands over to: one file a subcommand.
@main
struct BomgateAudit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bomgate audit",
    abstract: "审计库：查看、比对、复算、验真 · what batches kept: look, compare, repeat, verify",
    discussion: """
      bomgate batch bids/ -o results.csv --store audit.db   留存一次运行 · keep a run
      bomgate audit list                                    有哪些运行 · which runs there are
      bomgate audit show 1 --bom nx-01                      一份清单的完整报告 · the whole report on a bill
      bomgate audit diff 1 2                                两次运行有何不同 · what differs between two runs
      bomgate audit verify --head sha256:…                  库有没有被动过 · whether the store was tampered with
      bomgate audit replay 1                                重新计算并比对 · compute again and compare

      退出状态 · exit status:
        0 一致，没有异常 all is the same, nothing was found
        1 不一致、被动过或有异常 something differs, was tampered with or was found
        2 审计库无法读取 the store could not be read    64 用法错误 wrong usage
        74 无法写入 it could not be written
      """,
    subcommands: [
      ListCommand.self, ShowCommand.self, DiffCommand.self, ExportCommand.self, VerifyCommand.self, ReplayCommand.self,
      AnomaliesCommand.self, WriteCommand.self,
    ])

  static func main() {
    // That a reader went away, or that a file may grow no further, is learnt from the write that fails.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    main(Array(CommandLine.arguments.dropFirst()))
  }
}
