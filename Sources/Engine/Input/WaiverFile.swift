public import Diagnostics
internal import Documents
public import Evaluation
internal import Inventory
internal import Policy
internal import Quantities

extension Engine {
  /// Reads a file of waivers: `waivers: [{policy, requirement, bom, reason, approver, expires}]`.
  public func waivers(_ bytes: [UInt8], name: String) throws(Problems) -> [Waiver] {
    let file = try Self.text(bytes, name: name)
    let isJSON = Syntax(of: file, format: .bom) == .json
    let document = try isJSON ? JSON.document(in: file) : YAML.document(in: file)
    var problems = Problems()
    var waivers: [Waiver] = []
    let what = Localized(zh: "豁免", en: "waivers")
    if var fields = Fields(document.root, what, &problems) {
      for node in fields.require("waivers", &problems)?.list(what, &problems) ?? [] {
        if let waiver = waiver(node, &problems) { waivers.append(waiver) }
      }
      fields.finish(&problems)
    }
    if problems.hasErrors { throw problems }
    return waivers
  }

  private func waiver(_ node: Node, _ problems: inout Problems) -> Waiver? {
    guard var fields = Fields(node, Localized(zh: "豁免", en: "a waiver"), &problems) else { return nil }
    let policyNode = fields.require("policy", &problems)
    let requirementNode = fields.require("requirement", &problems)
    let bill = fields.take("bom")?.string(&problems)
    let reason = fields.require("reason", &problems)?.string(&problems)
    let approver = fields.require("approver", &problems)?.string(&problems)
    let expires = fields.require("expires", &problems)?.day(&problems)
    fields.finish(&problems)
    guard let policyNode, let requirementNode, let reason, let approver, let expires else { return nil }
    guard let policy = book.policy(policyNode.text) else {
      problems.unknownName(
        policyNode, code: "unknown-policy", what: Localized(zh: "政策", en: "policy"), among: book.policies.map(\.id))
      return nil
    }
    guard policy.requirements.contains(where: { $0.id == requirementNode.text }) else {
      problems.unknownName(
        requirementNode, code: "unknown-requirement", what: Localized(zh: "要求", en: "requirement"),
        among: policy.requirements.map(\.id))
      return nil
    }
    return Waiver(
      policy: policy.id, requirement: requirementNode.text, bill: bill, reason: reason, approver: approver,
      expires: expires, span: node.headSpan)
  }
}
