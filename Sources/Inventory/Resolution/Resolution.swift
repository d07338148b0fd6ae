/// What a line's names turned out to mean.
public enum Resolution: Sendable {
  /// One component.
  case component(Component)
  /// Several, and the text does not say which.
  case ambiguous([Component])
  /// None.
  case unknown
  /// The vendor named is not the vendor of the component named.
  case vendorConflict(named: String, component: Component)
  /// The line names no model.
  case unnamed

  /// The components it may be; empty where none is known.
  public var candidates: [Component] {
    switch self {
    case .component(let component): [component]
    case .ambiguous(let components): components
    case .unknown, .vendorConflict, .unnamed: []
    }
  }

  /// The one component it is.
  public var component: Component? {
    if case .component(let component) = self { component } else { nil }
  }
}
