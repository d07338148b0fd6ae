internal import Diagnostics

/// A ZIP archive in memory: its directory, with zip64. Encryption and several disks are unknown to it.
struct ZipArchive {
  /// A workbook has a few dozen parts; one with pictures has some thousand.
  static let maximumEntries = 20_000

  let file: SourceFile
  let source: ZipBytes
  private(set) var entries: [String: ZipEntry] = [:]

  /// Reads the directory of an archive whose bytes outlive it.
  init(_ bytes: UnsafeBufferPointer<UInt8>, of file: SourceFile) throws(Problems) {
    self.file = file
    source = ZipBytes(bytes: bytes)
    guard let end = directoryEnd else { throw ZipFault.noDirectory.problems(in: file) }
    guard let directory = directory(endingAt: end) else { throw ZipFault.badDirectory.problems(in: file) }
    guard directory.count <= Self.maximumEntries else { throw ZipFault.tooManyParts.problems(in: file) }
    var list: [ZipEntry] = []
    var offset = directory.start
    for _ in 0..<directory.count {
      guard let (entry, next) = entry(at: offset), next <= end else {
        throw ZipFault.badDirectory.problems(in: file)
      }
      offset = next
      if !entry.name.hasSuffix("/") { list.append(try located(entry, before: directory.start)) }
    }
    try check(list)
  }

  /// A part by its name; the case of letters does not count.
  func entry(_ name: String) -> ZipEntry? { entries[name.lowercased()] }

  /// Every name once, and no byte in two parts: what would make a small archive large, or mean two things.
  private mutating func check(_ list: [ZipEntry]) throws(Problems) {
    var end = 0
    for entry in list.sorted(by: { ($0.header, $0.name) < ($1.header, $1.name) }) {
      guard entry.header >= end else { throw ZipFault.overlap(entry.name).problems(in: file) }
      end = entry.end
      guard entries.updateValue(entry, forKey: entry.name.lowercased()) == nil else {
        throw ZipFault.duplicate(entry.name).problems(in: file)
      }
    }
  }

  /// Where the record at the end of the directory stands: behind it there is at most a comment.
  private var directoryEnd: Int? {
    let bytes = source.bytes
    guard bytes.count >= 22 else { return nil }
    var offset = bytes.count - 22
    let lowest = max(0, offset - 0xFFFF)
    while offset >= lowest {
      if bytes[offset] == 0x50, source.hasSignature(0x0605_4B50, at: offset),
        let comment = source.number(at: offset + 20, size: 2), offset + 22 + comment <= bytes.count
      {
        return offset
      }
      offset -= 1
    }
    return nil
  }

  /// Where the directory begins and how many entries it has.
  private func directory(endingAt end: Int) -> (start: Int, count: Int)? {
    let locator = end - 20
    if source.hasSignature(0x0706_4B50, at: locator) {
      guard let record = source.number(at: locator + 8, size: 8), source.hasSignature(0x0606_4B50, at: record),
        let count = source.number(at: record + 32, size: 8), let start = source.number(at: record + 48, size: 8),
        start <= end
      else { return nil }
      return (start, count)
    }
    guard let disk = source.number(at: end + 4, size: 2), disk == 0, let count = source.number(at: end + 10, size: 2),
      let start = source.number(at: end + 16, size: 4), start <= end
    else { return nil }
    return (start, count)
  }

  /// An entry of the directory, and where the next one begins.
  private func entry(at offset: Int) -> (entry: ZipEntry, next: Int)? {
    guard source.hasSignature(0x0201_4B50, at: offset),
      let flags = source.number(at: offset + 8, size: 2), let method = source.number(at: offset + 10, size: 2),
      let checksum = source.number(at: offset + 16, size: 4), var packed = source.number(at: offset + 20, size: 4),
      var size = source.number(at: offset + 24, size: 4), let nameLength = source.number(at: offset + 28, size: 2),
      let extraLength = source.number(at: offset + 30, size: 2),
      let commentLength = source.number(at: offset + 32, size: 2), var header = source.number(at: offset + 42, size: 4)
    else { return nil }
    let nameStart = offset + 46
    let extra = nameStart + nameLength
    let next = extra + extraLength + commentLength
    guard next <= source.bytes.count else { return nil }
    if [size, packed, header].contains(0xFFFF_FFFF) {
      guard var field = wideSizes(from: extra, to: extra + extraLength) else { return nil }
      for path in [\Sizes.size, \.packed, \.header] {
        var sizes = Sizes(size: size, packed: packed, header: header)
        guard sizes[keyPath: path] == 0xFFFF_FFFF else { continue }
        guard let wide = source.number(at: field, size: 8) else { return nil }
        sizes[keyPath: path] = wide
        (size, packed, header) = (sizes.size, sizes.packed, sizes.header)
        field += 8
      }
    }
    // Some writers on Windows put backslashes, and some a slash at the beginning.
    let name = source.bytes[nameStart..<extra].map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
    let entry = ZipEntry(
      name: String(decoding: name.drop { $0 == UInt8(ascii: "/") }, as: UTF8.self), method: method,
      isEncrypted: flags & 1 != 0, checksum: UInt32(truncatingIfNeeded: checksum),
      packedSize: packed, size: size, header: header)
    return (entry, next)
  }

  private struct Sizes {
    var size: Int
    var packed: Int
    var header: Int
  }

  /// Where the sizes of zip64 stand in an entry's extra fields.
  private func wideSizes(from start: Int, to end: Int) -> Int? {
    var offset = start
    while offset + 4 <= end {
      guard let kind = source.number(at: offset, size: 2), let length = source.number(at: offset + 2, size: 2) else {
        return nil
      }
      if kind == 1 { return offset + 4 }
      offset += 4 + length
    }
    return nil
  }

  /// The entry with the place of its bytes, which its own header tells.
  private func located(_ entry: ZipEntry, before end: Int) throws(Problems) -> ZipEntry {
    guard source.hasSignature(0x0403_4B50, at: entry.header),
      let nameLength = source.number(at: entry.header + 26, size: 2),
      let extraLength = source.number(at: entry.header + 28, size: 2)
    else { throw ZipFault.damaged(entry.name).problems(in: file) }
    var located = entry
    located.start = entry.header + 30 + nameLength + extraLength
    guard located.start <= end, entry.packedSize <= end - located.start else {
      throw ZipFault.damaged(entry.name).problems(in: file)
    }
    return located
  }
}
