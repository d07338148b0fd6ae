public import Diagnostics
internal import Documents
internal import Policy

extension Frame {
  /// The rule book that a frame of rules gives: `{"rules": {PATH: TEXT, ...}}` takes the place of the one that is there,
  /// `{"add_rules": [{PATH: TEXT, ...}, ...]}` adds to it, and an empty payload leaves it as it is.
  ///
  /// - Throws: what is wrong with the frame; what is wrong with the rules is found where they are loaded.
  public func rules(over files: [RuleFile]) throws(Problems) -> [RuleFile] {
    if payload.isEmpty { return files }
    var problems = Problems()
    let root = try JSON.document(in: SourceFile.decoding(payload, name: "<stdin>")).root
    guard var fields = Fields(root, Localized(zh: "规则帧", en: "a frame of rules"), &problems) else { throw problems }
    var book = files
    if let replaced = fields.take("rules") {
      book = RuleFile.builtIn(where: { $0 == .vocabulary }) + Self.files(replaced, &problems)
    }
    for added in fields.take("add_rules")?.list(Localized(zh: "规则", en: "rules"), &problems) ?? [] {
      book += Self.files(added, &problems)
    }
    fields.finish(&problems)
    if problems.hasErrors { throw problems }
    return book
  }

  private static func files(_ node: Node, _ problems: inout Problems) -> [RuleFile] {
    guard let fields = Fields(node, Localized(zh: "规则", en: "the rules"), &problems) else { return [] }
    return fields.rest.compactMap { path, text in
      guard let text = text.string(&problems) else { return nil }
      return RuleFile(path: path.text, name: path.text, bytes: Array(text.utf8))
    }.filter { !$0.path.hasSuffix(".tests.yaml") }
  }
}
