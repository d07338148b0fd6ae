public import Diagnostics
internal import Glibc

/// YAML as libyaml reads it, into trees that guess no meaning: `NO`, `1_000` and `90%` are texts.
///
/// Keys are scalars and unique. Aliases are resolved and never copied; a merge key `<<` is a key as any other. Of tags
/// only `!!str`, `!!seq` and `!!map` are accepted, and `!!str` counts as quotes.
public enum YAML {
  /// All documents of a stream, in order; none if there is nothing in it.
  ///
  /// Up to `jobs` threads read a long one. How many they are, and what they may take each at least, in bytes, changes
  /// nothing of what comes out, neither trees nor problems.
  public static func documents(
    in file: SourceFile, limits: DocumentLimits = .default, jobs: Int = 1, bytesPerJob: Int = 1 << 17
  ) throws(Problems) -> [Document] {
    try compose(file, limits: limits, onlyOne: false) { YAMLParts($0, count: jobs, shortest: bytesPerJob) }
  }

  /// Whether a text may hold several documents, told by its bytes alone: a line behind the first begins with `---` or
  /// `...`.
  public static func mayHoldSeveral(_ file: SourceFile) -> Bool {
    file.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return false }
      func hasMarker(at place: Int) -> Bool {
        let mark = bytes[place]
        return (mark == UInt8(ascii: "-") || mark == UInt8(ascii: ".")) && bytes[place + 1] == mark
          && bytes[place + 2] == mark
      }
      for lineBreak in [UInt8(ascii: "\n"), UInt8(ascii: "\r")] {
        var place = 0
        while let found = memchr(base + place, Int32(lineBreak), bytes.count - place) {
          place = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
          if place + 3 <= bytes.count, hasMarker(at: place) { return true }
        }
      }
      return false
    }
  }

  /// The document of a file that holds exactly one.
  public static func document(in file: SourceFile, limits: DocumentLimits = .default) throws(Problems) -> Document {
    guard let document = try compose(file, limits: limits, onlyOne: true, cut: { _ in nil }).first else {
      throw Problems(
        Diagnostic(
          .error, "no-document", Localized(zh: "文件中没有内容", en: "the file holds no document"),
          at: SourceSpan(file: file)))
    }
    return document
  }

  private static func compose(
    _ file: SourceFile, limits: DocumentLimits, onlyOne: Bool, cut: (UnsafeBufferPointer<UInt8>) -> YAMLParts?
  ) throws(Problems) -> [Document] {
    try limits.check(file)
    return try file.bytes.withUnsafeBufferPointer { bytes throws(Problems) in
      if let documents = cut(bytes)?.documents(of: file, limits) { return documents }
      _ = try YAMLSurvey(bytes, of: file)
      guard let events = YAMLEvents(bytes) else { return [] }
      var composer = YAMLComposer(file: file, bytes: bytes, limits: limits, onlyOne: onlyOne)
      return try composer.tapes(from: events).map { Document(file: file, tape: $0) }
    }
  }
}
