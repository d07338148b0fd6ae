internal import Diagnostics
internal import Documents

/// One message to a worker: a kind, what is to be known of its payload, and the payload.
public struct Frame: Sendable {
  /// What it holds.
  public enum Kind: String, CaseIterable, Sendable {
    /// The rule book of all that follows.
    case rules
    /// Bills in JSON, one a line.
    case lines
    /// Bills in a long table under its header, all rows of a bill together.
    case table
  }

  /// What it holds.
  public let kind: Kind
  /// What rows and messages call the file that the bills are from.
  public let source: String
  /// The line of that file at which lines of JSON begin.
  public let firstLine: Int
  /// The bytes.
  public let payload: [UInt8]

  /// A frame with its header in JSON.
  ///
  /// - Throws: what is wrong with the header.
  init(header: SourceFile, payload: [UInt8]) throws(Problems) {
    var problems = Problems()
    let root = try JSON.document(in: header).root
    guard var fields = Fields(root, Localized(zh: "帧头", en: "the header of a frame"), &problems) else { throw problems }
    let kind: Kind? = fields.require("frame", &problems)?.choice(Localized(zh: "帧", en: "frame"), &problems)
    source = fields.take("source")?.string(&problems) ?? "<stdin>"
    let line = fields.take("line")
    firstLine = line.flatMap { Int($0.text) } ?? 1
    if let line, firstLine < 1 || Int(line.text) == nil {
      problems.error(
        "bad-frame", Localized(zh: "`line` 应是1以上的整数", en: "`line` must be an integer from 1 up"), at: line.headSpan)
    }
    fields.finish(&problems)
    guard let kind, !problems.hasErrors else { throw problems }
    self.kind = kind
    self.payload = payload
  }

  /// Its bills, to be read in place of standard input.
  public var content: BatchContent { BatchContent(name: source, bytes: payload, firstLine: firstLine) }
}
