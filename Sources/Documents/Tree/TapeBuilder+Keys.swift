internal import Diagnostics

extension TapeBuilder {
  /// Up to this many keys every pair is compared by print; past it a set is cheaper.
  private static let pairwise = 16

  /// Remembers a key that is about to be added, so that equal keys are found without reading the tape again.
  @inline(__always)
  mutating func notePrint(of key: UnsafeBufferPointer<UInt8>) {
    prints.append(key.print)
  }

  /// Reports every key of the innermost mapping that was there before.
  mutating func checkKeys() {
    let count = prints.count - frame.firstPrint
    defer { prints.removeLast(count) }
    if count <= Self.pairwise, !hasEqualPrints() { return }
    reportDuplicates()
  }

  private func hasEqualPrints() -> Bool {
    prints.withUnsafeBufferPointer { prints in
      var left = frame.firstPrint
      while left < prints.count {
        var right = left + 1
        while right < prints.count {
          if prints[left] == prints[right] { return true }
          right += 1
        }
        left += 1
      }
      return false
    }
  }

  /// Compares the keys by their whole text: prints only say which mappings are worth it.
  private mutating func reportDuplicates() {
    for (key, first) in duplicates() {
      guard hasRoomForProblem() else { continue }
      let entry = tape.entries[key]
      let original = tape.entries[first]
      let name = tape.text(tape.resolved(key), in: file).excerpt
      let note = Diagnostic.Note(
        Localized(zh: "第一次出现在这里", en: "it is first given here"), at: span(from: original.start, to: original.end))
      problems.error(
        "duplicate-key", Localized(zh: "键 `\(name)` 重复", en: "the key `\(name)` is given twice"),
        at: span(from: entry.start, to: entry.end),
        help: Localized(zh: "删去其中一个，或改名", en: "delete one of them, or rename it"), notes: [note])
    }
  }

  /// The keys that were there before, each with the first of its name.
  private func duplicates() -> [(key: Int, first: Int)] {
    file.bytes.withUnsafeBufferPointer { source in
      tape.arena.withUnsafeBufferPointer { arena in
        var firsts: [KeyText: Int] = [:]
        firsts.reserveCapacity(frame.children / 2)
        var found: [(key: Int, first: Int)] = []
        var key = frame.index + 1
        while key < tape.entries.count {
          let entry = tape.entries[tape.resolved(key)]
          if entry.isScalar {
            let range = entry.offset..<entry.offset + Int(entry.length)
            let text = (entry.isInSource ? source : arena)[range]
            let name = KeyText(bytes: UnsafeBufferPointer(rebasing: text))
            if let first = firsts[name] { found.append((key, first)) } else { firsts[name] = key }
          }
          let value = tape.entries[key].next(after: key)
          guard value < tape.entries.count else { break }
          key = tape.entries[value].next(after: value)
        }
        return found
      }
    }
  }
}

/// A key's text as a dictionary's key. The standard hash is seeded, so that no file can be made to collide.
private struct KeyText: Hashable {
  let bytes: UnsafeBufferPointer<UInt8>

  func hash(into hasher: inout Hasher) {
    hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
  }

  static func == (left: KeyText, right: KeyText) -> Bool {
    left.bytes.count == right.bytes.count && left.bytes.elementsEqual(right.bytes)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// A number that differs for most different texts: the length and the first and last eight bytes.
  fileprivate var print: UInt64 {
    let raw = UnsafeRawBufferPointer(self)
    var first: UInt64 = 0
    var last: UInt64 = 0
    if count >= 8 {
      first = raw.loadUnaligned(as: UInt64.self)
      last = raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    } else {
      for byte in self { first = first << 8 | UInt64(byte) }
    }
    return (first ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15 ^ last
  }
}
