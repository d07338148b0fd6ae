public import Inventory

/// What judged a bill: the program, the rules and the catalogue, with the names that they declare.
public struct ToolInfo: Sendable {
  /// The version of the program.
  public let version: String
  /// The names of places.
  public let regions: RegionTable
  /// The names of facts and specs.
  public let vocabulary: Vocabulary
  private let makeRulesDigest: @Sendable () -> String
  private let makeCatalogDigest: @Sendable () -> String

  /// What judged a bill. The digests are only asked for where a report prints them.
  public init(
    version: String, rulesDigest: @autoclosure @escaping @Sendable () -> String,
    catalogDigest: @autoclosure @escaping @Sendable () -> String, regions: RegionTable, vocabulary: Vocabulary
  ) {
    self.version = version
    self.regions = regions
    self.vocabulary = vocabulary
    makeRulesDigest = rulesDigest
    makeCatalogDigest = catalogDigest
  }

  /// The digest of the rules, `sha256:…`.
  public var rulesDigest: String { makeRulesDigest() }

  /// The digest of the catalogue, `sha256:…`.
  public var catalogDigest: String { makeCatalogDigest() }
}
