internal import Diagnostics

/// What the catalogue makes of a component's names.
struct CycloneDXIdentity: Sendable {
  /// The names that decide.
  struct Names: Hashable, Sendable {
    var isSoftware: Bool
    var vendor: String?
    var name: String
    var version: String?
  }

  /// The kinds of the components that the names may mean.
  var kinds: Set<Kind>
  /// The product's name.
  var model: String

  /// The one kind that they mean; nil where that is open.
  var kind: Kind? { kinds.count == 1 ? kinds.first : nil }

  /// Whether they mean software that the catalogue knows.
  var isSoftwareOfCatalogue: Bool { kind.map(Self.software.contains) ?? false }

  static let software: Set<Kind> = [.os, .database, .middleware, .software, .security]
}

extension CycloneDXLineMaker {
  /// What the catalogue makes of a component's names; the version is part of the name of software, and of that of a
  /// device only where the catalogue knows it so.
  mutating func identity(of component: CycloneDXComponent, _ type: CycloneDXType, vendor: String?) -> CycloneDXIdentity
  {
    let names = CycloneDXIdentity.Names(
      isSoftware: type.isSoftware, vendor: vendor,
      name: component.name.flatMap { Placeholder.meaning(of: $0.text) } ?? "",
      version: component.version.flatMap { Placeholder.meaning(of: $0.text) })
    if let known = identities[names] { return known }
    let found = identity(names)
    // A document of endless distinct names must not be kept twice.
    if identities.count < 100_000 { identities[names] = found }
    return found
  }

  private func identity(_ names: CycloneDXIdentity.Names) -> CycloneDXIdentity {
    let kinds = catalog.resolver.kinds(vendor: names.vendor, model: names.name)
    let short = CycloneDXIdentity(kinds: kinds, model: names.name)
    guard let version = names.version, !names.name.isEmpty, !names.name.hasSuffix(version) else { return short }
    if !names.isSoftware, kinds.count == 1 { return short }
    let long = "\(names.name) \(version)"
    let longKinds = catalog.resolver.kinds(vendor: names.vendor, model: long)
    if names.isSoftware { return CycloneDXIdentity(kinds: longKinds.isEmpty ? kinds : longKinds, model: long) }
    return longKinds.count == 1 ? CycloneDXIdentity(kinds: longKinds, model: long) : short
  }

  /// Gives a line its kind and its model.
  mutating func name(
    _ line: inout Line, _ component: CycloneDXComponent, _ type: CycloneDXType, _ stated: Found?
  ) {
    let identity = identity(of: component, type, vendor: line.vendor)
    if !identity.model.isEmpty {
      line.model = identity.model
      line.places[.model] = component.name?.span
    } else if let name = component.name, !name.text.isEmpty {
      tally.add(.placeholder, name.text, at: name.span)
    }
    if let stated {
      line.kind = Kind.read(stated.text, at: stated.span, &problems) ?? .other
      line.places[.kind] = stated.span
      return
    }
    let sign = component.value(of: "cdx:device:function") ?? component.hardware?.category
    if let sign, let kind = CycloneDXFunction.kind(of: sign.text) {
      line.kind = kind
      line.places[.kind] = sign.span
      return
    }
    line.places[.kind] = component.type.span
    if let chassis = component.value(of: "cdx:hbom:chassisType"), CycloneDXFunction.isServer(chassis: chassis.text) {
      line.kind = .server
      line.places[.kind] = chassis.span
      return
    }
    switch type {
    case .operatingSystem: line.kind = .os
    case .application: line.kind = softwareKind(identity, component)
    case .platform where !component.hasDevices: line.kind = softwareKind(identity, component)
    default:
      if let kind = identity.kind, type != .firmware {
        line.kind = kind
      } else {
        tally.add(.unmapped, component.name?.text, at: component.span)
      }
    }
  }
}

extension CycloneDXLineMaker {
  /// The kind of a program; one that the catalogue does not know is software of no further kind.
  private mutating func softwareKind(_ identity: CycloneDXIdentity, _ component: CycloneDXComponent) -> Kind {
    if identity.isSoftwareOfCatalogue, let kind = identity.kind { return kind }
    tally.add(.unknownSoftware, component.name?.text, at: component.span)
    return .software
  }
}

extension CycloneDXComponent {
  /// Whether hardware is inside it: such a platform is a machine and no runtime.
  var hasDevices: Bool {
    components.contains { $0.type.text == "device" || $0.type.text == "component-choice" || $0.hasDevices }
  }
}
