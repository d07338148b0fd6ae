internal import Diagnostics
internal import Documents

extension TableRun {
  /// What goes into one bill.
  private struct Group {
    var id: String?
    var roots: [Int] = []
    /// The roots, and the rows that were left out.
    var rows: [Int] = []
    var loose: [RowDraft.Note] = []
  }

  /// The bills: one an id in a long table, else one a lot.
  mutating func bills(_ tables: [Table]) -> [BillOfMaterials] {
    var groups: [Group] = []
    var groupOf: [String?: Int] = [:]
    var groupOfDraft: [Int?] = Array(repeating: nil, count: drafts.count)
    var failed: [RowDraft.Note] = []
    for (index, draft) in drafts.enumerated() where draft.parent == nil && !draft.isHeading {
      guard !draft.isFailed else {
        failed += draft.notes
        continue
      }
      let id = isLong ? draft.bom?.id : draft.lot
      let known = groupOf[id]
      if isLong, let known, known != groups.count - 1 { reportReturn(draft, groups[known], known) }
      let group = known ?? groups.count
      if known == nil {
        groupOf[id] = group
        groups.append(Group(id: id))
      }
      groups[group].rows.append(index)
      if !draft.isLeftOut { groups[group].roots.append(index) }
      groupOfDraft[index] = group
    }
    guard !groups.isEmpty else {
      problems.error(
        "no-lines",
        Localized(zh: "表头之下没有清单行", en: "there are no positions below the header"),
        at: (tables.first?.file).map { SourceSpan(file: $0) })
      return []
    }
    groups[0].loose += failed
    // Notes of a table go to the bill of the next position that is no part.
    var next = groups.count - 1
    for index in drafts.indices.reversed() {
      next = groupOfDraft[index] ?? next
      groupOfDraft[index] = next
    }
    for (note, draft) in loose {
      groups[draft.flatMap { groupOfDraft[min($0, drafts.count - 1)] } ?? 0].loose.append(note)
    }
    let children = Dictionary(grouping: drafts.indices.filter { drafts[$0].parent != nil }) { drafts[$0].parent ?? 0 }
    return groups.map { bill($0, children, isOneOfSeveral: groups.count > 1) }
  }

  private mutating func bill(
    _ group: Group, _ children: [Int: [Int]], isOneOfSeveral: Bool
  ) -> BillOfMaterials {
    var findings = group.loose.map { Finding($0.code, $0.severity, $0.message, span: $0.span) }
    var lines: [Line] = []
    for (number, index) in group.roots.enumerated() {
      lines.append(line(index, place: "\(number + 1)", children, &findings))
    }
    var bill = BillOfMaterials(
      project: project(of: group.id, group.rows, isOneOfSeveral: isOneOfSeveral), lines: lines,
      file: drafts[group.rows[0]].line.span.file)
    bill.findings = findings
    return bill
  }

  /// A line with its parts; INVARIANT: `checkDepth` bounds how deep this goes.
  private func line(_ index: Int, place: String, _ children: [Int: [Int]], _ findings: inout [Finding]) -> Line {
    let draft = drafts[index]
    findings += draft.notes.map { Finding($0.code, $0.severity, $0.message, line: place, span: $0.span) }
    var line = draft.line
    line.add(draft.serials)
    if let remark = draft.serials.remark(line: place) { findings.append(remark) }
    guard let parts = children[index] else { return line }
    var contents = line.contents ?? []
    for part in parts { contents.append(self.line(part, place: "\(place)/\(contents.count + 1)", children, &findings)) }
    line.contents = contents
    return line
  }

  private mutating func reportReturn(_ draft: RowDraft, _ group: Group, _ number: Int) {
    guard let (id, span) = draft.bom else { return }
    problems.error(
      "bom-id-returns",
      Localized(zh: "清单 `\(id.brief)` 的行不相连", en: "the rows of bill `\(id.brief)` do not stand together"), at: span,
      help: Localized(zh: "请按清单编号排序", en: "sort the rows by the bill's id"),
      notes: [
        Diagnostic.Note(
          Localized(zh: "它从这里开始", en: "it begins here"), at: group.rows.first.flatMap { drafts[$0].bom?.span })
      ])
  }

  private mutating func project(of id: String?, _ roots: [Int], isOneOfSeveral: Bool) -> Project {
    var own = project
    own.prices = project.prices ?? mapping?.prices ?? prices?.basis
    guard isLong else {
      guard isOneOfSeveral, let lot = id else { return own }
      own.id = project.id.map { "\($0)/\(lot)" } ?? lot
      // A bare number says nothing where a bill stands alone.
      let title = RowNumber(CellText.key(lot)) == nil ? lot : "标包\(lot)"
      own.name = project.name.map { "\($0) \(title)" } ?? title
      return own
    }
    own.id = id
    for field in [TableField.project, .region, .facility, .buyer, .date, .year] {
      guard let (text, span) = said(field, in: roots) else { continue }
      switch field {
      case .project: own.name = text
      case .region: own.region = region(text, span)
      case .facility: own.facility = choice(text, span, Localized(zh: "设施", en: "facility"), Facility.allCases, \.title)
      case .buyer:
        let buyers = text.split { "；;、".contains($0) }.compactMap { word in
          choice(String(word).trimmed, span, Localized(zh: "采购人", en: "buyer"), Buyer.allCases, \.title)
        }
        own.buyers = buyers.isEmpty ? nil : buyers
      case .date: own.date = day(text, at: span)
      case .year: own.date = own.date.agreeing(withYear: text, at: span, &problems)
      default: break
      }
    }
    return own
  }

  /// What the rows of a bill say of its project; all must say the same.
  private mutating func said(_ field: TableField, in roots: [Int]) -> (text: String, span: SourceSpan)? {
    var found: (text: String, span: SourceSpan)?
    for index in roots {
      guard let next = drafts[index].project[field] else { continue }
      if let found, found.text != next.text {
        problems.error(
          "project-conflict",
          Localized(
            zh: "同一份清单里写了“\(found.text.brief)”和“\(next.text.brief)”",
            en: "one bill says both “\(found.text.brief)” and “\(next.text.brief)”"),
          at: next.span,
          notes: [Diagnostic.Note(Localized(zh: "第一处在这里", en: "the first is here"), at: found.span)])
        return nil
      }
      found = found ?? next
    }
    return found
  }

  private mutating func region(_ text: String, _ span: SourceSpan) -> String? {
    if let known = regionCodes[text] { return known }
    let code = reader.regions.code(of: text)
    regionCodes[text] = code
    if code == nil {
      reportUnknown(
        text, span, Localized(zh: "地区", en: "region"), code: "unknown-region", among: reader.regions.spellings)
    }
    return code
  }

  private mutating func choice<Choice: RawRepresentable>(
    _ text: String, _ span: SourceSpan, _ what: Localized, _ all: [Choice], _ title: (Choice) -> Localized
  ) -> Choice? where Choice.RawValue == String {
    let key = CellText.key(text)
    if let found = all.first(where: { $0.rawValue == key || title($0).zh == text || title($0).en == text }) {
      return found
    }
    reportUnknown(text, span, what, code: "unknown-value", among: all.flatMap { [$0.rawValue, title($0).zh] })
    return nil
  }

  private mutating func reportUnknown(
    _ text: String, _ span: SourceSpan, _ what: Localized, code: String, among names: [String]
  ) {
    let near = problems.errorCount < Problems.limit ? nearest(to: text.brief, among: names) : nil
    problems.error(
      code, Localized(zh: "未知的\(what.zh) `\(text.brief)`", en: "unknown \(what.en) `\(text.brief)`"), at: span,
      help: near.map { Localized(zh: "是否想写 `\($0)`？", en: "did you mean `\($0)`?") })
  }
}
