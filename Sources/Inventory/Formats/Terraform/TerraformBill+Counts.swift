internal import Diagnostics
internal import Documents
internal import Quantities

extension TerraformBill {
  /// How many a resource stands for; nil where it is none, or wrongly stated.
  mutating func count(of resource: TerraformResource, _ entry: CloudResource, _ problems: inout Problems) -> Interval? {
    guard entry.count != nil || entry.least != nil || entry.most != nil else { return .one }
    var isOpen = false
    func number(_ path: String?) -> Rational? {
      switch resource.value(at: path) {
      case .known(let node): return node.wholeNumber(Localized(zh: "节点", en: "nodes"), &problems)
      case .unknown:
        isOpen = true
        return nil
      case .absent: return nil
      }
    }
    let before = problems.errorCount
    let (count, least, most) = (number(entry.count), number(entry.least), number(entry.most))
    guard problems.errorCount == before else { return nil }
    if let count {
      guard count != .zero else {
        note(
          "no-replicas", .note, Localized(zh: "节点数为 0，没有计入", en: "there are 0 nodes, which were not counted"), nil,
          at: resource.span)
        return nil
      }
      return Interval(exactly: count)
    }
    let range = Interval(.finite(least ?? .zero), most.map { .finite(max($0, least ?? .zero)) } ?? .infinity)
    if range == .zero { return nil }
    let why: (code: String, zh: String, en: String) =
      isOpen
      ? ("known-after-apply", "数量要到执行之后才知道", "the number is only known after apply")
      : ("count-unknown", "没有写数量", "the number is not stated")
    note(
      why.code, .warning,
      Localized(
        zh: "\(why.zh)，按 \(range.description) 计", en: "\(why.en); it counts as \(range.description)"), resource.address,
      at: resource.span)
    return range
  }
}
