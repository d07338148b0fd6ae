internal import CLibYAML
internal import Diagnostics

extension YAMLComposer {
  /// A tag that says what the node is anyway.
  enum Tag: String {
    case str, seq, map
  }

  /// Reports a tag that would give the node another meaning than its place does.
  mutating func check(_ tag: UnsafePointer<UInt8>?, at place: SourceLocation, accepted: Tag) {
    guard let tag else { return }
    let text = String(cString: tag)
    let core = "tag:yaml.org,2002:"
    // `!` alone says only "as it stands".
    if text == "!" || text == core + accepted.rawValue { return }
    guard builder.hasRoomForProblem() else { return }
    let name = (text.hasPrefix(core) ? "!!" + text.dropFirst(core.count) : text).excerpt
    builder.problems.error(
      "unsupported-tag", Localized(zh: "不支持标签 `\(name)`", en: "the tag `\(name)` is not supported here"),
      at: builder.span(at: place),
      help: Localized(zh: "删去标签；如需文字，请给值加引号", en: "delete the tag; quote the value where a text is meant"))
  }
}
