public import Diagnostics

/// What is said of files of Terraform that are not what `terraform show -json` writes.
public enum TerraformAdvice {
  private static let show = Localized(
    zh: "先运行 `terraform plan -out plan.bin`，再用 `terraform show -json plan.bin > plan.json`，检查 plan.json",
    en: "run `terraform plan -out plan.bin`, then `terraform show -json plan.bin > plan.json`, and check plan.json")

  /// What is said of bytes that are a plan as Terraform keeps it: an archive with a `tfplan` in it; nil for others.
  public static func refusal(of bytes: [UInt8], name: String) -> Diagnostic? {
    guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return nil }
    // Each file of the archive is named where it stands, and the plan stands first.
    let names = bytes.prefix(4096)
    guard holds(names, "tfplan"), holds(names, "tfstate") || holds(bytes.suffix(4096), "tfstate") else { return nil }
    return Diagnostic(
      .error, "binary-plan", Localized(zh: "这是 Terraform 的二进制计划文件", en: "this is a plan as Terraform keeps it"),
      at: SourceSpan(file: SourceFile(name: name, bytes: [])),
      help: Localized(
        zh: "用 `terraform show -json \(name) > plan.json`，检查 plan.json",
        en: "run `terraform show -json \(name) > plan.json` and check plan.json"))
  }

  /// What is said of a text that is Terraform's own language, or what a plan prints for people; nil for others.
  public static func refusal(of file: SourceFile) -> Diagnostic? {
    file.bytes.withUnsafeBufferPointer { bytes in
      var number = 1
      for line in bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 10_000, omittingEmptySubsequences: false) {
        defer { number += 1 }
        let text = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        let words: [StaticString] = [
          "resource \"", "module \"", "provider \"", "variable \"", "data \"", "terraform {",
        ]
        let isSource = words.contains { starts(text, with: $0) }
        let isPrinted = holds(text, "will perform the following actions:")
        guard isSource || isPrinted else { continue }
        let place = SourceLocation(line: number, column: text.startIndex - line.startIndex + 1)
        let end = SourceLocation(line: number, column: Int(place.column) + 1)
        let span = SourceSpan(file: file, range: place..<end)
        let message =
          isSource
          ? Localized(
            zh: "这是 Terraform 的源文件，变量和模块展开之前说不清有多少资源",
            en:
              "this is Terraform's own language, which does not tell the resources until variables and modules are filled in"
          )
          : Localized(zh: "这是 `terraform plan` 打印给人看的文字", en: "this is what `terraform plan` prints for people")
        return Diagnostic(.error, "terraform-source", message, at: span, help: show)
      }
      return nil
    }
  }

  /// What is said of a state as Terraform keeps it.
  static func keptState(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "raw-state",
      Localized(
        zh: "这是 Terraform 自己保存的状态文件，格式不作保证", en: "this is a state as Terraform keeps it, in a form that is no interface"
      ),
      at: span,
      help: Localized(
        zh: "在该目录运行 `terraform show -json > state.json`，检查 state.json",
        en: "run `terraform show -json > state.json` there and check state.json"))
  }

  /// What is said of a document that is neither.
  static func noShow(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "no-plan",
      Localized(
        zh: "这里没有 Terraform 的计划或状态：缺少 `format_version`",
        en: "there is neither plan nor state of Terraform here: `format_version` is missing"),
      at: span, help: show)
  }

  private static func starts(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, with word: StaticString) -> Bool {
    word.withUTF8Buffer { bytes.starts(with: $0) }
  }

  private static func holds(_ bytes: some RandomAccessCollection<UInt8>, _ word: StaticString) -> Bool {
    word.withUTF8Buffer { word in bytes.indices.contains { bytes[$0] == word[0] && bytes[$0...].starts(with: word) } }
  }
}
