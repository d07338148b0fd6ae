public import Diagnostics
internal import Documents

/// The frames that come in on standard input, one at a time.
///
/// A frame is two lengths of four bytes each, the higher bytes first, then a header of the first length, an object in
/// JSON, then a payload of the second length.
public final class FrameStream {
  /// No header may be longer.
  public static let headerLimit = 1 << 16
  /// No payload may be longer: what a worker holds at a time is bounded by it.
  public static let payloadLimit = InputFile.limit

  private let stream: ByteStream
  /// The number of the frame that comes next.
  private var number = 1

  /// Those of standard input.
  public init() throws(Problems) {
    stream = try ByteStream("-", isCancelled: { false })
  }

  /// The next frame; nil where the input ends behind one.
  ///
  /// - Throws: that it is cut short, too long, or has a header that is wrong. Nothing more can then be read.
  public func next() throws(Problems) -> Frame? {
    let lengths = try bytes(8, mayEnd: true)
    if lengths.isEmpty { return nil }
    let header = Self.length(lengths[..<4])
    let payload = Self.length(lengths[4...])
    guard header <= Self.headerLimit else {
      throw tooLarge(
        Localized(zh: "帧头", en: "header"), header, Self.headerLimit,
        help: Localized(
          zh: "每帧以两个4字节的长度开头，高位在前：帧头的和内容的",
          en:
            "a frame begins with two lengths of four bytes, the higher bytes first: that of its header and that of its payload"
        ))
    }
    guard payload <= Self.payloadLimit else {
      throw tooLarge(
        Localized(zh: "内容", en: "payload"), payload, Self.payloadLimit,
        help: Localized(zh: "请每帧少放几份清单", en: "put fewer bills into a frame"))
    }
    let text = try bytes(header, mayEnd: false)
    let content = try bytes(payload, mayEnd: false)
    let name = "<stdin>#\(number)"
    number += 1
    return try Frame(header: SourceFile.decoding(text, name: name), payload: content)
  }

  private static func length(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

  private func bytes(_ count: Int, mayEnd: Bool) throws(Problems) -> [UInt8] {
    var bytes: [UInt8] = []
    _ = try stream.fill(&bytes, upTo: count)
    guard bytes.count < count, !(bytes.isEmpty && mayEnd) else { return bytes }
    throw Problems(
      Diagnostic(
        .error, "frame-cut",
        Localized(
          zh: "第 \(number) 帧没有完：还应有 \(count) 字节，只来了 \(bytes.count) 字节",
          en: "frame \(number) is cut short: \(count) more bytes were to come, and \(bytes.count) came"),
        at: SourceSpan(file: SourceFile(name: "<stdin>", bytes: []))))
  }

  private func tooLarge(_ what: Localized, _ count: Int, _ limit: Int, help: Localized) -> Problems {
    Problems(
      Diagnostic(
        .error, "frame-too-large",
        Localized(
          zh: "第 \(number) 帧的\(what.zh)有 \(count) 字节，最多 \(limit) 字节",
          en: "the \(what.en) of frame \(number) has \(count) bytes, and at most \(limit) are taken"),
        at: SourceSpan(file: SourceFile(name: "<stdin>", bytes: [])), help: help))
  }
}
