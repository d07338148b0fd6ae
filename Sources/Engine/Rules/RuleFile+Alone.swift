internal import Diagnostics

extension RuleFile {
  /// A file that stands in no folder of a book: what it is, its first keys say. Of several files each has a number of its
  /// own, for two may have the same name.
  init(alone path: String, number: Int) throws(Problems) {
    let bytes = try InputFile.read(path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let folder = Self.folder(of: bytes) else {
      throw Problems(
        Diagnostic(
          .error, "no-rule-file",
          Localized(zh: "看不出这是规则库的哪一部分", en: "nothing says what part of a rule book this is"),
          at: SourceSpan(file: SourceFile(name: path, bytes: [])),
          help: Localized(
            zh: "政策文件有 `policy:`，目录文件有 `components:` 或 `vendors:`；其余请放在规则文件夹里",
            en:
              "a policy has `policy:`, a catalogue file `components:` or `vendors:`; put all else into a folder of rules"
          )
        ))
    }
    self.init(path: "\(folder)/\(number)/\(name)", name: path, bytes: bytes)
  }

  /// The folder of a book in which a text would stand, by the keys at the beginnings of its lines.
  private static func folder(of bytes: [UInt8]) -> String? {
    var keys: Set<String> = []
    for line in bytes.split(separator: 0x0A) {
      guard let end = line.firstIndex(of: UInt8(ascii: ":")), line[..<end].allSatisfy({ $0 > 0x20 }) else { continue }
      keys.insert(String(decoding: line[..<end], as: UTF8.self))
    }
    if keys.contains("policy") { return "policies" }
    return keys.isDisjoint(with: ["components", "vendors"]) ? nil : "catalog"
  }
}
