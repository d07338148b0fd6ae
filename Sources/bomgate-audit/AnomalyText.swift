import Audit
import Diagnostics

/// An anomaly as a person reads it.
struct AnomalyText {
  private let options: StoreOptions
  private let shown: Int

  init(_ options: StoreOptions, shown: Int) {
    (self.options, self.shown) = (options, shown)
  }

  func render(_ anomaly: Anomaly) -> String {
    var lines = ["! " + headline(anomaly).printable]
    for place in anomaly.places.prefix(shown) {
      let line = place.line.map { options.say(" 第 \($0) 行", " line \($0)") } ?? ""
      lines.append((place.bill + line + (place.amount.map { "  " + Self.money($0) } ?? "")).printable)
    }
    let rest = anomaly.count - min(shown, anomaly.places.count)
    if rest > 0, anomaly.kind != .priceSpread { lines.append(options.say("另有 \(rest) 处", "\(rest) more")) }
    return lines.joined(separator: "\n    ") + "\n"
  }

  private func headline(_ anomaly: Anomaly) -> String {
    let subject = anomaly.subject
    let item = anomaly.detail.map { options.say("（\($0)）", " (\($0))") } ?? ""
    let (low, high) = (Self.money(anomaly.low), Self.money(anomaly.high))
    let unit = anomaly.unit.map { " \($0)" } ?? ""
    switch anomaly.kind {
    case .serialInProjects:
      return options.say("序列号 \(subject)\(item)在两个以上项目里", "serial number \(subject)\(item) is in more than one project")
    case .serialTwice:
      return options.say("序列号 \(subject)\(item)出现多次", "serial number \(subject)\(item) appears more than once")
    case .invoiceInProjects:
      return options.say("发票 \(subject) 用于两个以上项目", "invoice \(subject) is used in more than one project")
    case .invoiceSplit:
      return options.say("发票 \(subject)\(item)拆成了多行", "invoice \(subject)\(item) is split over several lines")
    case .grantsOverCap:
      return options.say(
        "\(subject)\(item)合计 \(low)，超过年度上限 \(high)\(unit)",
        "\(subject)\(item): \(low) in all, over the yearly cap of \(high)\(unit)")
    case .grantsMayPassCap:
      return options.say(
        "\(subject)\(item)合计最多 \(low)，可能超过年度上限 \(high)\(unit)",
        "\(subject)\(item): up to \(low) in all, which may pass the yearly cap of \(high)\(unit)")
    case .priceSpread:
      return options.say(
        "\(subject) 的 \(anomaly.count) 个单价从 \(low) 到 \(high)\(unit)",
        "\(subject): \(anomaly.count) unit prices from \(low) to \(high)\(unit)")
    }
  }

  /// Ten-thousandths as a decimal with at least two digits behind the point; no amount is without an end.
  private static func money(_ amount: Int?) -> String {
    guard let amount else { return "∞" }
    let rest = amount % 10_000
    var digits = String(rest + 10_000).dropFirst()
    while digits.count > 2, digits.last == "0" { digits = digits.dropLast() }
    return "\(amount / 10_000).\(digits)"
  }
}
