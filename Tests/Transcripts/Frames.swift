public import Foundation

/// Frames as a worker takes and gives them.
public enum Frames {
  /// One frame that came back.
  public struct Answer: Sendable {
    /// Its header.
    public var header: [String: String]
    /// Its payload.
    public var payload: Data

    /// The rows of bills in it.
    public var rows: String { String(decoding: payload.prefix(Int(header["rows"] ?? "") ?? 0), as: UTF8.self) }
    /// The sums behind them.
    public var sums: String { String(decoding: payload.dropFirst(Int(header["rows"] ?? "") ?? 0), as: UTF8.self) }
  }

  /// A frame with a header in JSON.
  public static func frame(_ header: String, _ payload: String = "") -> Data {
    lengths(header.utf8.count, payload.utf8.count) + Data((header + payload).utf8)
  }

  /// What a frame begins with.
  public static func lengths(_ header: Int, _ payload: Int) -> Data {
    Data([header, payload].flatMap { length in [24, 16, 8, 0].map { UInt8(length >> $0 & 0xff) } })
  }

  /// The frames of a file.
  public static func answers(at path: String) throws -> [Answer] {
    var rest = try Data(contentsOf: URL(fileURLWithPath: path))[...]
    func take(_ count: Int) throws -> Data {
      guard count <= rest.count else { throw CocoaError(.fileReadCorruptFile) }
      defer { rest = rest.dropFirst(count) }
      return Data(rest.prefix(count))
    }
    func length() throws -> Int { try take(4).reduce(0) { $0 << 8 | Int($1) } }
    var answers: [Answer] = []
    while !rest.isEmpty {
      let (header, payload) = (try length(), try length())
      let members = try JSONSerialization.jsonObject(with: try take(header)) as? [String: Any] ?? [:]
      answers.append(Answer(header: members.mapValues { "\($0)" }, payload: try take(payload)))
    }
    return answers
  }
}

extension Scratch {
  /// Has a worker answer frames; what it wrote to standard error and its status stand in the outcome.
  public func work(
    _ options: String, _ frames: [Data]
  ) throws -> (answers: [Frames.Answer], outcome: Program.Outcome) {
    try write(frames.reduce(Data(), +), to: "frames")
    let outcome = try run("bomgate worker \(options) < frames > answers")
    return (try Frames.answers(at: path("answers")), outcome)
  }
}
