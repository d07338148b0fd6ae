extension String {
  /// What stands behind the last dot of a file's name, in small letters; empty where there is none, or where the name
  /// only begins with one.
  var fileSuffix: String {
    let start = utf8.lastIndex(of: UInt8(ascii: "/")).map { utf8.index(after: $0) } ?? startIndex
    guard let dot = self[start...].utf8.lastIndex(of: UInt8(ascii: ".")), dot > start else { return "" }
    return self[utf8.index(after: dot)...].lowercased()
  }
}
