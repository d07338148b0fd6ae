internal import Diagnostics
internal import Documents
internal import Quantities

extension TableRun {
  /// Finds the position that holds this one, by its number: 1.2 is in 1, and 1 in 一.
  func place(_ draft: inout RowDraft, _ amount: Rational?, _ cells: RowCells, _ block: inout TableBlock) {
    if let parent = cells.said(.parent) { draft.parentText = (parent.text.text, block.table.span(parent.cell)) }
    if block.numberedLot != draft.lot {
      block.numberedLot = draft.lot
      block.numbered = ([:], [:])
      block.outer = []
    }
    let own = drafts.count
    let number = cells[.number]?.text
    draft.numberText = number?.key
    switch number?.rowNumber {
    case .top(let top)?:
      // Numbers that begin anew leave those before them behind.
      if block.numbered.top[top] != nil { block.numbered = ([:], [:]) }
      draft.parent = block.outer.last?.draft
      block.numbered.top[top] = own
    case .path(let path)?:
      for length in stride(from: path.count - 1, to: 1, by: -1) where draft.parent == nil {
        draft.parent = block.numbered.deep[Array(path.prefix(length))]
      }
      draft.parent = draft.parent ?? block.numbered.top[path[0]]
      block.numbered.deep[path] = own
    case .outer(let level)?:
      block.outer.removeAll { $0.level >= level }
      draft.parent = block.outer.last?.draft
      block.outer.append((level, own))
      block.numbered = ([:], [:])
    case nil: break
    }
    // A row that has a name alone may turn out to be a heading.
    guard !draft.isBare else { return }
    let quantity = draft.quantity
    let sort = TableSums.Sort(isOption: draft.line.isOption, isPart: draft.parent != nil)
    block.sums.table.add(quantity, amount, sort)
    block.sums.part.add(quantity, amount, sort)
    block.sums.section.add(quantity, amount, sort)
  }

  /// Finds the positions that rows name as theirs, drops headings, and settles how the quantities of parts count.
  mutating func linkParents(by tables: [Table]) {
    linkNamedParents()
    guard !problems.hasErrors, checkDepth() else { return }
    let parents = Set(drafts.compactMap(\.parent))
    // A heading: its parts are positions of their own.
    for index in drafts.indices {
      while let parent = drafts[index].parent, drafts[parent].isBare { drafts[index].parent = drafts[parent].parent }
    }
    for index in parents where drafts[index].isBare { drafts[index].isHeading = true }
    for index in drafts.indices where drafts[index].isBare && !drafts[index].isHeading {
      drafts[index].note(
        "missing-quantity", zh: "没有填数量，按未知计", en: "the quantity is missing and counts as unknown")
    }
    settleParts()
  }

  private mutating func linkNamedParents() {
    guard drafts.contains(where: { $0.parentText != nil }) else { return }
    struct Key: Hashable {
      var group: String?
      var text: String
    }
    var known: [Key: [Int]] = [:]
    func group(_ draft: RowDraft) -> String? { isLong ? draft.bom?.id : draft.lot }
    for (index, draft) in drafts.enumerated() where !draft.isLeftOut {
      let texts = [draft.numberText, draft.name.map(CellText.key), draft.line.model.map(CellText.key)].compactMap(
        \.self)
      for text in Set(texts) where !text.isEmpty {
        known[Key(group: group(draft), text: text), default: []].append(index)
      }
    }
    for index in drafts.indices {
      guard let (text, span) = drafts[index].parentText else { continue }
      let all = known[Key(group: group(drafts[index]), text: CellText.key(text))] ?? []
      // Two are enough to see that it is not clear; a long table may have the name on every row.
      let found = all.prefix(3).filter { $0 != index }
      if found.count == 1 {
        drafts[index].parent = found[0]
      } else if found.isEmpty {
        let names = drafts.prefix(1000).filter { group($0) == group(drafts[index]) }.compactMap(\.name)
        let near = problems.errorCount < 20 ? nearest(to: text.brief, among: names) : nil
        problems.error(
          "unknown-parent",
          Localized(zh: "找不到所属的“\(text.brief)”", en: "there is no position “\(text.brief)” for this one to belong to"),
          at: span,
          help: near.map { Localized(zh: "是否想写“\($0.brief)”？", en: "did you mean “\($0.brief)”?") })
      } else {
        problems.error(
          "ambiguous-parent",
          Localized(
            zh: "有 \(all.count) 行叫“\(text.brief)”", en: "\(all.count) positions are called “\(text.brief)”"),
          at: span,
          help: Localized(zh: "请写所属那一行的序号", en: "write the number of the one that is meant"))
      }
    }
  }

  /// Whether every position ends at one that belongs to none, within the levels that a bill may have.
  private mutating func checkDepth() -> Bool {
    for index in drafts.indices {
      var depth = 1
      var place = drafts[index].parent
      while let parent = place {
        depth += 1
        guard depth <= BomReader.depthLimit else {
          problems.error(
            "too-deep",
            Localized(
              zh: "部件的从属关系超过 \(BomReader.depthLimit) 层，或者绕成一圈",
              en: "parts belong to each other in more than \(BomReader.depthLimit) levels, or in a circle"),
            at: drafts[index].line.span)
          return false
        }
        place = drafts[parent].parent
      }
    }
    return true
  }

  /// A part's quantity is for one unit of its parent or for all; where nothing says which, it is anything between.
  private mutating func settleParts() {
    let children = Dictionary(grouping: drafts.indices.filter { drafts[$0].parent != nil }) { drafts[$0].parent ?? 0 }
    // Fewer processors than servers are what one server has; one table counts all its parts alike, as does one bill of a
    // long table.
    var countsPerUnit: Set<String?> = []
    func table(of draft: RowDraft) -> String? { isLong ? draft.bom?.id : nil }
    for draft in drafts {
      guard let parent = draft.parent, let each = draft.quantity, let all = drafts[parent].quantity,
        [.cpu, .memory].contains(draft.line.kind), each < all
      else { continue }
      countsPerUnit.insert(table(of: draft))
    }
    for (parent, parts) in children.sorted(by: { $0.key < $1.key }) {
      guard let all = drafts[parent].quantity, all > .one else { continue }
      let isPerUnit = countsPerUnit.contains(table(of: drafts[parent]))
      let way = mapping?.parts ?? (isPerUnit ? .perUnit : nil) ?? wayByMoney(parent, parts)
      for part in parts {
        guard let listed = drafts[part].quantity, way != .perUnit, let each = try? listed / all else { continue }
        if way == .total {
          drafts[part].line.quantity = Interval(exactly: each)
          continue
        }
        drafts[part].line.quantity = Interval(each, listed)
        drafts[part].note(
          "part-count-open",
          zh:
            "不能确定 \(listed.description) 是每\(all.description)台共有还是每台各有，按 \(each.description) 到 \(listed.description) 计；在列对照表里写 `parts: per-unit` 或 `parts: total`",
          en:
            "nothing says whether \(listed.description) is for one or for all \(all.description) of what holds it, so it counts as \(each.description) to \(listed.description); write `parts: per-unit` or `parts: total` in a mapping file",
          at: drafts[part].line.places[.quantity])
      }
    }
  }

  /// Which way of counting makes the parts cost what their parent costs.
  private func wayByMoney(_ parent: Int, _ parts: [Int]) -> TableMapping.PartCount? {
    guard let price = drafts[parent].line.unitPrice, let all = drafts[parent].quantity else { return nil }
    var sum = Rational.zero
    for part in parts {
      guard let each = drafts[part].line.unitPrice, let count = drafts[part].quantity,
        let next = try? sum + each * count
      else { return nil }
      sum = next
    }
    if sum == price { return .perUnit }
    return (try? price * all) == sum ? .total : nil
  }
}
