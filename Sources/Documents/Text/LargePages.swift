internal import Glibc

extension UnsafeMutableRawBufferPointer {
  /// Asks the system to back a large buffer with large pages. A file of 8 MB and its nodes are eight thousand small
  /// pages, and getting them one by one is a seventh of the time that reading it takes. Nothing else depends on it.
  public func adviseLargePages() {
    let page = 1 << 21
    guard let baseAddress, count >= 4 * page else { return }
    let start = (UInt(bitPattern: baseAddress) + 4095) & ~4095
    let end = (UInt(bitPattern: baseAddress) + UInt(count)) & ~4095
    _ = madvise(UnsafeMutableRawPointer(bitPattern: start), Int(end - start), MADV_HUGEPAGE)
  }
}
