internal import Glibc
internal import Inventory

extension BatchOptions {
  /// How many bytes the inputs have together, for a progress; nil where one is a stream.
  public var inputSize: Int? {
    var paths = InputPaths(inputs, format: reading.format)
    var size = 0
    while let item = paths.nextItem() {
      guard case .file(let path) = item else { continue }
      var status = stat()
      guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
      size += Int(status.st_size)
    }
    return size
  }
}
