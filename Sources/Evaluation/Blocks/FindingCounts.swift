/// How many findings there are of each severity that a bill can have and still be judged.
struct FindingCounts: BitwiseCopyable {
  var warnings: Int32 = 0
  var notes: Int32 = 0

  @inline(always)
  mutating func add(_ other: FindingCounts) {
    warnings &+= other.warnings
    notes &+= other.notes
  }
}
