/// A bill of materials with every line resolved; options and spares are left out of `lines`.
public struct ResolvedBom: Sendable {
  /// The bill as written.
  public let bill: BillOfMaterials
  /// What counts, parents before their parts.
  public let lines: [ResolvedLine]
  /// How many lines the bill has, nested ones and options included.
  public let lineCount: Int
  /// Options and spares by place.
  public let options: [String]
  /// What the resolution found.
  public let findings: [Finding]
}
