/// One message of a run to whoever keeps it: what it is, and a list of texts and bytes.
///
/// On the wire: a byte for the kind; how many parts there are, in 4 bytes; then each part behind its length in 8 bytes,
/// all of them with the lowest byte first.
public struct KeptFrame: Sendable {
  /// What a message is.
  public enum Kind: UInt8, Sendable {
    /// A rule file: its path, what a message calls it, its bytes.
    case rule = 1
    /// The run begins: the waivers and the columns, each behind a byte that says whether there are any; then names and
    /// values of settings.
    case run
    /// What was decided of all bills that have the same outcome: its number in the run, and a JSON object.
    case outcome
    /// A block: the results as written and packed, the decisions, the bytes of its bills, packed, how many attachments there are in 1 byte,
    /// those, and the texts of its form. 255 attachments are those of the block before.
    case block
    /// The run is over: names and values.
    case end
    /// The run stops here, and may go on later.
    case pause
  }

  /// What it is.
  public var kind: Kind
  /// The parts.
  public var parts: [[UInt8]]

  /// A message.
  public init(_ kind: Kind, _ parts: [[UInt8]]) {
    self.kind = kind
    self.parts = parts
  }

  /// What goes before the parts, and before each of them.
  public func head() -> [UInt8] {
    var bytes = [kind.rawValue]
    withUnsafeBytes(of: UInt32(parts.count).littleEndian) { bytes += $0 }
    for part in parts { withUnsafeBytes(of: UInt64(part.count).littleEndian) { bytes += $0 } }
    return bytes
  }
}

extension KeptFrame {
  /// The message that a run begins with.
  public init(_ run: KeptRun) {
    var parts = [Self.optional(run.waivers), Self.optional(run.columns)]
    for (name, values) in run.settings.sorted(by: { $0.key < $1.key }) {
      for value in values { parts += [Array(name.utf8), Array(value.utf8)] }
    }
    self.init(.run, parts)
  }

  /// The run that a message begins, by rules that came before it.
  public func run(_ rules: [RuleFile]) -> KeptRun? {
    guard kind == .run, parts.count >= 2 else { return nil }
    return KeptRun(
      settings: settings(from: 2), rules: rules, waivers: Self.optional(of: parts[0]),
      columns: Self.optional(of: parts[1]))
  }

  /// Names and values from a part on.
  public func settings(from start: Int) -> [String: [String]] {
    var settings: [String: [String]] = [:]
    for index in stride(from: start, to: parts.count - 1, by: 2) {
      settings[String(decoding: parts[index], as: UTF8.self), default: []].append(
        String(decoding: parts[index + 1], as: UTF8.self))
    }
    return settings
  }

  /// The message with an outcome.
  public init(outcome: [UInt8], number: Int) { self.init(.outcome, [Array(String(number).utf8), outcome]) }

  /// The outcome in a message.
  public var outcome: (number: Int, decided: [UInt8])? {
    guard kind == .outcome, parts.count == 2 else { return nil }
    return Int(String(decoding: parts[0], as: UTF8.self)).map { ($0, parts[1]) }
  }

  /// The message with a block; with `isFollowing` it has the attachments of the block before.
  public init(results: PackedBytes, decisions: [UInt8], source: KeptSource, isFollowing: Bool) {
    let attachments = isFollowing ? [] : source.attachments
    let count = isFollowing ? Self.following : UInt8(attachments.count)
    self.init(
      .block,
      [results.stored, decisions, source.bills.stored, [count]] + attachments + source.form.map { Array($0.utf8) })
  }

  /// What is kept of a block.
  public struct Block {
    /// The results as they were written, packed.
    public var results: PackedBytes
    /// What was decided of each bill, as a JSON array.
    public var decisions: [UInt8]
    /// The bytes of its bills, packed.
    public var source: PackedBytes
    /// What else it takes to read it; nil for what the block before it had.
    public var attachments: [[UInt8]]?
    /// How it is read.
    public var form: [String]
  }

  /// The block in a message.
  public var block: Block? {
    guard kind == .block, parts.count >= 4, let mark = parts[3].first else { return nil }
    let count = mark == Self.following ? 0 : Int(mark)
    guard parts.count >= 4 + count else { return nil }
    return Block(
      results: PackedBytes(stored: parts[0]), decisions: parts[1],
      source: PackedBytes(stored: parts[2]),
      attachments: mark == Self.following ? nil : Array(parts[4..<4 + count]),
      form: parts[(4 + count)...].map { String(decoding: $0, as: UTF8.self) })
  }

  private static let following: UInt8 = 255
  private static func optional(_ bytes: [UInt8]?) -> [UInt8] { bytes.map { [1] + $0 } ?? [0] }
  private static func optional(of bytes: [UInt8]) -> [UInt8]? { bytes.first == 1 ? Array(bytes.dropFirst()) : nil }
}
