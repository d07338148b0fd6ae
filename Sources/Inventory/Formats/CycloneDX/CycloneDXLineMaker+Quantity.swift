internal import Diagnostics
internal import Quantities

extension CycloneDXLineMaker {
  /// How many there are, and where it says so.
  struct Count {
    var value: Interval
    var span: SourceSpan?
  }

  /// How many of a component there are; nil where there are none, or after a problem.
  mutating func quantity(
    of component: CycloneDXComponent, _ type: CycloneDXType, _ own: Found?, _ place: String, _ shelf: Shelf
  ) -> Count? {
    if let own {
      if own.text == "unknown" { return Count(value: .nonNegative, span: own.span) }
      guard let value = own.number(&problems),
        let quantity = Interval.quantity(value, written: own.text, at: own.span, &problems)
      else { return nil }
      return Count(value: quantity, span: own.span)
    }
    let before = problems.errorCount
    let counts = counts(of: component, place)
    guard problems.errorCount == before else { return nil }
    guard var count = counts.first else {
      if type == .device || type == .platform, !shelf.isOfSubject {
        tally.add(.assumedOne, component.name?.text, at: component.span)
      }
      return Count(value: .one)
    }
    for other in counts.dropFirst() { count.value = count.value.hull(other.value) }
    if counts.contains(where: { $0.value != counts[0].value }) {
      let texts = counts.map(\.value.description)
      findings.append(
        Finding(
          "quantity-conflict", .warning,
          Localized(
            zh: "数量有不同的说法：\(texts.joined(separator: "、"))，按其间的任意数计",
            en:
              "the quantity is given in different ways: \(texts.joined(separator: ", ")); it counts as anything between them"
          ),
          line: place, span: count.span))
    }
    guard count.value != .zero else {
      findings.append(
        Finding(
          "no-pieces", .note,
          Localized(
            zh: "“\(component.name?.text ?? "")”的数量为 0，没有成为清单行",
            en: "there are 0 of “\(component.name?.text ?? "")”, so it is no line"),
          line: shelf.parent, span: count.span))
      return nil
    }
    if !shelf.isInOne { tally.add(.total, component.name?.text, at: count.span ?? component.span) }
    return count
  }

  /// All that the document says of how many there are.
  private mutating func counts(of component: CycloneDXComponent, _ place: String) -> [Count] {
    var counts: [Count] = []
    let written = component.values(of: "cdx:device:quantity")
    if let first = written.first {
      if let other = written.first(where: { $0.text != first.text }) {
        problems.error(
          "duplicate-property",
          Localized(zh: "`cdx:device:quantity` 写了不同的数量", en: "`cdx:device:quantity` is given with different values"),
          at: other.span, help: Localized(zh: "只保留一个", en: "keep one of them"),
          notes: [Diagnostic.Note(Localized(zh: "第一处在这里", en: "the first is here"), at: first.span)])
      }
      count(first, of: component, place).map { counts.append($0) }
    }
    if let amount = component.hardware?.amount {
      if let unit = component.hardware?.unit, !Self.pieces.contains(unit.text.lowercased()) {
        tally.add(.unknownCount, component.name?.text, at: unit.span)
        counts.append(Count(value: .nonNegative, span: unit.span))
      } else {
        count(amount, of: component, place).map { counts.append($0) }
      }
    }
    if let placements = component.hardware?.placements, placements > 0 {
      counts.append(Count(value: Interval(exactly: Rational(placements)), span: component.hardware?.placementSpan))
    }
    return counts
  }

  private mutating func count(_ written: Found, of component: CycloneDXComponent, _ place: String) -> Count? {
    guard let value = try? Rational(decimal: written.text) else {
      if written.text.isEmpty || Placeholder.meaning(of: written.text) == nil {
        tally.add(.unknownCount, component.name?.text, at: written.span)
        return Count(value: .nonNegative, span: written.span)
      }
      problems.error(
        "bad-quantity", Localized(zh: "数量 `\(written.text)` 不是数", en: "the quantity `\(written.text)` is not a number"),
        at: written.span,
        help: Localized(
          zh: "只写数字，如 `8`，不带单位；数量未知时写 `unknown`",
          en: "write digits only, such as `8`, without a unit; write `unknown` if it is not known"))
      return nil
    }
    if value.isNegative {
      problems.error(
        "bad-quantity",
        Localized(zh: "数量 `\(written.text)` 不能为负", en: "the quantity `\(written.text)` cannot be negative"),
        at: written.span)
      return nil
    }
    if !value.isWhole {
      findings.append(
        Finding(
          "fractional-quantity", .warning,
          Localized(
            zh: "数量 \(written.text) 不是整数，按所写的计",
            en: "the quantity \(written.text) is no whole number; it counts as written"),
          line: place, span: written.span))
    }
    return Count(value: Interval(exactly: value), span: written.span)
  }

  /// Units of things that are counted, as UN/ECE and people write them.
  private static let pieces: Set<String> = [
    "ea", "c62", "h87", "nar", "pcs", "pc", "each", "piece", "pieces", "个", "件",
  ]
}
