internal import Diagnostics
internal import Policy

/// The digests of a rule book, which not every run prints: each is computed once, when it is first asked for.
final class RuleDigests: Sendable {
  private let files: [RuleFile]
  private let known = Guarded<(rules: String?, catalog: String?)>((nil, nil))

  /// The digests of the files of a book, sorted by path.
  init(_ files: [RuleFile]) {
    self.files = files
  }

  /// That of all files.
  var rules: String {
    known.withLock { known in
      let digest = known.rules ?? Digest.text(of: files.map(\.digested))
      known.rules = digest
      return digest
    }
  }

  /// That of the catalogue's files.
  var catalog: String {
    known.withLock { known in
      let digest = known.catalog ?? Digest.text(of: files.filter { $0.part == .catalog }.map(\.digested))
      known.catalog = digest
      return digest
    }
  }
}

extension RuleFile {
  /// What its digest covers: the path, the length and the bytes, so that no two books look alike.
  fileprivate var digested: [UInt8] {
    Array("\(path)\n\(bytes.count)\n".utf8) + bytes
  }
}
