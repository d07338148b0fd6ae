public import Inventory
public import Quantities

/// A bill that was read, the day on which it is judged, and the digest of the bytes that it was read from.
public struct Bill: Sendable {
  /// What was read.
  public let materials: BillOfMaterials
  /// The day.
  public let day: Day
  /// The digest of the bytes; several bills of one file share it.
  public let digest: String
}
