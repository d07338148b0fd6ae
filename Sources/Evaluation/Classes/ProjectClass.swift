internal import Inventory

/// What policies can see of a project when they ask whether they speak of it.
struct ProjectClass: Hashable {
  private let region: String?
  private let facility: Facility?
  private let buyers: [Buyer]?
  private let facts: [FactValue?]
  /// Which policies are in force.
  private let epoch: Int

  init(_ project: Project, facts: [String], epoch: Int) {
    region = project.region
    facility = project.facility
    buyers = project.buyers
    self.facts = facts.map { project.facts[$0] }
    self.epoch = epoch
  }
}
