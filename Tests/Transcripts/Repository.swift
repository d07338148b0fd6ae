/// The checkout that the tests run in.
public enum Repository {
  /// The path of a file of the repository.
  public static func path(_ relative: String) -> String {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/") + "/" + relative
  }
}
