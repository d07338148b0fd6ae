internal import Inventory
internal import Quantities

/// The profiles of prototypes that were met so far on days of one epoch, side by side for the loop over lines.
final class ProfileTable {
  /// Where the entries of a profile stand, and what else is counted.
  struct Head: BitwiseCopyable {
    var first: Int32 = 0
    var ones: Int32 = 0
    var quantities: Int32 = 0
    var amounts: Int32 = 0
    var warnings: Int32 = 0
    var notes: Int32 = 0
    var flags: UInt8 = Head.unknown

    static let unknown: UInt8 = 1
    /// No whole numbers say it.
    static let odd: UInt8 = 2
    static let listsProcessor: UInt8 = 4
    static let mayHideParts: UInt8 = 8
  }

  /// A day of the epoch.
  let day: Day
  /// By twice the number of the prototype, and one more where the line has a price.
  private var heads = UnsafeMutableBufferPointer<Head>(start: nil, count: 0)
  private var entries = UnsafeMutablePointer<LineProfile.Entry>.allocate(capacity: 1024)
  private var capacity = 1024
  private var count = 0

  init(day: Day) { self.day = day }

  deinit {
    heads.deallocate()
    entries.deallocate()
  }

  @inline(__always)
  func isUnknown(_ index: Int) -> Bool { heads[index].flags == Head.unknown }

  /// Adds a line to the sums of its bill; false where its numbers are too large, or where no sums say it.
  @inline(__always)
  func add(
    _ index: Int, quantity: Int64, price: Int64, to sums: borrowing BillSums, _ warnings: inout Int32,
    _ notes: inout Int32, _ flags: inout UInt8
  ) -> Bool {
    let head = heads[index]
    if head.flags & (Head.odd | Head.unknown) != 0 { return false }
    flags |= head.flags
    warnings &+= head.warnings
    notes &+= head.notes
    let first = entries + Int(head.first)
    var isWide = sums.add(first, Int(head.ones), times: 1)
    isWide = sums.add(first + Int(head.ones), Int(head.quantities), times: quantity) || isWide
    guard head.amounts > 0 else { return !isWide }
    let (amount, isLarge) = quantity.multipliedReportingOverflow(by: price)
    isWide = sums.add(first + Int(head.ones + head.quantities), Int(head.amounts), times: amount) || isWide
    return !isWide && !isLarge
  }

  /// Makes room for all prototypes.
  func reserve(_ prototypes: Int) {
    guard heads.count < prototypes * 2 else { return }
    let more = UnsafeMutableBufferPointer<Head>.allocate(capacity: max(256, prototypes * 4))
    more.initialize(repeating: Head())
    _ = more.update(fromContentsOf: heads)
    heads.deallocate()
    heads = more
  }

  /// More entries are not kept, 16 MiB: endless distinct lines must not grow without end.
  private static let limit = 1 << 20

  /// Keeps a profile; nil for a line that no whole numbers say.
  func set(_ index: Int, _ profile: LineProfile?) {
    guard let profile, count < Self.limit else {
      heads[index].flags = Head.odd
      return
    }
    var head = Head(
      first: Int32(count), ones: Int32(profile.ones.count), quantities: Int32(profile.quantities.count),
      amounts: Int32(profile.amounts.count), warnings: Int32(profile.warnings), notes: Int32(profile.notes), flags: 0)
    if profile.listsProcessor { head.flags |= Head.listsProcessor }
    if profile.mayHideParts { head.flags |= Head.mayHideParts }
    for entry in profile.ones + profile.quantities + profile.amounts { add(entry) }
    heads[index] = head
  }

  private func add(_ entry: LineProfile.Entry) {
    if count == capacity {
      capacity *= 2
      let more = UnsafeMutablePointer<LineProfile.Entry>.allocate(capacity: capacity)
      more.update(from: entries, count: count)
      entries.deallocate()
      entries = more
    }
    entries[count] = entry
    count += 1
  }
}
