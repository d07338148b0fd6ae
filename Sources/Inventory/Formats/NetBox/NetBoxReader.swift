public import Documents
public import Diagnostics
internal import Quantities

/// Reads exports of NetBox: devices, modules, inventory items and device types, with the columns of its import or the
/// titles of its tables. Equal devices are one line with their number; what stands inside a device is its contents.
public struct NetBoxReader {
  private let catalog: Catalog

  /// A reader that knows products by their names.
  public init(catalog: Catalog) {
    self.catalog = catalog
  }

  /// Whether the first row of a table is one of NetBox's.
  public static func recognises(_ table: Table) -> Bool { NetBoxTable(table) != nil }

  /// The bill of one or several exports of one NetBox; none where there are errors, all of which are reported.
  public func read(_ tables: [Table], _ problems: inout Problems) -> [BillOfMaterials] {
    let before = problems.errorCount
    var exports: [NetBoxTable] = []
    for table in tables {
      if let export = NetBoxTable(table) {
        exports.append(export)
      } else {
        problems.error(
          "no-netbox-header",
          Localized(zh: "第一行不是 NetBox 的表头", en: "the first row is no header of NetBox"), at: table.headSpan,
          help: Localized(
            zh:
              "设备表要有 `name` 和 `device_type`（或 Name 和 Type），模块表要有 `device` 和 `module_type`，库存项要有 `device` 和 `part_id`，设备类型表要有 `manufacturer` 和 `model`",
            en:
              "devices have `name` and `device_type` (or Name and Type), modules `device` and `module_type`, inventory items `device` and `part_id`, device types `manufacturer` and `model`"
          ))
      }
    }
    guard problems.errorCount == before, let file = tables.first?.file else { return [] }
    var inventory = NetBoxInventory(catalog: catalog)
    for export in exports { inventory.add(export) }
    return inventory.bill(file: file, &problems).map { [$0] } ?? []
  }
}

extension Table {
  /// Its first row, or the file where there is none.
  fileprivate var headSpan: SourceSpan {
    rows.first?.cells.first.map { span($0) } ?? SourceSpan(file: file)
  }
}
