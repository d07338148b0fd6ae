import Engine

/// Policies of any thresholds, bases and predicates, that the rule book's own checks accept.
enum RandomPolicy {
  /// A file of a rule book with one policy.
  static func file(_ seed: Int) -> RuleFile {
    var random = Seeded(seed &+ 77)
    let of = random.one(of: [
      "{vendor_country: CN}", "{made_in: CN}", "{origin: domestic}", "{not: {vendor_country: US}}",
      "{any: [{vendor_country: CN}, {tags: 信创}]}", "{list: {name: secure-reliable}}", "{vendor: huawei}",
      "{kind: accelerator}", "{kind: [server, os]}",
    ])
    let among = random.one(of: [
      "{kind: accelerator}", "{kind: [server, cpu, os]}", "{kind: [accelerator, cpu], unit_price: {above: 1000}}",
      "{kind: [accelerator, cpu, server, network]}", "{quantity: {at_least: 2}}", "{not: {kind: service}}",
      "{vendor_country: [CN, US]}",
      "{all: [{kind: [server, accelerator, cpu]}, {not: {made_in: MY}}]}",
    ])
    let by = random.one(of: ["quantity", "amount", "lines", "fp16_tflops"])
    let also = random.happens(50) ? "\n    also_by: [\(by == "amount" ? "quantity" : "amount")]" : ""
    let force = random.one(of: ["mandatory", "condition", "target", "advisory"])
    let value = random.one(of: ["90%", "33.3%", "0.7", "{2023: 25%, 2025: 35%}", "100%"])
    let how = random.one(of: ["at_least", "at_most", "above", "below"])
    let amount = random.one(of: [
      "{up_to: 10_000_000}", "{exactly: 123456}",
      "{rate: 3%, of: spent, cap: 500_000, round: {to: 0.001, mode: half_up}}",
      "{rate_up_to: 1.5%, of: spent}", "{unstated: true}",
    ])
    let applies = random.one(of: [
      "", "applies_to: {region: \"370000\"}\n", "applies_to: {facility: [data-center, edge]}\n",
    ])
    let text = """
      policy: random-\(seed)
      title: {zh: 随机, en: Random}
      issuer: {zh: 某局, en: A bureau}
      document: {number: null, issued: null, url: null}
      status: in-force
      \(applies)effective: {from: \(random.one(of: ["2000-01-01", "2024-06-01"])), until: \(random.one(of: ["null", "2025-12-31"]))}
      clauses:
        one: {quote: 占比, source: 公报, read: verbatim}
      measures:
        share:
          share: {of: \(of), among: \(among), by: \(by)}\(also)
        spent: {total: {of: amount, among: \(among)}}
        cards: {count: {among: {kind: accelerator}}}
        cost-per-card: {quotient: {of: spent, to: cards}}
      requirements:
        share: {clause: one, force: \(force), measure: share, \(how): \(value)}
        each: {clause: one, force: mandatory, every: {among: \(among), must: \(of)}}
        cards: {clause: one, force: advisory, measure: cards, at_least: 2}
        cost: {clause: one, force: advisory, measure: cost-per-card, at_most: 20000}
        both: {clause: one, force: mandatory, all_of: [cards]}
      grants:
        share: {clause: one, requires: [share], amount: \(amount), currency: \(random.one(of: ["CNY", "USD"])), per: project}
        prize: {clause: one, requires: [each], amount: {up_to: 1_000}, exclusive: prizes}

      """
    return RuleFile(path: "policies/random-\(seed).yaml", name: "random-\(seed).yaml", bytes: Array(text.utf8))
  }
}
