internal import Diagnostics
public import Inventory
public import Policy
public import Quantities

/// A component of the catalogue with all that is known of it, and where that was found.
public struct ComponentText: Sendable {
  private let style: TextStyle
  private let say: Wording
  private let day: Day

  /// Components of a rule book's catalogue, their entries on lists judged on a day.
  public init(_ style: TextStyle, book: RuleBook, day: Day) {
    self.style = style
    self.day = day
    say = Wording(style.language, regions: book.regions, vocabulary: book.vocabulary, catalog: book.catalog)
  }

  /// Several components, one after the other.
  public func render(_ components: [Component]) -> String {
    var page = Page(style)
    for component in components {
      write(component, on: &page)
      page.space()
    }
    return page.text
  }

  /// One component.
  public func render(_ component: Component) -> String { render([component]) }

  private func write(_ component: Component, on page: inout Page) {
    page.rule("─", Phrase(component.model, .strong), right: Phrase(say(component.kind.title)))
    let vendor = component.vendor.flatMap { say.catalog.vendors[$0] }
    label(say("编号", "Id"), component.id, &page)
    label(say("厂商", "Vendor"), vendor.map { say.list(Array($0.names.prefix(3))) } ?? say("不限厂商", "any"), &page)
    label(say("厂商所属国", "Country"), vendor?.country, &page)
    label(say("别名", "Also called"), say.list(component.aliases), &page)
    label(say("指令集", "Instr. set"), component.isa, &page)
    if !component.isVerified {
      label(
        say("注意", "Note"), say("未见出处，只用于提示，不作为证据", "no source was seen; it only suggests and is no evidence"), &page)
    }
    label(say("说明", "Remark"), component.note, &page)
    for (index, spec) in component.specs.sorted(by: { $0.key < $1.key }).enumerated() {
      let text = say.spec(spec.key) + say.colon + say.words(spec.value, spec.key)
      label(index == 0 ? say("规格", "Specs") : "", text + say.brackets(spec.key), &page)
    }
    for (index, part) in (component.parts ?? []).enumerated() {
      label(index == 0 ? say("内含", "Contains") : "", self.part(part), &page)
    }
    writeLists(of: component, on: &page)
    for (index, source) in component.sources.enumerated() {
      label(index == 0 ? say("出处", "Sources") : "", source, &page)
    }
  }

  private func label(_ label: String, _ text: String?, _ page: inout Page) {
    guard let text, !text.isEmpty else { return }
    page.put(label, Phrase(text), indent: 2, column: 13)
  }

  private func part(_ part: Component.Part) -> String {
    let component = part.component.flatMap { say.catalog.components[$0] }
    let name = component?.model ?? [part.vendor, part.model].compactMap(\.self).joined(separator: " ")
    let quantity = say.interval(part.quantity, .plain)
    return "\(quantity) × \(name.isEmpty ? say((component?.kind ?? part.kind).title) : name)"
  }

  private func writeLists(of component: Component, on page: inout Page) {
    var isFirst = true
    for list in say.catalog.sortedLists {
      for entry in list.entries(of: component.id) {
        let isValid = entry.isValid(on: day)
        let parts = [
          say(list.title), entry.level.map { say("\($0) 级", "level \($0)") }, entry.announcement,
          "\(entry.published) – \(entry.validUntil?.description ?? "")",
          isValid ? say("\(day) 有效", "valid on \(day)") : say("\(day) 无效", "not valid on \(day)"),
        ]
        page.put(
          isFirst ? say("名录", "Lists") : "", .dotted(parts.compactMap(\.self).map { Phrase($0) }), indent: 2, column: 13
        )
        isFirst = false
      }
    }
  }
}
