internal import Inventory
internal import Quantities

/// The profiles of prototypes that were met so far on days of one epoch, side by side for the loop over lines.
final class ProfileTable {
  /// Where the entries of a profile stand, and what else is counted.
  struct Head: BitwiseCopyable {
    var first: Int32 = 0
    var steps: Int16 = 0
    var flags: UInt8 = Head.unknown
    var findings = FindingCounts()

    static let unknown: UInt8 = 1
    /// No whole numbers say it.
    static let odd: UInt8 = 2
    static let listsProcessor: UInt8 = 4
    static let mayHideParts: UInt8 = 8
    static let hasAmounts: UInt8 = 16
  }

  /// A day of the epoch, and the epoch.
  let day: Day
  let epoch: Int
  /// By twice the number of the prototype, and one more where the line has a price.
  private var heads = UnsafeMutableBufferPointer<Head>(start: nil, count: 0)
  private var entries = UnsafeMutablePointer<LineProfile.Entry>.allocate(capacity: 1024)
  private var capacity = 1024
  private var count = 0

  init(day: Day, epoch: Int) {
    self.day = day
    self.epoch = epoch
  }

  deinit {
    heads.deallocate()
    entries.deallocate()
  }

  @inline(always)
  func isUnknown(_ index: Int) -> Bool { heads[index].flags == Head.unknown }

  /// Adds a line to the sums of its bill; false where its numbers are too large, or where no sums say it.
  @inline(always)
  func add(
    _ index: Int, quantity: Int64, price: Int64, to sums: borrowing BillSums, _ findings: inout FindingCounts,
    _ flags: inout UInt8
  ) -> Bool {
    let head = heads[index]
    if head.flags & (Head.odd | Head.unknown) != 0 { return false }
    flags |= head.flags
    findings.add(head.findings)
    let (amount, isLarge) = quantity.multipliedReportingOverflow(by: price)
    let isWide = sums.add(entries + Int(head.first), steps: Int(head.steps), quantity: quantity, amount: amount)
    return !isWide && !(isLarge && head.flags & Head.hasAmounts != 0)
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
  func set(_ index: Int, _ profile: LineProfile?, for sums: borrowing BillSums) {
    guard let profile, count < Self.limit,
      // At least one: a loop that hardly ever runs another number of times costs nothing.
      let steps = Int16(exactly: max(1, (profile.entries.count + BillSums.step - 1) / BillSums.step))
    else {
      heads[index].flags = Head.odd
      return
    }
    var head = Head(first: Int32(count), steps: steps, flags: 0, findings: profile.findings)
    if profile.listsProcessor { head.flags |= Head.listsProcessor }
    if profile.mayHideParts { head.flags |= Head.mayHideParts }
    if profile.entries.contains(where: { $0.times == .amount }) { head.flags |= Head.hasAmounts }
    for entry in profile.entries + sums.padding(behind: profile.entries.count) { add(entry) }
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
