public import Diagnostics
public import Quantities

/// A published list of components, such as the 安全可靠 results, with the days on which each entry holds.
public struct ComponentList: Sendable {
  /// Its name in predicates.
  public let name: String
  /// What a reader sees.
  public let title: Localized
  /// Whether every announcement could be read whole, so that absence means something.
  public let isComplete: Bool
  /// What is surely on none of the announcements.
  public let absent: LinePredicate?
  /// Its entries.
  public let entries: [Entry]
  private let byComponent: [String: [Int]]

  /// One product of one announcement.
  public struct Entry: Sendable {
    /// The component.
    public let component: String
    /// The level, where the list has levels and the level was seen.
    public let level: String?
    /// The announcement.
    public let announcement: String?
    /// The first day on which it holds.
    public let published: Day
    /// The last day on which it holds; nil where none is set.
    public let validUntil: Day?

    /// Whether it holds on a day, the first and the last included.
    public func isValid(on day: Day) -> Bool {
      published <= day && validUntil.map { day <= $0 } ?? true
    }
  }

  init(name: String, title: Localized, isComplete: Bool, absent: LinePredicate?, entries: [Entry]) {
    self.name = name
    self.title = title
    self.isComplete = isComplete
    self.absent = absent
    self.entries = entries
    byComponent = Dictionary(grouping: entries.indices) { entries[$0].component }
  }

  /// The entries of a component.
  public func entries(of component: String) -> [Entry] {
    byComponent[component, default: []].map { entries[$0] }
  }
}
