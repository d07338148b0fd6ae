internal import Diagnostics
internal import Documents

/// The versions of the format that are read.
enum CycloneDXVersion {
  /// Versions in JSON.
  static let json = ["1.4", "1.5", "1.6", "1.7", "2.0"]
  /// Versions in XML; 2.0 has none.
  static let xml = ["1.4", "1.5", "1.6", "1.7"]
  /// What stands before the version in the namespace of XML.
  static let namespace = "http://cyclonedx.org/schema/bom/"

  /// Whether a tree is CycloneDX of a version that is read; what it is instead is an error.
  static func check(_ root: Node, _ problems: inout Problems) -> Bool {
    guard root.kind == .mapping else {
      problems.wrongType(root, Localized(zh: "CycloneDX 文件应是一个对象", en: "a CycloneDX document must be an object"))
      return false
    }
    let before = problems.errorCount
    // 1.x says `bomFormat`, 2.0 `specFormat`.
    if let format = root["bomFormat"] ?? root["specFormat"] {
      if !format.hasText("CycloneDX") {
        problems.error(
          "unknown-format",
          Localized(zh: "`\(format.text)` 不是 CycloneDX", en: "`\(format.text)` is not CycloneDX"), at: format.headSpan,
          help: Localized(
            zh: "CycloneDX 文件写 `\"bomFormat\": \"CycloneDX\"`",
            en: "a CycloneDX document says `\"bomFormat\": \"CycloneDX\"`"))
      }
    } else {
      missing("bomFormat", root, &problems)
    }
    if let version = root["specVersion"] {
      check(version.text, json, at: version.headSpan, &problems)
    } else {
      missing("specVersion", root, &problems)
    }
    return problems.errorCount == before
  }

  /// Reports a version that is not read.
  static func check(_ version: String, _ known: [String], at span: SourceSpan, _ problems: inout Problems) {
    guard !known.contains(version) else { return }
    let list = Localized(
      zh: known.map { "`\($0)`" }.joined(separator: "、"), en: known.map { "`\($0)`" }.joined(separator: ", "))
    problems.error(
      "unknown-version",
      Localized(zh: "不读 CycloneDX 的版本 `\(version)`", en: "version `\(version)` of CycloneDX is not read"), at: span,
      help: Localized(
        zh: "本程序读 \(list.zh)；请用导出工具换一个版本", en: "this program reads \(list.en); have the tool export one of these"))
  }

  private static func missing(_ key: String, _ root: Node, _ problems: inout Problems) {
    problems.error(
      "missing-key", Localized(zh: "缺少 `\(key)`", en: "`\(key)` is missing"), at: root.headSpan,
      help: Localized(
        zh: "CycloneDX 文件以 `\"bomFormat\": \"CycloneDX\"` 和 `\"specVersion\"` 开头",
        en: "a CycloneDX document begins with `\"bomFormat\": \"CycloneDX\"` and `\"specVersion\"`"))
  }
}
