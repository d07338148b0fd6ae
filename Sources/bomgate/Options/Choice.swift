public import ArgumentParser

/// An option that takes one of a few words. The words are named here once: left to itself the parser finds them anew,
/// through every case, each time that the program starts.
public protocol Choice: ExpressibleByArgument, CaseIterable, RawRepresentable where RawValue == String {}

extension Choice {
  /// The words.
  public static var allValueStrings: [String] { allCases.map(\.rawValue) }
  /// None: the help of an option says what its words mean.
  public static var allValueDescriptions: [String: String] { [:] }
  /// The words, for a shell.
  public static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
  /// The word.
  public var defaultValueDescription: String { rawValue }
}
