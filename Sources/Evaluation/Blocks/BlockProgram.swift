internal import Inventory
internal import Policy
internal import Quantities

/// What is to be added up over the lines of bills so that every requirement of some policies can be judged by sums alone.
final class BlockProgram: Sendable {
  /// A requirement whose verdict depends on lines.
  struct Leaf: Sendable {
    let policy: Int
    /// Its place in the policy, and among those that one bill can meet.
    let requirement: Int
    let row: Int
    let test: Test
  }

  enum Test: Sendable {
    case compare(MeasureProgram, Measure, Comparison, DatedSeries<Rational>)
    /// A group of sums by lines.
    case every(Int)
    case none(Int)
  }

  /// A grant that is a rate of what the lines come to.
  struct Rated: Sendable {
    let policy: Int
    let grant: Int
    let measure: Measure
    let program: MeasureProgram

    /// How many bits say what became of it.
    static let bits = 9
  }

  let sums: [LineSum]
  let leaves: [Leaf]
  let rated: [Rated]

  /// How many groups of sums its leaves have, one a basis.
  var groupCount: Int {
    leaves.reduce(0) { count, leaf in
      switch leaf.test {
      case .compare(.share(let groups), _, _, _), .compare(.total(let groups), _, _, _): count + groups.count
      case .every, .none: count + 1
      case .compare: count
      }
    }
  }
  /// How many sums there are in all.
  var width: Int { sums.count * LineSum.Slot.count }

  /// The program for some policies; nil where one of them asks what differs between lines of the same names and claims.
  init?(_ policies: [Policy], isPerLine: [Bool]) {
    var compiler = Compiler()
    var leaves: [Leaf] = []
    var rated: [Rated] = []
    for (number, policy) in policies.enumerated() {
      var row = 0
      for (index, requirement) in policy.requirements.enumerated() where !requirement.isOfPortfolio {
        if let test = compiler.test(requirement.test) {
          leaves.append(Leaf(policy: number, requirement: index, row: row, test: test))
        }
        row += 1
      }
      for (index, grant) in policy.grants.enumerated() {
        switch grant.amount.form {
        case .rate(_, let measure), .rateUpTo(_, let measure):
          let program = compiler.program(measure)
          if program.readsLines {
            rated.append(Rated(policy: number, grant: index, measure: measure, program: program))
          }
        case .upTo, .exactly, .unstated: break
        }
      }
    }
    for sum in compiler.sums where isPerLine[sum.among.number] || sum.of.map({ isPerLine[$0.number] }) ?? false {
      return nil
    }
    sums = compiler.sums
    self.leaves = leaves
    self.rated = rated
  }

  private struct Compiler {
    var sums: [LineSum] = []
    private var known: [LineSum.Key: Int] = [:]

    mutating func test(_ test: Requirement.Test) -> Test? {
      switch test {
      case .compare(let measure, let comparison, let series):
        let program = program(measure)
        return program.readsLines ? .compare(program, measure, comparison, series) : nil
      case .every(let among, let must): return .every(sum(must, among, .lines))
      case .none(let predicate): return .none(sum(nil, predicate, .lines))
      case .project, .allOf, .anyOf: return nil
      }
    }

    mutating func program(_ measure: Measure) -> MeasureProgram {
      switch measure.form {
      case .share(let of, let among, let bases): .share(bases.map { sum(of, among, $0) })
      case .total(let bases, let among): .total(bases.map { sum(nil, among, $0) })
      case .count(let among): .total([sum(nil, among, .lines)])
      case .fact, .days: .fixed
      case .product(let factors): .product(factors.map { program($0) }, factors)
      case .quotient(let of, let to): .quotient(of: program(of), of, to: program(to), to)
      case .projects, .shareOfProjects: .portfolio
      }
    }

    private mutating func sum(_ of: LineCondition?, _ among: LineCondition, _ basis: Basis) -> Int {
      let sum = LineSum(of: of, among: among, basis: basis)
      if let number = known[sum.key] { return number }
      known[sum.key] = sums.count
      sums.append(sum)
      return sums.count - 1
    }
  }
}

extension BlockProgram.Leaf {
  /// How many bits say what became of it.
  var bits: Int {
    switch test {
    case .every, .none: 2
    case .compare(.share(let groups), _, _, _), .compare(.total(let groups), _, _, _): groups.count * 2 + 2
    case .compare: 4
    }
  }
}
