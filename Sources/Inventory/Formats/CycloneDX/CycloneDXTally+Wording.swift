internal import Diagnostics

extension CycloneDXTally.Matter {
  /// The name of the finding.
  var code: String {
    switch self {
    case .skipped: "components-skipped"
    case .hostDevice: "devices-skipped"
    case .unmapped: "unmapped-kind"
    case .unknownSoftware: "software-assumed"
    case .assumedOne: "quantity-assumed"
    case .total: "nested-quantity"
    case .unknownCount: "quantity-unknown"
    case .supplierOnly: "supplier-only"
    case .coreDesigner: "core-designer"
    case .placeholder: "placeholder"
    case .address: "address-is-no-origin"
    case .originWithoutStage: "origin-without-stage"
    case .notDelivered: "not-delivered"
    case .duplicateRef: "duplicate-ref"
    }
  }

  /// How much it matters.
  var severity: Finding.Severity {
    switch self {
    case .unmapped, .unknownCount, .supplierOnly, .duplicateRef: .warning
    default: .note
    }
  }

  /// What is to be known, with a few names of those that it is about, or with the sorts of them and their numbers.
  func message(_ names: Localized, _ sorts: Localized) -> Localized {
    switch self {
    case .skipped:
      Localized(
        zh: "不是单独采购的产品，没有成为清单行：\(sorts.zh)", en: "no products that one buys by themselves, so no lines: \(sorts.en)")
    case .hostDevice:
      Localized(
        zh: "主机上不属于任何类别或已在别处列出的设备，没有成为清单行：\(sorts.zh)",
        en: "devices of the host that are of no kind or listed elsewhere, so no lines: \(sorts.en)")
    case .unmapped:
      Localized(
        zh: "看不出类别，按 `other` 计：\(names.zh)；可用属性 `bomgate:kind` 写明",
        en: "without a sign of their kind, so counted as `other`: \(names.en); the property `bomgate:kind` can say it")
    case .unknownSoftware:
      Localized(
        zh: "目录中没有的程序，按 `software` 计：\(names.zh)；是数据库或中间件的，可用属性 `bomgate:kind` 写明",
        en:
          "programs that the catalogue does not know, so counted as `software`: \(names.en); the property `bomgate:kind` can say `database` or `middleware`"
      )
    case .assumedOne:
      Localized(
        zh: "没有写数量，各按 1 个计：\(names.zh)；数量写在属性 `cdx:device:quantity` 中",
        en: "without a quantity, so counted as one each: \(names.en); the property `cdx:device:quantity` states it")
    case .total:
      Localized(
        zh: "所在的组件不止 1 个：\(names.zh)；其数量按每个上级组件中的数量理解，已相乘",
        en:
          "inside something of which there is not exactly one: \(names.en); their quantities are read as those in each, and multiplied"
      )
    case .unknownCount:
      Localized(
        zh: "数量没有写明，按未知计：\(names.zh)", en: "with a quantity left open, which counts as unknown: \(names.en)")
    case .supplierOnly:
      Localized(
        zh: "只写了供应商，没有写制造商：\(names.zh)；供应商不是制造商，厂商按未知计，可写在 `manufacturer` 中",
        en:
          "with a supplier and no maker: \(names.en); a supplier is no maker, so the vendor is unknown; `manufacturer` can name it"
      )
    case .coreDesigner:
      Localized(
        zh: "厂商栏写的是内核的设计者，不是芯片的厂商，厂商按未知计：\(names.zh)",
        en: "processors that name who designed the core, not whose chip it is, so the vendor is unknown: \(names.en)")
    case .placeholder:
      Localized(zh: "只是占位文字，按缺失计：\(names.zh)", en: "placeholders, which count as missing: \(names.en)")
    case .address:
      Localized(
        zh:
          "制造商地址所在国：\(sorts.zh)；地址不说明产品由谁设计、在哪里制造，没有采用；可用属性 `bomgate:vendor_country`、`bomgate:made_in` 写明",
        en:
          "countries of makers' addresses: \(sorts.en); an address says neither who designs a product nor where it is made, and was not used; the properties `bomgate:vendor_country` and `bomgate:made_in` can say it"
      )
    case .originWithoutStage:
      Localized(
        zh: "来源没有写明阶段，分不出是设计还是制造，没有采用：\(names.zh)",
        en: "origins without a stage, which leave open whether design or making is meant and were not used: \(names.en)"
      )
    case .notDelivered:
      Localized(
        zh: "可选的、排除在外的或由他方提供的（`scope`、`isExternal`），按选配列出，不计入：\(names.zh)",
        en:
          "optional, excluded or provided by others (`scope`, `isExternal`), so shown as options and not counted: \(names.en)"
      )
    case .duplicateRef:
      Localized(
        zh: "重复了别处的 `bom-ref`，其行没有编号：\(names.zh)",
        en: "with a `bom-ref` that another has, so without an id: \(names.en)")
    }
  }
}
