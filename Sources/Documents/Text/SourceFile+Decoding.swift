public import Diagnostics

extension SourceFile {
  /// A file's bytes as a text. A byte order mark is dropped and UTF-16 is decoded, with a byte order mark or where an
  /// ASCII character comes first. Whatever is no text is an error that names line, column and byte.
  public static func decoding(_ raw: [UInt8], name: String) throws(Problems) -> SourceFile {
    if let encoding = UTF16Text(raw) { return try decoding(raw, name: name, as: encoding) }
    if raw.starts(with: [0xFF, 0xFE, 0, 0]) || raw.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw Problems(
        Diagnostic(
          .error, "unsupported-encoding", Localized(zh: "文件是 UTF-32 编码", en: "the file is in UTF-32"),
          at: SourceSpan(file: SourceFile(name: name, bytes: [])), help: saveAsUTF8))
    }
    let hasMark = raw.starts(with: [0xEF, 0xBB, 0xBF])
    let file = SourceFile(name: name, bytes: hasMark ? Array(raw.dropFirst(3)) : raw)
    guard let fault = file.bytes.withUnsafeBufferPointer(UTF8Fault.first) else { return file }
    let offset = fault.offset + (hasMark ? 3 : 0)
    switch fault.kind {
    case .nul: throw file.nul(at: fault.offset, rawOffset: offset)
    case .invalid:
      throw file.fault(
        "invalid-utf8", Localized(zh: "第 \(offset) 字节处不是有效的 UTF-8", en: "byte \(offset) is no valid UTF-8"),
        at: fault.offset,
        help: Localized(
          zh: "请把文件另存为 UTF-8（现在可能是 GBK 或 GB18030）", en: "save the file as UTF-8; it may be in GBK or GB18030"))
    }
  }

  private static func decoding(
    _ raw: [UInt8], name: String, as encoding: UTF16Text
  ) throws(Problems) -> SourceFile {
    let (text, fault) = encoding.decoded(raw)
    let file = SourceFile(name: name, bytes: text)
    guard let fault else { return file }
    let offset = fault.rawOffset
    switch fault.kind {
    case .nul: throw file.nul(at: fault.offset, rawOffset: offset)
    case .strayUnit:
      throw file.fault(
        "stray-surrogate",
        Localized(zh: "第 \(offset) 字节处有半个 UTF-16 字符", en: "byte \(offset) holds half a character of UTF-16"),
        at: fault.offset, help: saveAsUTF8)
    case .oddLength:
      throw file.fault(
        "cut-text",
        Localized(zh: "UTF-16 文件在第 \(offset) 字节处中断", en: "the UTF-16 text is cut off at byte \(offset)"),
        at: fault.offset, help: saveAsUTF8)
    }
  }

  private static var saveAsUTF8: Localized { Localized(zh: "请把文件另存为 UTF-8", en: "save the file as UTF-8") }

  /// The problem of a NUL character at a byte of the text, which is another one of the file.
  func nul(at offset: Int, rawOffset: Int) -> Problems {
    fault(
      "nul-character",
      Localized(zh: "第 \(rawOffset) 字节是空字符，文本文件中不会有", en: "byte \(rawOffset) is a NUL character, which no text has"),
      at: offset, help: Localized(zh: "请确认这是文本文件", en: "check that the file is a text"))
  }

  private func fault(_ code: String, _ message: Localized, at offset: Int, help: Localized) -> Problems {
    Problems(Diagnostic(.error, code, message, at: span(atByte: offset), help: help))
  }
}
