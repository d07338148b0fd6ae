internal import Diagnostics
internal import Documents
internal import Quantities

extension TableRun {
  /// Kind, vendor and model of a position, and the chip that is inside.
  func readNames(_ cells: RowCells, _ draft: inout RowDraft, _ block: TableBlock) {
    let table = block.table
    readModel(cells, &draft, table)
    readVendor(cells, &draft, table)
    readKind(cells, &draft, table)
    for chip in cells.entries where chip.column.field == .chip && !chip.text.isMissing {
      if chip.text.isRequirement {
        noteRequirement(chip, &draft, table)
        continue
      }
      var part = Line(kind: .cpu, quantity: .nonNegative, span: table.span(chip.cell))
      if resolver.isVendor(chip.text.text) {
        part.vendor = chip.text.text
      } else {
        // 华为鲲鹏 names its vendor; Intel和AMD names two, and neither is it.
        part.model = chip.text.text
        part.vendor = resolver.vendor(named: chip.text.text).flatMap { reader.catalog.vendors[$0]?.names.first }
      }
      draft.line.contents = (draft.line.contents ?? []) + [part]
      draft.line.places[.contains] = table.span(chip.cell)
    }
  }

  private var resolver: Resolver { reader.catalog.resolver }

  private func readModel(_ cells: RowCells, _ draft: inout RowDraft, _ table: Table) {
    if let model = cells.said(.model) ?? cells.said(.brandModel) {
      if model.text.isRequirement {
        noteRequirement(model, &draft, table)
      } else if model.column.field == .brandModel, let (brand, rest) = split(model.text.text) {
        draft.line.vendor = brand
        draft.line.model = rest
        draft.line.places[.vendor] = table.span(model.cell)
        draft.line.places[.model] = table.span(model.cell)
      } else {
        draft.line.model = model.text.text
        draft.line.places[.model] = table.span(model.cell)
      }
    } else if let name = cells.said(.name), !name.text.isPlainKind {
      if name.text.isRequirement {
        noteRequirement(name, &draft, table)
      } else {
        draft.line.model = name.text.text
        draft.line.places[.model] = table.span(name.cell)
      }
    }
    guard let version = cells.said(.version), !version.text.isRequirement else { return }
    if let model = draft.line.model {
      if !CellText.key(model).ends(with: version.text.key) { draft.line.model = model + " " + version.text.text }
    } else {
      draft.line.model = version.text.text
      draft.line.places[.model] = table.span(version.cell)
    }
  }

  /// Brand and model of one text, where the catalogue knows the brand: 华为 S6730-H.
  private func split(_ text: String) -> (brand: String, model: String)? {
    let scalars = Array(text.unicodeScalars.prefix(200))
    func isLatin(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isASCII && scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
    }
    for end in stride(from: min(scalars.count - 1, 40), to: 0, by: -1) {
      let separates = scalars[end].properties.isWhitespace || "/-:：／".unicodeScalars.contains(scalars[end])
      guard separates || (isLatin(scalars[end]) != isLatin(scalars[end - 1])) else { continue }
      let brand = String(String.UnicodeScalarView(scalars[..<end])).trimmed
      guard !brand.isEmpty, resolver.isVendor(brand) else { continue }
      let rest = String(
        String.UnicodeScalarView(
          text.unicodeScalars.dropFirst(end).drop { scalar in
            scalar.properties.isWhitespace || "/-:：／".unicodeScalars.contains(scalar)
          })
      ).trimmed
      return rest.isEmpty ? nil : (brand, rest)
    }
    return nil
  }

  private func readVendor(_ cells: RowCells, _ draft: inout RowDraft, _ table: Table) {
    let brand = vendor(cells.said(.brand), &draft, table)
    let maker = vendor(cells.said(.maker), &draft, table)
    var chosen = brand ?? maker
    if let brand, let maker {
      let names = [brand, maker].map { vendor(named: $0.text) }
      if let first = names[0], let second = names[1], first != second {
        draft.note(
          "brand-and-maker",
          zh: "品牌“\(brand.text.text.brief)”与制造商“\(maker.text.text.brief)”是两家厂商，厂商按未知计",
          en:
            "the brand “\(brand.text.text.brief)” and the manufacturer “\(maker.text.text.brief)” are two vendors; the vendor counts as unknown",
          at: table.span(brand.cell))
        return
      }
      // The one that the catalogue knows says more.
      if names[0] == nil, names[1] != nil { chosen = maker }
    }
    guard let chosen else {
      if draft.line.vendor == nil, cells[.brand] == nil, cells[.maker] == nil {
        draft.line.vendor = mapping?.defaults[.brand]
      }
      return
    }
    draft.line.vendor = chosen.text.text
    draft.line.places[.vendor] = table.span(chosen.cell)
  }

  /// A cell that names one vendor; nil, with a finding, where it names several, or says what was asked for.
  private func vendor(_ entry: RowCells.Entry?, _ draft: inout RowDraft, _ table: Table) -> RowCells.Entry? {
    guard let entry else { return nil }
    switch vendorWord(entry.text) {
    case .one: return entry
    case .requirement: noteRequirement(entry, &draft, table)
    case .several:
      draft.note(
        "several-vendors", zh: "“\(entry.text.text.brief)”是几家厂商，厂商按未知计",
        en: "“\(entry.text.text.brief)” names several vendors; the vendor counts as unknown", at: table.span(entry.cell)
      )
    }
    return nil
  }

  private func vendorWord(_ cell: CellText) -> VendorWord {
    if let known = cell.known.vendorWord { return known }
    let word = vendorWord(of: cell)
    cell.known.vendorWord = word
    return word
  }

  private func vendorWord(of cell: CellText) -> VendorWord {
    if cell.isRequirement || cell.key == "国产" || cell.key == "进口" { return .requirement }
    let names = cell.text.split { ";；、/,，|\n".contains($0) }.filter { !String($0).trimmed.isEmpty }
    guard names.count > 1, !resolver.isVendor(cell.text) else { return .one }
    // `Huawei Technologies Co., Ltd.` is one name with a comma in it.
    let known = names.filter { resolver.isVendor(String($0)) }.count
    let hasList = cell.text.contains { ";；、|\n".contains($0) } || known > 1 || cell.text.contains("/")
    return hasList ? .several : .one
  }

  /// The vendor that a cell names to the catalogue.
  private func vendor(named cell: CellText) -> String? {
    if let known = cell.known.vendor { return known }
    let vendor = resolver.vendor(named: cell.text)
    cell.known.vendor = .some(vendor)
    return vendor
  }

  private func noteRequirement(_ entry: RowCells.Entry, _ draft: inout RowDraft, _ table: Table) {
    draft.note(
      "requirement", zh: "“\(entry.text.text.brief)”是要求，不是所投产品，按没有填计",
      en: "“\(entry.text.text.brief)” is what is asked for and no offer; it counts as missing",
      at: table.span(entry.cell))
  }

  private func kindMeaning(_ cell: CellText) -> KindWords.Meaning {
    if let known = cell.known.kind { return known }
    let meaning = KindWords.meaning(of: cell.text, extra: mapping?.kinds ?? [])
    cell.known.kind = meaning
    return meaning
  }

  private func readKind(_ cells: RowCells, _ draft: inout RowDraft, _ table: Table) {
    var several: RowCells.Entry?
    for field in [TableField.name, .category] {
      guard let entry = cells.said(field) else { continue }
      switch kindMeaning(entry.text) {
      case .kind(let kind):
        draft.line.kind = kind
        draft.line.places[.kind] = table.span(entry.cell)
        return
      case .several: several = several ?? entry
      case .none: break
      }
    }
    if let several {
      draft.note(
        "several-kinds", zh: "“\(several.text.text.brief)”一行里有几类产品，类别按其他计",
        en: "“\(several.text.text.brief)” holds products of several kinds in one line; it counts as other",
        at: table.span(several.cell))
      return
    }
    if let model = draft.line.model {
      let kinds = Kind.allCases.filter { kind in
        !resolver.resolve(kind: kind, vendor: draft.line.vendor, model: model).candidates.isEmpty
      }
      if kinds.count == 1 {
        draft.line.kind = kinds[0]
        draft.note(
          "kind-from-catalogue", .note, zh: "类别“\(kinds[0].title.zh)”来自产品目录",
          en: "the kind, \(kinds[0].title.en), is the catalogue's", at: draft.line.places[.model])
        return
      }
    }
    if let kind = mapping?.defaultKind {
      draft.line.kind = kind
      return
    }
    let text = draft.name ?? draft.line.model ?? ""
    draft.note(
      "unknown-kind",
      zh: text.isEmpty ? "没有说明这一行是什么，类别按其他计" : "“\(text.brief)”不知是哪一类，按其他计；可在列对照表的 `kinds` 里写明",
      en: text.isEmpty
        ? "nothing says what this position is; it counts as other"
        : "“\(text.brief)” is of no known kind and counts as other; say what it is under `kinds` in a mapping file")
  }
}
