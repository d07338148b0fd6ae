public import Diagnostics
internal import Quantities

/// The sums of a portfolio. Bills are added one by one; tallies of parts add up to that of the whole, however the bills
/// are split and in whatever order.
public struct PortfolioTally: Sendable {
  /// A group of a breakdown.
  public struct Group: Hashable, Sendable {
    /// How many bills have a part in it.
    public var bills: Int
    /// Its sums for each indicator.
    public var sums: [IndicatorSums]

    /// A group.
    public init(bills: Int, sums: [IndicatorSums]) {
      self.bills = bills
      self.sums = sums
    }
  }

  /// How many bills were left out, and why.
  public struct LeftOut: Hashable, Sendable {
    /// They are dated after the portfolio's day.
    public var later = 0
    /// The policy surely does not speak of their projects.
    public var outside = 0
    /// They could not be read, or are of a project that is there already.
    public var faulty = 0

    /// None.
    public init() {}
  }

  /// The bills that count.
  public private(set) var members: [PortfolioMember] = []
  private var sums: Sums
  /// What was left out.
  public var leftOut = LeftOut()
  /// For each run that left bills out, what tells these from the bills that any other one left out: nothing else says that
  /// their number is added twice.
  public var leftOutBills: Set<String> = []
  /// Which member each project is.
  private var numbers: [String: Int] = [:]

  /// The sums of all of them for each indicator.
  public var total: [IndicatorSums] { sums.total }
  /// The sums by group; nil is the group of what is unknown.
  public var groups: [String?: Group] { sums.groups }

  /// No bills yet, for indicators of so many bases each.
  public init(bases: [Int]) {
    sums = Sums(total: bases.map { IndicatorSums(bases: $0) })
  }

  /// What was kept of a portfolio; its sums are those of its members.
  ///
  /// - Throws: that a project is there twice, or that a sum grows past what exact arithmetic holds.
  public init(
    bases: [Int], members: [PortfolioMember], groups: [String?: Group], leftOut: LeftOut, from span: SourceSpan
  ) throws(Problems) {
    self.init(bases: bases)
    for member in members { try add(PortfolioContribution(member: member, groups: [:], span: span)) }
    sums.groups = groups
    self.leftOut = leftOut
  }

  /// The members in an order that does not depend on how they came together.
  public var sortedMembers: [PortfolioMember] {
    members.sorted { left, right in
      if left.id != right.id { return left.id.map { id in right.id.map { id < $0 } ?? true } ?? false }
      return (left.source, left.line ?? 0) < (right.source, right.line ?? 0)
    }
  }

  /// Adds a bill.
  ///
  /// - Throws: that its project is there already, or that a sum grows past what exact arithmetic holds; nothing is added.
  public mutating func add(_ contribution: PortfolioContribution) throws(Problems) {
    guard let member = contribution.member else {
      leftOut.outside += 1
      return
    }
    if let first = numbers[member.identity] {
      throw Problems(Self.repeated(member, members[first].place, contribution.span))
    }
    // Only the sums are copied: to copy the members for each one would take time with their square.
    var added = sums
    do {
      try added.add(member.sums)
      for (key, sums) in contribution.groups { try added.add(Group(bills: 1, sums: sums), to: key) }
    } catch {
      throw Problems(Self.overflow(member.identity, contribution.span))
    }
    sums = added
    numbers[member.identity] = members.count
    members.append(member)
  }

  /// Adds what other bills came to.
  ///
  /// - Throws: that a project or what was left out is in both, or that a sum grows past what exact arithmetic holds.
  public mutating func merge(_ other: PortfolioTally, from span: SourceSpan? = nil) throws(Problems) {
    var problems = Problems()
    for member in other.members {
      if let first = numbers[member.identity] { problems.add(Self.repeated(member, members[first].place, span)) }
    }
    if !leftOutBills.isDisjoint(with: other.leftOutBills) { problems.add(Self.repeatedPart(span)) }
    if problems.hasErrors { throw problems }
    var added = sums
    do {
      try added.add(other.total)
      for (key, group) in other.groups { try added.add(group, to: key) }
    } catch {
      throw Problems(Self.overflow(nil, span))
    }
    sums = added
    for (number, member) in other.members.enumerated() { numbers[member.identity] = members.count + number }
    members += other.members
    leftOut.later += other.leftOut.later
    leftOut.outside += other.leftOut.outside
    leftOut.faulty += other.leftOut.faulty
    leftOutBills.formUnion(other.leftOutBills)
  }

  private static func repeated(_ member: PortfolioMember, _ first: String, _ span: SourceSpan?) -> Diagnostic {
    let what = member.id == nil ? Localized(zh: "清单", en: "the bill") : Localized(zh: "项目", en: "project")
    return Diagnostic(
      .error, "repeated-project",
      Localized(
        zh: "\(what.zh) `\(member.identity)` 已经计入（\(first)），不再计一次",
        en: "\(what.en) `\(member.identity)` is counted already (\(first)) and not once more"),
      at: span,
      help: Localized(
        zh: "同一项目只给一份清单；若是不同的项目，请给各自的 `project.id`",
        en: "give one bill a project; where they are different projects, give each its own `project.id`"))
  }

  private static func repeatedPart(_ span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      .error, "repeated-part",
      Localized(
        zh: "这一部分未计入的清单已经算过，不再算一次", en: "the bills that this part left out are counted already and not once more"),
      at: span, help: Localized(zh: "每一部分只给一次", en: "give each part once"))
  }

  private static func overflow(_ bill: String?, _ span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      .error, "overflow",
      Localized(
        zh: bill.map { "加上清单 `\($0)` 时，合计超出精确计算的范围" } ?? "加上这些清单时，合计超出精确计算的范围",
        en: bill.map { "at bill `\($0)` the sum grows past what exact arithmetic holds" }
          ?? "with these bills the sum grows past what exact arithmetic holds"),
      at: span, help: Localized(zh: "请核对它的数量和单价", en: "check its quantities and prices"))
  }
}

extension PortfolioTally {
  /// What is added up.
  private struct Sums {
    var total: [IndicatorSums]
    var groups: [String?: Group] = [:]

    mutating func add(_ sums: [IndicatorSums]) throws(Overflow) {
      for index in total.indices where index < sums.count { try total[index].add(sums[index]) }
    }

    mutating func add(_ group: Group, to key: String?) throws(Overflow) {
      guard var known = groups[key] else {
        groups[key] = group
        return
      }
      known.bills += group.bills
      for index in known.sums.indices where index < group.sums.count { try known.sums[index].add(group.sums[index]) }
      groups[key] = known
    }
  }
}
