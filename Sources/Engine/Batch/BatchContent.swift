/// Bills that somebody holds: they are read in place of standard input.
public struct BatchContent: Sendable {
  /// What rows and messages call it.
  public var name: String
  /// Lines of JSON or a long table.
  public var bytes: [UInt8]
  /// The line of its file at which it begins, if it is lines of JSON.
  public var firstLine: Int

  /// Bills under a name.
  public init(name: String, bytes: [UInt8], firstLine: Int = 1) {
    self.name = name
    self.bytes = bytes
    self.firstLine = firstLine
  }
}

extension BatchOptions {
  /// What a message calls an input.
  func name(of path: String) -> String { path == "-" ? content?.name ?? "<stdin>" : path }
}
