internal import Documents

/// The keys on the way to pods that say how many there are.
enum PodWord {
  case replicas, minReplicas, maxReplicas, parallelism, completions, hosts, size, workerTemplate, leaderTemplate

  /// The word that a key is; most keys are none, which their length mostly tells.
  init?(_ key: Node) {
    let length = key.textLength
    guard length == 4 || length == 8 || length == 10 || length == 11 || length == 14 else { return nil }
    let word: PodWord? = key.withUTF8Text { bytes in
      guard let base = bytes.baseAddress else { return nil }
      func reads(_ word: StaticString) -> Bool {
        word.withUTF8Buffer { $0.elementsEqual(UnsafeBufferPointer(start: base, count: bytes.count)) }
      }
      switch bytes.count {
      case 4: return reads("size") ? .size : nil
      case 8: return reads("replicas") ? .replicas : nil
      case 10: return reads("numOfHosts") ? .hosts : nil
      case 11:
        return reads("parallelism")
          ? .parallelism
          : reads("completions")
            ? .completions : reads("minReplicas") ? .minReplicas : reads("maxReplicas") ? .maxReplicas : nil
      case 14:
        return reads("workerTemplate") ? .workerTemplate : reads("leaderTemplate") ? .leaderTemplate : nil
      default: return nil
      }
    }
    guard let word else { return nil }
    self = word
  }

  /// Whether a key only holds what is meant, so that it is no name for it.
  static func isStructure(_ key: Node) -> Bool {
    key.hasText("spec") || key.hasText("template") || key.hasText("jobTemplate")
  }

  /// Whether a key of an object stands beside what it makes.
  static func isAside(_ key: Node) -> Bool {
    key.hasText("metadata") || key.hasText("status") || key.hasText("data") || key.hasText("stringData")
      || key.hasText("binaryData")
  }
}
