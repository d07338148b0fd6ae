import ArgumentParser
import Glibc

/// The command line: one file a subcommand.
@main
struct Bomgate: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "bomgate",
    abstract: "物料清单政策合规检查 · check bills of materials for data centers against policies",
    discussion: """
      bomgate check bom.yaml                      检查一份清单 · check a bill
      bomgate check bom.yaml --region 宁夏 --as-of 2025-03-01
      bomgate batch bids/ -o results.csv          批量检查，每份一行 · judge many bills, one row each
      bomgate portfolio bids/ --policy cn-compute-plan-2023-2025 --year 2025
                                                  多个项目合计 · many projects together
      bomgate audit list --store audit.db         审计库 · what batches kept for auditors
      bomgate explain bom.yaml --policy cn-nx-hub-32
      bomgate convert bid.xlsx                    转换为规范清单 · print the canonical bill
      bomgate rules list                          内置政策 · the built-in policies
      bomgate catalog find 昇腾910B               查产品 · find a product

      退出状态 · exit status:
        0 合规 compliant            1 违反强制要求 a mandatory requirement fails
        2 规则或输入无法读取 rules or input could not be read
        3 尚不能确定 undetermined    64 用法错误 wrong usage   70 内部错误 internal error
        74 输出无法写入 output could not be written          130 中断 interrupted
      多份清单取最坏者（2、1、3、0）· with several bills the worst decides (2, 1, 3, 0)
      """,
    version: version,
    subcommands: [
      Check.self, Batch.self, Portfolio.self, Merge.self, Worker.self, Explain.self, Convert.self, Rules.self,
      CatalogCommand.self, AuditCommand.self,
    ])

  static func main() {
    // That a reader went away is learnt from the write that fails, not from a signal that kills.
    signal(SIGPIPE, SIG_IGN)
    let arguments = Array(CommandLine.arguments.dropFirst())
    // Scripts call these a thousand times: their options are read at once, without the walk from the root. Whatever is
    // not plainly one of them, a request for help or a wrong option, goes that way and gets its answer there.
    do {
      switch arguments.first {
      case "check":
        if let check = Check(arguments.dropFirst()) { return try check.run() }
      case "batch":
        if let batch = try? Batch.parse(Array(arguments.dropFirst())) { return try batch.run() }
      default: break
      }
    } catch {
      exit(withError: error)
    }
    main(arguments)
  }
}

extension Check {
  /// A check with these arguments; nil if the parser has something to say about them.
  fileprivate init?(_ arguments: ArraySlice<String>) {
    // The parser's time grows with the square of the names. Before the first option, and behind the last one and what
    // may be its value, there are only bills: the parser sees one of each, and the others are put around these.
    let firstOption = arguments.firstIndex { $0.hasPrefix("-") } ?? arguments.startIndex
    let lastOption = arguments.lastIndex { $0.hasPrefix("-") } ?? arguments.startIndex
    let start = max(arguments.startIndex, firstOption - 1)
    let end = min(lastOption + 3, arguments.endIndex)
    guard var check = try? Self.parse(Array(arguments[start..<end])) else { return nil }
    check.boms = arguments[..<start] + check.boms + arguments[end...]
    self = check
  }
}
