extension String {
  /// What stands behind the last dot of a path, in small letters; empty where there is no dot.
  var fileSuffix: String {
    guard let dot = utf8.lastIndex(of: UInt8(ascii: ".")) else { return "" }
    return self[utf8.index(after: dot)...].lowercased()
  }
}
