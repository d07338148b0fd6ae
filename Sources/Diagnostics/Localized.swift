/// A language that bomgate speaks.
public enum Language: String, CaseIterable, Sendable {
  case zh, en
}

/// One text in both languages.
public struct Localized: Hashable, Sendable {
  /// The Chinese text.
  public var zh: String
  /// The English text.
  public var en: String

  /// A text in Chinese and English.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// A text that reads the same in both languages, such as an identifier.
  public init(_ same: String) {
    self.init(zh: same, en: same)
  }

  /// The text in `language`.
  public subscript(language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}
