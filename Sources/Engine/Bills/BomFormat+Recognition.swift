internal import Documents
internal import Inventory

extension BomFormat {
  /// The format of a document, by what stands in it; the canonical one where nothing speaks for another.
  init(of root: Node) {
    self = KubernetesReader.recognises(root) ? .kubernetes : .bom
  }

  /// Whether a bill in it says all of its project itself, so that no side file is looked for.
  var statesProject: Bool { self == .bom || self == .ndjson }
}
