public import Foundation

/// A folder of one's own, gone when nobody holds it.
public final class Scratch: Sendable {
  /// Where it is.
  public let folder: String

  /// A new folder with files in it, by their names.
  public init(_ files: [String: String] = [:]) throws {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("bomgate-" + UUID().uuidString)
    folder = place.path
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    for (name, text) in files { try write(Data(text.utf8), to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The path of a file in it.
  public func path(_ name: String) -> String { folder + "/" + name }

  /// Writes a file, with the folders that it needs.
  public func write(_ data: Data, to name: String) throws {
    let url = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  /// Runs a line of shell in it.
  public func run(_ line: String, environment: [String: String] = [:]) throws -> Program.Outcome {
    try Program.run(line, in: folder, environment: environment)
  }
}
