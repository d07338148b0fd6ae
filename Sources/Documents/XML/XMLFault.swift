internal import CLibXML2
internal import Diagnostics

extension XMLState {
  /// Keeps what libxml2 says is wrong. It stops by itself: at this point it must not be told to.
  mutating func fault(_ error: xmlError) {
    guard problems == nil, error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
    problems = Problems(XMLFault(error, in: self).diagnostic)
  }
}

/// What libxml2 could not read, before it is put in the words of the reader.
struct XMLFault {
  let code: Int32
  /// libxml2's own words.
  let words: String
  /// The name that it speaks of.
  let name: String
  /// The second name.
  let otherName: String
  /// A number that it speaks of: a line, or the value of a character.
  let number: Int
  /// The innermost open element.
  let element: String?
  let isEmpty: Bool
  let hasElements: Bool
  let span: SourceSpan

  init(_ error: xmlError, in state: XMLState) {
    code = error.code
    words = error.message.map { String(cString: $0).split(separator: "\n").joined(separator: " ").excerpt } ?? ""
    name = error.str1.map { String(cString: $0).excerpt } ?? ""
    otherName = error.str2.map { String(cString: $0).excerpt } ?? ""
    number = Int(error.int1)
    element = state.depth > 0 ? state.context?.pointee.name.map { String(cString: $0).excerpt } : nil
    isEmpty = state.isEmpty
    hasElements = state.hasElements
    span = isEmpty ? SourceSpan(file: state.file) : state.span(line: Int(error.line), column: Int(error.int2))
  }

  /// The problem in the words of the reader.
  var diagnostic: Diagnostic {
    structural ?? lexical
      ?? problem("xml-syntax", Localized(zh: "这里不符合 XML 语法", en: "this is no valid XML: \(words)"))
  }

  private func problem(_ code: String, _ message: Localized, help: Localized? = nil) -> Diagnostic {
    Diagnostic(.error, code, message, at: span, help: help)
  }

  /// Faults of elements and of the document as a whole.
  private var structural: Diagnostic? {
    switch xmlParserErrors(rawValue: UInt32(code)) {
    case XML_ERR_DOCUMENT_EMPTY, XML_ERR_DOCUMENT_END, XML_ERR_TAG_NOT_FINISHED, XML_ERR_COMMENT_NOT_FINISHED,
      XML_ERR_CDATA_NOT_FINISHED, XML_ERR_PI_NOT_FINISHED, XML_ERR_DOCTYPE_NOT_FINISHED:
      if isEmpty {
        return problem("no-document", Localized(zh: "文件中没有内容", en: "the file holds no document"))
      }
      if let element {
        return problem(
          "unclosed-element", Localized(zh: "元素 `\(element)` 没有结束", en: "the element `\(element)` has no end"),
          help: Localized(zh: "补上 `</\(element)>`；文件也可能不完整", en: "add `</\(element)>`; the file may also be cut off"))
      }
      if !hasElements {
        return problem(
          "no-element", Localized(zh: "这里应是完整的 XML 元素", en: "a whole element of XML must stand here"),
          help: Localized(zh: "请确认这是 XML 文件，并且是完整的", en: "check that the file is XML and that it is not cut off"))
      }
      if code == Int32(XML_ERR_DOCUMENT_END.rawValue) {
        return problem(
          "second-root", Localized(zh: "根元素之后还有内容", en: "something follows the outermost element"),
          help: Localized(zh: "一个文件只能有一个根元素", en: "a file has one outermost element"))
      }
      return problem("unclosed-markup", Localized(zh: "标签或注释没有结束", en: "a tag or a comment has no end"))
    case XML_ERR_GT_REQUIRED:
      return problem("unclosed-tag", Localized(zh: "标签没有以 `>` 结束", en: "the tag does not end with `>`"))
    case XML_ERR_TAG_NAME_MISMATCH:
      return problem(
        "wrong-end-tag",
        Localized(
          zh: "第 \(number) 行的元素 `\(name)` 却以 `</\(otherName)>` 结束",
          en: "the element `\(name)` of line \(number) ends with `</\(otherName)>`"),
        help: Localized(zh: "改为 `</\(name)>`，或补上缺少的结束标签", en: "write `</\(name)>`, or add the end tag that is missing"))
    default: return nil
    }
  }

  /// Faults of characters, names and attributes.
  private var lexical: Diagnostic? {
    switch xmlParserErrors(rawValue: UInt32(code)) {
    case XML_ERR_UNDECLARED_ENTITY:
      return problem(
        "unknown-entity", Localized(zh: "未知的实体 `&\(name);`", en: "unknown entity `&\(name);`"),
        help: Localized(zh: "请直接写出这个字符", en: "write the character itself"))
    case XML_ERR_ENTITYREF_SEMICOL_MISSING, XML_ERR_NAME_REQUIRED:
      // A name is wanted behind an ampersand, and in a tag.
      guard words.contains("EntityRef") else { return nil }
      return problem(
        "stray-ampersand", Localized(zh: "这里不能出现 `&`", en: "an `&` cannot stand here"),
        help: Localized(zh: "写成 `&amp;`", en: "write `&amp;`"))
    case XML_ERR_INVALID_CHAR, XML_ERR_INVALID_CHARREF, XML_ERR_INVALID_DEC_CHARREF, XML_ERR_INVALID_HEX_CHARREF:
      return problem("invalid-character", Localized(zh: "XML 中不能有这个字符", en: "XML cannot hold this character"))
    case XML_ERR_INVALID_ENCODING, XML_ERR_UNKNOWN_ENCODING, XML_ERR_UNSUPPORTED_ENCODING:
      return problem(
        "invalid-utf8", Localized(zh: "这里不是有效的 UTF-8", en: "this is no valid UTF-8"),
        help: Localized(zh: "请把文件另存为 UTF-8", en: "save the file as UTF-8"))
    case XML_ERR_LT_IN_ATTRIBUTE, XML_ERR_ATTRIBUTE_NOT_STARTED, XML_ERR_ATTRIBUTE_NOT_FINISHED,
      XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
      return problem(
        "bad-attribute", Localized(zh: "属性的值写得不对", en: "the value of the attribute is not well written"),
        help: Localized(
          zh: "值要写在引号里，`<` 写成 `&lt;`", en: "write the value in quotes, and `<` as `&lt;`"))
    case XML_ERR_ATTRIBUTE_REDEFINED, xmlParserErrors(rawValue: UInt32(XML_NS_ERR_ATTRIBUTE_REDEFINED.rawValue)):
      return problem(
        "duplicate-attribute", Localized(zh: "属性 `\(name)` 写了两次", en: "the attribute `\(name)` is there twice"),
        help: Localized(zh: "删去其中一个", en: "delete one of them"))
    case XML_NS_ERR_UNDEFINED_NAMESPACE:
      return problem(
        "unknown-prefix", Localized(zh: "前缀 `\(name)` 没有声明命名空间", en: "the prefix `\(name)` has no namespace"),
        help: Localized(zh: "用 `xmlns:\(name)=\"…\"` 声明", en: "declare it with `xmlns:\(name)=\"…\"`"))
    default: return nil
    }
  }
}
