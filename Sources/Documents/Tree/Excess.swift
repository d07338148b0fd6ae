public import Diagnostics

/// A limit that a file passes.
enum Excess {
  case tooLarge(bytes: Int, limit: Int)
  case tooDeep(Int)
  case tooManyNodes(Int)
  case tooManyAliases(Int)
  case tooManyAnchors(Int)
  case tooManyDocuments(Int)

  func diagnostic(at span: SourceSpan) -> Diagnostic {
    switch self {
    case .tooLarge(let bytes, let limit):
      Diagnostic(
        .error, "too-large",
        Localized(
          zh: "文件有 \(bytes) 字节，超过上限 \(limit) 字节", en: "the file has \(bytes) bytes; the limit is \(limit) bytes"),
        at: span)
    case .tooDeep(let limit):
      Diagnostic(
        .error, "too-deep",
        Localized(zh: "嵌套超过 \(limit) 层", en: "lists and mappings are nested more than \(limit) levels deep"), at: span)
    case .tooManyNodes(let limit):
      Diagnostic(
        .error, "too-many-nodes",
        Localized(zh: "文件中的值超过 \(limit) 个", en: "the file holds more than \(limit) values"), at: span)
    case .tooManyAliases(let limit):
      Diagnostic(
        .error, "too-many-aliases",
        Localized(
          zh: "别名展开后的值超过 \(limit) 个", en: "with its aliases expanded the file holds more than \(limit) values"),
        at: span)
    case .tooManyAnchors(let limit):
      Diagnostic(
        .error, "too-many-anchors",
        Localized(zh: "文档中的锚点超过 \(limit) 个", en: "the document has more than \(limit) anchors"), at: span)
    case .tooManyDocuments(let limit):
      Diagnostic(
        .error, "too-many-documents",
        Localized(zh: "文件中的文档超过 \(limit) 个", en: "the file holds more than \(limit) documents"), at: span)
    }
  }
}

extension DocumentLimits {
  /// Throws if the file is too large. A tape counts in 32 bits, so that no setting allows more than 2 GiB.
  public func check(_ file: SourceFile) throws(Problems) {
    let limit = min(bytes, Int(Int32.max))
    guard file.bytes.count <= limit else {
      throw Problems(
        Excess.tooLarge(bytes: file.bytes.count, limit: limit).diagnostic(at: SourceSpan(file: file)))
    }
  }
}
