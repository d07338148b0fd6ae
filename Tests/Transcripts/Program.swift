import Foundation
import Glibc

/// The built program, run as anybody runs it.
public enum Program {
  /// What a run left behind.
  public struct Outcome: Sendable {
    /// The exit status; 128 and the number of the signal that ended it.
    public var status: Int32
    /// What it wrote to standard output.
    public var output: String
    /// What it wrote to standard error.
    public var errors: String
  }

  /// The folder that holds it: the one that holds the tests.
  public static let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path

  /// Runs a line of shell in which `bomgate` is the program. Nothing of the tester's language or terminal is passed on.
  public static func run(
    _ line: String, in place: String, environment: [String: String] = [:]
  ) throws -> Outcome {
    let scratch = try Scratch()
    let variables = ["PATH": "\(folder):/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": place]
      .merging(environment) { $1 }
    let status = try spawn(
      ["/bin/sh", "-c", "cd \"$0\" || exit\n" + line, place], variables.map { "\($0.key)=\($0.value)" },
      output: scratch.path("output"), errors: scratch.path("errors"))
    return Outcome(
      status: status, output: try text(scratch.path("output")), errors: try text(scratch.path("errors")))
  }

  private static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }

  private static func spawn(
    _ arguments: [String], _ environment: [String], output: String, errors: String
  ) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT, 0o600)
    var process = pid_t()
    let words = arguments.map { strdup($0) } + [nil]
    let variables = environment.map { strdup($0) } + [nil]
    defer { (words + variables).forEach { free($0) } }
    let fault = posix_spawn(&process, arguments[0], &actions, nil, words, variables)
    guard fault == 0 else { throw POSIXError(.init(rawValue: fault) ?? .EIO) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw POSIXError(.init(rawValue: errno) ?? .ECHILD) }
    }
    return status & 0x7f == 0 ? status >> 8 & 0xff : 128 + status & 0x7f
  }
}
