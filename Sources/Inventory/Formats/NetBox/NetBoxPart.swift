/// A module or an inventory item of a device.
struct NetBoxPart {
  /// The device, by its name.
  let device: String?
  /// The kind that the role means; nil where there is no role.
  let role: Found?
  let vendor: Found?
  let model: Found?
  let row: NetBoxTable.Row

  init(module row: NetBoxTable.Row) {
    device = row[.device]?.text
    role = row[.role]
    vendor = row[.manufacturer]
    model = row[.moduleType]
    self.row = row
  }

  init(item row: NetBoxTable.Row) {
    device = row[.device]?.text
    role = row[.role]
    vendor = row[.manufacturer]
    // The name is that of the product only where there is no part number: `GPU 3` names a place.
    model = row[.partID] ?? row[.name]
    self.row = row
  }
}
