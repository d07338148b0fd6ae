import Foundation

/// Commands and what they printed, as a person would have seen it:
///
///     $ bomgate check over.yaml --lang en
///     the report
///     [stderr]
///     what went to standard error, if anything did
///     [exit 0]
public struct Transcript: Sendable {
  /// One command with what it printed.
  public struct Block: Sendable {
    /// The line of shell.
    public var command: String
    /// All below it, the exit status included.
    public var text: String
  }

  /// The blocks, in order.
  public var blocks: [Block]

  /// A transcript in a file.
  public init(contentsOf path: String) throws {
    blocks = []
    for line in try String(contentsOfFile: path, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("$ ") {
        blocks.append(Block(command: String(line.dropFirst(2)), text: ""))
      } else if !blocks.isEmpty {
        blocks[blocks.count - 1].text += line + "\n"
      }
    }
    for index in blocks.indices { blocks[index].text = blocks[index].text.trimmingEnd() }
  }

  /// The transcript as its commands print it now, in a folder.
  public func replayed(in folder: String) throws -> Transcript {
    var replayed = self
    for index in blocks.indices {
      replayed.blocks[index].text = Self.text(try Program.run(blocks[index].command, in: folder)).trimmingEnd()
    }
    return replayed
  }

  /// Writes it to a file.
  public func write(to path: String) throws {
    try blocks.map { "$ \($0.command)\n\($0.text)\n" }.joined(separator: "\n")
      .write(toFile: path, atomically: true, encoding: .utf8)
  }

  /// Whether this run of the tests rewrites what it finds changed.
  public static var isRecording: Bool { ProcessInfo.processInfo.environment["RECORD"] == "1" }

  // A digest changes with every edit of a rule, so it is shown as one that could be any.
  private static func text(_ outcome: Program.Outcome) -> String {
    var text = outcome.output
    if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
    if !outcome.errors.isEmpty { text += "[stderr]\n" + outcome.errors }
    if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
    text += "[exit \(outcome.status)]"
    return text.replacing(/sha256:[0-9a-f]{64}/, with: "sha256:…")
  }
}

extension String {
  fileprivate func trimmingEnd() -> String {
    var text = self
    while text.hasSuffix("\n") { text.removeLast() }
    return text
  }
}
