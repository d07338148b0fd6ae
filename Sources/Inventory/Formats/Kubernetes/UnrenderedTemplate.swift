internal import Diagnostics
internal import Documents

/// Placeholders that a tool should have filled in before: `{{ .Values.replicas }}`, `${REPLICAS}`.
enum UnrenderedTemplate {
  /// What is said of a text that is no YAML and has placeholders of a template in it; nil where it has none.
  static func refusal(of file: SourceFile) -> Diagnostic? {
    file.bytes.withUnsafeBufferPointer { bytes in
      guard holds(bytes, "apiVersion") else { return nil }
      var isComment = false
      var isLineStart = true
      for index in bytes.indices {
        switch bytes[index] {
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"): (isComment, isLineStart) = (false, true)
        case UInt8(ascii: " "), UInt8(ascii: "\t"): break
        case UInt8(ascii: "#") where isLineStart: isComment = true
        case UInt8(ascii: "{") where !isComment && bytes[(index + 1)...].first == UInt8(ascii: "{"):
          let start = file.location(ofByte: index)
          let end = SourceLocation(line: Int(start.line), column: Int(start.column) + 2)
          return refusal(at: SourceSpan(file: file, range: start..<end))
        default: isLineStart = false
        }
      }
      return nil
    }
  }

  private static func holds(_ bytes: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    word.withUTF8Buffer { word in bytes.indices.contains { bytes[$0] == word[0] && bytes[$0...].starts(with: word) } }
  }

  /// What is said of a placeholder.
  static func refusal(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "unrendered-template",
      Localized(
        zh: "这是没有渲染的模板，数量还不存在", en: "this is a template that was not rendered, so its numbers do not exist yet"),
      at: span,
      help: Localized(
        zh: "先用 `helm template` 或 `envsubst` 等工具填好，再检查它的输出",
        en: "fill it in first, with `helm template` or `envsubst` for example, and check what that writes"))
  }

  /// Whether a scalar holds a placeholder.
  static func isIn(_ node: Node) -> Bool {
    node.withUTF8Text { bytes in
      bytes.indices.dropLast().contains { index in
        bytes[index + 1] == UInt8(ascii: "{")
          && (bytes[index] == UInt8(ascii: "{") || bytes[index] == UInt8(ascii: "$"))
      }
    }
  }
}
