internal import Inventory
internal import Policy
internal import Quantities

/// What is to be judged of the bills of projects that are alike in the eyes of all policies, on one day.
struct ProjectPlan {
  /// A requirement that lines decide, with the value in force.
  struct Leaf {
    let test: Test
    let comparison: Comparison
    let value: Rational
    /// The value in machine words.
    let fraction: Fraction

    enum Test {
      /// Groups of sums by basis: where each begins.
      case share([Int])
      /// The same, with their scales.
      case total([(first: Int, scale: Int64)])
      case general(MeasureProgram, Measure)
      case every(Int)
      case none(Int)
    }
  }

  /// Plans of one number give the same rows but for their numbers.
  let number: Int
  let listsParts: Bool
  let leaves: [Leaf]
  /// Which of them each leaf of the program is; nil for one that is not judged.
  let places: [Int?]
  /// Measures of rated grants.
  let rated: [(program: MeasureProgram, measure: Measure)]
  /// What the project alone says.
  let fixed: BillContext
  let table: ProfileTable

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
