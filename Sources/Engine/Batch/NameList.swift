internal import Glibc

/// The names in a folder in the order of their bytes, packed: a folder may hold a million files.
struct NameList {
  private var bytes: [UInt8] = []
  private var starts: [Int] = []

  /// The names in a folder, hidden ones left out; nil where it cannot be opened.
  init?(_ folder: String) {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      withUnsafeBytes(of: &entry.pointee.d_name) { name in
        guard let end = name.firstIndex(of: 0), end > 0, name[0] != UInt8(ascii: ".") else { return }
        starts.append(bytes.count)
        bytes.append(contentsOf: name[...end])
      }
    }
    starts.sort { left, right in
      bytes.withUnsafeBytes { bytes in
        guard let base = bytes.baseAddress else { return false }
        return strcmp(base + left, base + right) < 0
      }
    }
  }

  /// How many there are.
  var count: Int { starts.count }

  /// One of them.
  subscript(_ index: Int) -> String {
    String(decoding: bytes[starts[index]...].prefix { $0 != 0 }, as: UTF8.self)
  }
}
