import ArgumentParser
import Glibc

/// The program beside this one that knows audit stores. It is one of its own because the database brings much that every
/// start of this one would pay for.
enum Companion {
  static let name = "bomgate-audit"

  /// Where it is.
  ///
  /// - Throws: the exit status, once it is said that it is missing.
  static func path() throws -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let length = readlink("/proc/self/exe", &buffer, Int(PATH_MAX))
    let own = String(decoding: buffer.prefix(max(0, length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let path = String(own[..<(own.lastIndex(of: "/").map { own.index(after: $0) } ?? own.startIndex)]) + name
    if access(path, X_OK) == 0 { return path }
    Output.note(
      """
      bomgate: \(path)：没有这个程序，审计库由它读写；请把它放在 bomgate 旁边，或用 `swift build --product \(name)` 编译
      bomgate: \(path): there is no such program, and it is the one that reads and writes audit stores; put it beside \
      bomgate, or build it with `swift build --product \(name)`

      """)
    throw ExitCode(Status.unreadable.rawValue)
  }

  /// Becomes it.
  static func become(_ arguments: [String]) throws -> Never {
    let path = try path()
    let words = ([path] + arguments).map { strdup($0) } + [nil]
    execv(path, words)
    throw fault(path, errno)
  }

  /// Starts it with pipes to its standard input and from its standard output; its process, where to write, and where to
  /// read.
  static func start(_ arguments: [String]) throws -> (process: pid_t, input: Int32, output: Int32) {
    let path = try path()
    let input = try Self.pipe(path)
    defer { close(input.read) }
    let output: (read: Int32, write: Int32)
    do {
      output = try Self.pipe(path)
    } catch {
      close(input.write)
      throw error
    }
    defer { close(output.write) }
    // A block then passes in one go, and nobody waits for the other. The number is Linux's F_SETPIPE_SZ.
    _ = fcntl(input.write, 1031, 1 << 20)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input.read, 0)
    posix_spawn_file_actions_adddup2(&actions, output.write, 1)
    let words = ([path] + arguments).map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = []
    for name in ["TMPDIR", "NO_COLOR", "FORCE_COLOR", "TERM"] {
      if let value = getenv(name) { variables.append(strdup(name + "=" + String(cString: value))) }
    }
    variables.append(nil)
    defer { (words + variables).forEach { free($0) } }
    var process = pid_t()
    let code = posix_spawn(&process, path, &actions, nil, words, variables)
    guard code == 0 else {
      close(input.write)
      close(output.read)
      throw fault(path, code)
    }
    return (process, input.write, output.read)
  }

  private static func pipe(_ path: String) throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { throw fault(path, errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  private static func fault(_ path: String, _ code: Int32) -> ExitCode {
    Output.note("bomgate: \(path)：无法启动 · it could not be started (error \(code))\n")
    return ExitCode(70)
  }
}
