import ArgumentParser

/// `bomgate audit`: what batches have kept. Another program does it; this hands on what was asked.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "审计库：查看、比对、复算、验真 · what batches kept: look, compare, repeat, verify")

  @Argument(parsing: .captureForPassthrough)
  var arguments: [String] = []

  func run() throws {
    try Companion.become(arguments)
  }
}
