internal import Diagnostics
internal import Documents

extension KubernetesBill {
  /// Notes what is open about a line of cards.
  mutating func noteDoubts(
    _ line: Line, _ name: String, _ resource: ExtendedResource?, _ identity: CardIdentity, isUnclassified: Bool
  ) {
    if isUnclassified {
      note(
        "unclassified-resource", .warning,
        Localized(
          zh: "不认识扩展资源 `\(name)`，按未归类的加速卡计，数量至多是所写的数",
          en:
            "the extended resource `\(name)` is not known; it counts as unclassified accelerators, at most as many as stated"
        ),
        line: line.id, at: line.span)
    }
    if let size = identity.dies(resource) {
      note(
        "dies-counted", .warning,
        Localized(
          zh: "`\(name)` 按晶粒计数，一个封装有 \(size) 个晶粒；卡数按封装数到晶粒数之间计",
          en: "`\(name)` counts dies, of which a package has \(size); the cards count as from packages to dies"),
        line: line.id, at: line.span)
    }
    if let hint = identity.hint {
      note(
        "card-hint", .note,
        Localized(
          zh: "标签 `\(hint.key.text)` 的值 `\(hint.value.text)` 说的是机型，不是卡的型号；型号仍按未知计",
          en:
            "the label `\(hint.key.text)` says `\(hint.value.text)`, a form of server and no model of card; the model stays open"
        ),
        line: line.id, at: hint.value.headSpan)
    }
    if let conflict = identity.conflict {
      note(
        "label-conflict", .warning,
        Localized(
          zh: "标签值 `\(conflict.text)` 所指的型号与 `\(name)` 不符，两者都存疑",
          en: "the label's `\(conflict.text)` names no model that `\(name)` counts; which one holds is open"),
        line: line.id,
        at: conflict.headSpan)
    }
  }

  /// Annotations by which HAMi's scheduler picks cards; part of a name is enough there, so they settle nothing.
  mutating func noteUse(of pod: PodSpecFinder.Place, _ base: String) {
    guard let annotations = pod.holder?["metadata"]?["annotations"] else { return }
    for (key, value) in annotations.entries where key.hasText("nvidia.com/use-gputype") {
      note(
        "card-hint", .note,
        Localized(
          zh: "注解只用名称含 `\(value.text)` 的卡；名称含它的型号不止一种，型号仍按未知计",
          en: "an annotation picks cards whose name holds `\(value.text)`; several may, so the model stays open"),
        line: base,
        at: value.headSpan)
    }
  }

  /// Notes a pod that selects nodes with cards and asks for none.
  mutating func noteHints(_ pod: PodSpecFinder.Place, _ object: KubernetesObject) {
    guard let selector = pod.spec["nodeSelector"],
      let label = KubernetesLabel.known(in: selector, catalog.kubernetes).first(where: \.meaning.isAboutCards)
    else { return }
    note(
      "card-hint", .note,
      Localized(
        zh: "`\(object.path)` 选择了有加速卡的节点（`\(label.key.text)`），但没有申请卡，没有计入",
        en:
          "`\(object.path)` selects nodes with accelerators (`\(label.key.text)`) and asks for none; nothing was counted"
      ),
      at: label.value.headSpan)
  }
}

extension NodeLabel {
  /// Whether it tells that a node has cards.
  fileprivate var isAboutCards: Bool {
    switch statement {
    case .machine, .cpuVendor: false
    case .model, .count, .device, .components, .hint: true
    }
  }
}
