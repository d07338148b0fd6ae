internal import Documents

/// A label of a node, or one that a workload selects nodes by, whose meaning is known.
struct KubernetesLabel {
  var key: Node
  var value: Node
  var meaning: NodeLabel

  /// Those of a mapping of labels that say something about hardware, in their order.
  static func known(in labels: Node?, _ table: KubernetesTable) -> [KubernetesLabel] {
    labels?.entries.compactMap { key, value in
      guard !value.isNull, value.kind == .scalar, let meaning = table.label(key.text, value: value.text) else {
        return nil
      }
      return KubernetesLabel(key: key, value: value, meaning: meaning)
    } ?? []
  }

  /// The model without the mark that says that the card is shared, and whether it has one; nil where nothing is left.
  func model(without marks: [String]) -> (text: String, isCut: Bool)? {
    let letters = Array(value.text.utf8)
    for mark in marks.map({ Array($0.utf8) }) {
      guard let end = letters.indices.first(where: { letters[$0...].starts(with: mark) }) else { continue }
      return end == 0 ? nil : (String(decoding: letters[..<end], as: UTF8.self), true)
    }
    return letters.isEmpty ? nil : (value.text, false)
  }
}
