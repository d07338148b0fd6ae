internal import CZlib
internal import Diagnostics

/// The bytes of a part, uncompressed piece by piece, so that a part is never in memory as a whole.
struct ZipStream: ~Copyable {
  private static let pieceSize = 1 << 16

  private let entry: ZipEntry
  private let file: SourceFile
  private let packed: UnsafeBufferPointer<UInt8>
  private let stream: UnsafeMutablePointer<z_stream>
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private var checksum: UInt = 0
  private var size = 0
  private var isAtEnd = false

  /// The stream of an entry that belongs to `archive`.
  init(_ entry: ZipEntry, of archive: ZipArchive) throws(Problems) {
    self.entry = entry
    file = archive.file
    packed = UnsafeBufferPointer(rebasing: archive.source.bytes[entry.start..<entry.end])
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    buffer = .allocate(capacity: entry.method == 0 ? 1 : Self.pieceSize)
    if entry.isEncrypted { throw ZipFault.encrypted(entry.name).problems(in: file) }
    guard entry.method == 0 || entry.method == 8 else {
      throw ZipFault.unknownMethod(entry.name, entry.method).problems(in: file)
    }
    stream.pointee.next_in = UnsafeMutablePointer(mutating: packed.baseAddress)
    // A part is smaller than the file, which is smaller than 2 GiB.
    stream.pointee.avail_in = UInt32(packed.count)
    // Negative: the bytes have no header of zlib.
    guard inflateInit2_(stream, -15, zlibVersion(), Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw ZipFault.damaged(entry.name).problems(in: file)
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    buffer.deallocate()
  }

  /// The next piece, which lives until the one after it; nil at the end. Throws where the part is damaged, its
  /// checksum included, and as soon as it is longer than it says.
  mutating func next() throws(Problems) -> UnsafeBufferPointer<UInt8>? {
    if isAtEnd { return nil }
    let piece = entry.method == 0 ? stored : try inflated()
    size += piece.count
    checksum = crc32_z(checksum, piece.baseAddress, piece.count)
    if size > entry.size || isAtEnd && (size < entry.size || UInt32(truncatingIfNeeded: checksum) != entry.checksum) {
      throw ZipFault.damaged(entry.name).problems(in: file)
    }
    return piece
  }

  private var stored: UnsafeBufferPointer<UInt8> {
    mutating get {
      isAtEnd = true
      return packed
    }
  }

  private mutating func inflated() throws(Problems) -> UnsafeBufferPointer<UInt8> {
    stream.pointee.next_out = buffer.baseAddress
    stream.pointee.avail_out = UInt32(Self.pieceSize)
    let status = inflate(stream, Z_NO_FLUSH)
    let count = Self.pieceSize - Int(stream.pointee.avail_out)
    isAtEnd = status == Z_STREAM_END
    // Without an end there must be progress: a part that is cut off has none.
    guard isAtEnd && stream.pointee.avail_in == 0 || status == Z_OK && count > 0 else {
      throw ZipFault.damaged(entry.name).problems(in: file)
    }
    return UnsafeBufferPointer(rebasing: UnsafeBufferPointer(buffer)[..<count])
  }
}
