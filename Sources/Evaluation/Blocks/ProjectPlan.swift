internal import Inventory
internal import Policy
internal import Quantities

/// What is to be judged of the bills of projects that are alike in the eyes of all policies, on one day.
final class ProjectPlan {
  /// A requirement that lines decide, with the value in force.
  struct Leaf: BitwiseCopyable {
    enum Test {
      /// Groups of sums by basis.
      case share, total
      /// Neither: by its place among those.
      case general
      /// Lines, counted.
      case every, none
    }

    let test: Test
    let comparison: Comparison
    /// Which groups of sums; which of those that are neither.
    let firstGroup: Int32
    let groupCount: Int32
    let value: Fraction
  }

  /// A group of sums: where it begins, and its scale.
  struct Group: BitwiseCopyable {
    let first: Int
    let scale: Int64
  }

  /// A measure that is more than sums, with the value in force.
  struct General {
    let program: MeasureProgram
    let measure: Measure
    let comparison: Comparison
    let value: Rational
  }

  /// Plans of one number give the same rows but for their numbers.
  let number: Int
  let listsParts: Bool
  /// What the project alone says.
  let fixed: BillContext
  let table: ProfileTable
  let leaves: [Leaf]
  let groups: [Group]
  let generals: [General]
  /// Which of the leaves each of the program is; nil for one that is not judged.
  let places: [Int?]
  /// Measures of rated grants.
  let rated: [BlockProgram.Rated]

  init(
    number: Int, listsParts: Bool, fixed: BillContext, table: ProfileTable, rated: [BlockProgram.Rated],
    _ builder: Builder
  ) {
    self.number = number
    self.listsParts = listsParts
    self.fixed = fixed
    self.table = table
    self.rated = rated
    leaves = builder.leaves
    groups = builder.groups
    generals = builder.generals
    places = builder.places
  }

  /// The leaves of a program as they are added one after the other.
  struct Builder {
    fileprivate var leaves: [Leaf] = []
    fileprivate var groups: [Group] = []
    fileprivate var generals: [General] = []
    fileprivate var places: [Int?] = []

    /// Adds a leaf of the program; false where its value is larger than a machine word.
    mutating func add(_ leaf: BlockProgram.Leaf, of program: BlockProgram, on day: Day) -> Bool {
      switch leaf.test {
      case .every(let sum): add([sum], .every, .atLeast, .zero, program)
      case .none(let sum): add([sum], .none, .atLeast, .zero, program)
      case .compare(let measured, let measure, let comparison, let series):
        guard let value = series.value(on: day) else {
          skip()
          return true
        }
        guard let fraction = Fraction(value) else { return false }
        switch measured {
        case .share(let sums): add(sums, .share, comparison, fraction, program)
        case .total(let sums): add(sums, .total, comparison, fraction, program)
        default:
          places.append(leaves.count)
          leaves.append(
            Leaf(
              test: .general, comparison: comparison, firstGroup: Int32(generals.count), groupCount: 1, value: fraction)
          )
          generals.append(General(program: measured, measure: measure, comparison: comparison, value: value))
        }
      }
      return true
    }

    private mutating func add(
      _ sums: [Int], _ test: Leaf.Test, _ comparison: Comparison, _ value: Fraction, _ program: BlockProgram
    ) {
      let first = Int32(groups.count)
      groups += sums.map { Group(first: $0 * LineSum.Slot.count, scale: program.sums[$0].scale) }
      places.append(leaves.count)
      leaves.append(
        Leaf(test: test, comparison: comparison, firstGroup: first, groupCount: Int32(sums.count), value: value))
    }

    /// Leaves out a leaf of the program.
    mutating func skip() { places.append(nil) }
  }

  /// What differs between plans.
  struct Key: Hashable {
    private let day: Day
    private let tests: [Truth]
    private let facts: [String: FactValue]
    private let currency: String
    private let listsParts: Bool
    private let hasRegion: Bool
    /// Where somebody wants to see it.
    private let region: String?

    init(_ project: Project, _ day: Day, _ tests: [ProjectTest], showsRegion: Bool) {
      self.day = day
      self.tests = tests.map { $0.truth(of: project) }
      facts = project.facts
      currency = project.currency
      listsParts = project.listsParts
      hasRegion = project.region != nil
      region = showsRegion ? project.region : nil
    }
  }
}
