public import Diagnostics

extension SourceFile {
  /// The bytes of a table as a text: what a byte order mark says, else UTF-8, else GB18030, in which Excel on a Chinese
  /// Windows writes. Bytes that are none of these, and two encodings in one file, are errors that name the byte.
  public static func decodingTable(_ raw: [UInt8], name: String) throws(Problems) -> SourceFile {
    let hasMark =
      raw.starts(with: [0xEF, 0xBB, 0xBF]) || raw.starts(with: [0xFF, 0xFE]) || raw.starts(with: [0xFE, 0xFF])
    let fault = raw.withUnsafeBufferPointer(UTF8Fault.first)
    guard !hasMark, UTF16Text(raw) == nil, let fault, fault.kind == .invalid else {
      return try decoding(raw, name: name)
    }
    if let nul = raw.firstIndex(of: 0), let (text, strange) = GB18030.decoded(Array(raw[..<nul])), strange == nil {
      throw SourceFile(name: name, bytes: text + [0]).nul(at: text.count, rawOffset: nul)
    }
    if let mixture = Mixture(raw, firstFault: fault.offset) { throw mixture.problems(raw, name: name) }
    guard let (text, strange) = GB18030.decoded(raw) else { return try decoding(raw, name: name) }
    let file = SourceFile(name: name, bytes: text)
    guard let strange else { return file }
    throw Problems(
      Diagnostic(
        .error, "invalid-encoding",
        Localized(
          zh: "第 \(strange.rawOffset) 字节处既不是 UTF-8，也不是 GB18030（GBK）",
          en: "byte \(strange.rawOffset) is neither UTF-8 nor GB18030 (GBK)"),
        at: file.span(atByte: strange.offset),
        help: Localized(
          zh: "请在表格软件中另存为“CSV UTF-8”", en: "save the table as “CSV UTF-8” in the program that wrote it")))
  }

  /// A text that begins in one encoding and goes on in another, as when two exports are put into one file.
  private struct Mixture {
    /// The first byte that is not in the encoding of the beginning.
    var rawOffset: Int
    var beginsAsUTF8: Bool

    /// Nil where all may be one encoding. A line of four Chinese characters or more that is UTF-8 is no GB18030: by chance
    /// that comes about in no real text.
    init?(_ raw: [UInt8], firstFault: Int) {
      var start = 0
      while start < raw.count {
        let end = raw[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? raw.count
        if Self.isSurelyUTF8(raw[start..<end]) {
          self.init(rawOffset: start < firstFault ? firstFault : start, beginsAsUTF8: start < firstFault)
          return
        }
        start = end + 1
      }
      return nil
    }

    private init(rawOffset: Int, beginsAsUTF8: Bool) {
      self.rawOffset = rawOffset
      self.beginsAsUTF8 = beginsAsUTF8
    }

    private static func isSurelyUTF8(_ line: ArraySlice<UInt8>) -> Bool {
      var characters = 0
      var index = line.startIndex
      while index < line.endIndex {
        switch line[index] {
        case ..<0x80: index += 1
        case 0xE2...0xEF:
          guard index + 2 < line.endIndex, line[index + 1] & 0xC0 == 0x80, line[index + 2] & 0xC0 == 0x80 else {
            return false
          }
          characters += 1
          index += 3
        default: return false
        }
      }
      return characters >= 4
    }

    func problems(_ raw: [UInt8], name: String) -> Problems {
      // The part before the fault is in one encoding, and shows where the other begins.
      let before = Array(raw[..<rawOffset])
      let text = beginsAsUTF8 ? before : GB18030.decoded(before)?.text ?? []
      let file = SourceFile(name: name, bytes: text + Array("\u{FFFD}".utf8))
      let (first, second) = beginsAsUTF8 ? ("UTF-8", "GB18030") : ("GB18030", "UTF-8")
      return Problems(
        Diagnostic(
          .error, "mixed-encodings",
          Localized(
            zh: "文件开头是 \(first) 编码，从第 \(rawOffset) 字节起不再是（可能是 \(second)）",
            en: "the file begins in \(first); from byte \(rawOffset) on it is something else, perhaps \(second)"),
          at: file.span(atByte: text.count),
          help: Localized(
            zh: "请把两部分分别存为 UTF-8 再合并", en: "save both parts as UTF-8 before putting them together")))
    }
  }
}
