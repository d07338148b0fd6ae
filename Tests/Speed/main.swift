import Diagnostics
import Documents
import Foundation
import Inventory
import Policy

// How fast a long table, or bills in JSON, one a line, are read into lines, on one core, in the project's folder, whose
// rules say what names mean: `ReaderSpeed FILE [ROUNDS [bills]]`. Prints lines, bills, seconds of CPU and MB/s, of the best
// round.

guard CommandLine.arguments.count >= 2, let descriptor = FileHandle(forReadingAtPath: CommandLine.arguments[1]) else {
  print("usage: ReaderSpeed FILE [ROUNDS [bills]]")
  exit(2)
}
/// Whether each bill is made too, with its texts and places, as `check` needs it.
let makesBills = CommandLine.arguments.count > 3
let rounds = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 5 : 5

var files: [(part: RuleBook.Part, document: Document)] = []
for path in try FileManager.default.subpathsOfDirectory(atPath: "Rules").sorted() where path.hasSuffix(".yaml") {
  let part: RuleBook.Part? =
    path == "vocabulary.yaml"
    ? .vocabulary : path == "regions.yaml" ? .regions : path.hasPrefix("catalog/") ? .catalog : nil
  guard let part, let data = FileManager.default.contents(atPath: "Rules/" + path) else { continue }
  files.append((part, try YAML.document(in: SourceFile(name: path, bytes: [UInt8](data)))))
}
var problems = Problems()
guard let book = RuleBook(files, areChecked: true, &problems) else { throw problems }
let tables = TableReader(catalog: book.catalog, vocabulary: book.vocabulary, regions: book.regions)

/// One reading of the file, in chunks of 1 MiB.
func read() throws -> (lines: Int, bills: Int, odd: Int, bytes: Int, careful: Int?) {
  try descriptor.seek(toOffset: 0)
  let size = 1 << 20
  let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 2 * size)
  defer { buffer.deallocate() }
  guard let base = buffer.baseAddress else { return (0, 0, 0, 0, nil) }
  var filled = 0
  func fill() -> Bool {
    let got = Foundation.read(descriptor.fileDescriptor, base + filled, min(size, buffer.count - filled))
    filled += max(0, got)
    return got <= 0
  }
  var isLast = fill()
  var bytes = filled
  let file = SourceFile(name: CommandLine.arguments[1], bytes: [])
  guard
    let table = LongTable(
      UnsafeBufferPointer(rebasing: buffer[..<filled]), of: file, reader: tables, project: Project())
  else { return (0, 0, 0, 0, 0) }
  var reader = LongTableReader(table)
  var told = Problems()
  var (lines, bills, odd, start) = (0, 0, 0, table.bodyOffset)
  while true {
    let used = reader.read(UnsafeBufferPointer(rebasing: buffer[start..<filled]), isLast: isLast) { block in
      lines += block.numbers.count
      bills += block.bills.count
      for bill in block.bills where !bill.isPlain { odd += 1 }
      if makesBills { for bill in block.bills.indices { _ = block.read(bill, &told) } }
    }
    if isLast || reader.firstCareful != nil { return (lines, bills, odd, bytes, reader.firstCareful) }
    let left = filled - start - used
    memmove(base, base + start + used, left)
    (start, filled) = (0, left)
    isLast = fill()
    bytes += filled - left
  }
}

/// One reading of newline-delimited JSON, in chunks of whole lines of about 1 MiB.
func readLines() throws -> (lines: Int, bills: Int, odd: Int, bytes: Int, careful: Int?) {
  try descriptor.seek(toOffset: 0)
  var reader = NDJSONReader(BomReader(vocabulary: book.vocabulary, regions: book.regions, catalog: book.catalog))
  var told = Problems()
  let size = 1 << 20
  var (lines, bills, odd, bytes) = (0, 0, 0, 0)
  var rest: [UInt8] = []
  while true {
    var got = 0
    var chunk = [UInt8](unsafeUninitializedCapacity: rest.count + size) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      rest.withUnsafeBytes { if let from = $0.baseAddress { memcpy(base, from, $0.count) } }
      got = max(0, Foundation.read(descriptor.fileDescriptor, base + rest.count, size))
      count = rest.count + got
    }
    bytes += got
    let end = got == 0 ? chunk.count : chunk.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    rest = Array(chunk[end...])
    chunk.removeSubrange(end...)
    reader.read(SourceFile(name: "-", bytes: chunk)) { block in
      lines += block.numbers.count
      bills += block.bills.count
      for bill in block.bills where !bill.isPlain { odd += 1 }
      if makesBills { for bill in block.bills.indices { _ = block.read(bill, &told) } }
    }
    if got == 0 { return (lines, bills, odd, bytes, nil) }
  }
}

func processorTime() -> Double {
  var usage = rusage()
  getrusage(__rusage_who_t(0), &usage)
  return Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6
    + Double(usage.ru_stime.tv_sec) + Double(usage.ru_stime.tv_usec) / 1e6
}

let isTable = !CommandLine.arguments[1].hasSuffix("ndjson")
var best = Double.infinity
var found = try isTable ? read() : readLines()
for _ in 0..<rounds {
  let start = processorTime()
  found = try isTable ? read() : readLines()
  best = min(best, processorTime() - start)
}
if let careful = found.careful {
  print("only the careful reader reads byte \(careful)")
  exit(1)
}
print(
  "\(found.lines) lines, \(found.bills) bills, \(found.odd) of them not plain, \(String(format: "%.3f", best)) s, "
    + "\(Int(Double(found.bytes) / best / 1e6)) MB/s")
