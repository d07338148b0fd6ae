internal import Diagnostics
internal import Documents

/// An export of NetBox, whose columns are known.
struct NetBoxTable {
  /// What its rows are.
  enum Kind {
    case devices, modules, inventoryItems, deviceTypes
  }

  /// A column that a bill has a use for.
  enum Column: Hashable {
    case id, name, role, manufacturer, type, platform, status, parent, device, moduleType, moduleBay, partID, model
    case partNumber, instances, serial
  }

  /// A row, by its columns.
  struct Row {
    fileprivate var cells: [Column: Found]
    /// Where it begins.
    let span: SourceSpan

    /// What a column says; nil where it is empty or a dash.
    subscript(column: Column) -> Found? { cells[column] }
  }

  let kind: Kind
  let rows: [Row]

  /// The rows of a table; nil where its first row is no header of NetBox.
  init?(_ table: Table) {
    guard let header = table.rows.first else { return nil }
    var columns: [Int: Column] = [:]
    var found: Set<Column> = []
    for cell in header.cells {
      guard let column = Self.column(cell.text), found.insert(column).inserted else { continue }
      columns[cell.column] = column
    }
    guard let kind = Self.kind(of: found) else { return nil }
    self.kind = kind
    rows = table.rows.dropFirst().compactMap { row in
      var cells: [Column: Found] = [:]
      for cell in row.cells {
        guard let column = columns[cell.column] else { continue }
        // A number of 0 says something.
        let text = column == .instances ? cell.text : Placeholder.meaning(of: cell.text)
        if let text, text != "—" { cells[column] = Found(text: text, span: table.span(cell)) }
      }
      guard !cells.isEmpty, let first = row.cells.first else { return nil }
      return Row(cells: cells, span: table.span(first))
    }
  }

  private static func kind(of columns: Set<Column>) -> Kind? {
    if columns.isSuperset(of: [.device, .moduleType]) || columns.isSuperset(of: [.device, .moduleBay]) {
      return .modules
    }
    if columns.contains(.device), columns.contains(.partID) || columns.isSuperset(of: [.name, .manufacturer]) {
      return .inventoryItems
    }
    if columns.isSuperset(of: [.name, .type]) { return .devices }
    if columns.isSuperset(of: [.manufacturer, .model]), !columns.contains(.name) { return .deviceTypes }
    // The table of device types calls the model after itself.
    if columns.isSuperset(of: [.manufacturer, .type]), !columns.contains(.name), !columns.contains(.device) {
      return .deviceTypes
    }
    return nil
  }

  /// The column that a header names, as the import does (`device_type`) or as a table does (`Device Type`).
  private static func column(_ header: String) -> Column? {
    var key = ""
    for scalar in header.unicodeScalars.prefix(64) where scalar.value != 0xFEFF {
      if scalar == " " || scalar == "-" || scalar == "." {
        key.unicodeScalars.append("_")
      } else {
        key.unicodeScalars.append(scalar)
      }
    }
    return columns[key.lowercased()]
  }

  private static let columns: [String: Column] = [
    "id": .id, "name": .name, "role": .role, "device_role": .role, "manufacturer": .manufacturer, "type": .type,
    "device_type": .type, "platform": .platform, "status": .status, "parent": .parent, "parent_device": .parent,
    "device": .device, "module_type": .moduleType, "module_bay": .moduleBay, "part_id": .partID, "model": .model,
    "part_number": .partNumber, "serial": .serial, "serial_number": .serial, "instances": .instances,
    "device_count": .instances,
  ]
}
