internal import Diagnostics

/// A component, or a choice between components.
struct CycloneDXComponent: Sendable {
  var type: Found
  var ref: Found?
  var name: Found?
  var version: Found?
  var manufacturer: CycloneDXOrganization?
  var supplier: CycloneDXOrganization?
  var publisher: Found?
  var author: Found?
  /// `required`, `optional` or `excluded`.
  var scope: Found?
  /// Whether it is provided by somebody else and no part of the subject.
  var isExternal = false
  var packageURL: Found?
  var properties: [CycloneDXProperty] = []
  /// What it consists of.
  var components: [CycloneDXComponent] = []
  /// What only 2.0 says; nil where it says none of it.
  var hardware: CycloneDXHardware?
  /// Where it begins.
  var place: SourceSpan

  init(type: Found, place: SourceSpan) {
    self.type = type
    self.place = place
  }

  /// Where a reader looks for it: its name, else its beginning.
  var span: SourceSpan { name?.span ?? place }

  /// The values of a property.
  func values(of property: String) -> [Found] {
    properties.lazy.filter { $0.name.text == property }.compactMap(\.value)
  }

  /// Its serial numbers.
  var serials: SerialNumbers {
    SerialNumbers(properties.lazy.filter { Self.serialNames.contains($0.name.text) }.compactMap(\.value))
  }

  private static let serialNames = ["cdx:device:serialNumber", "cdx:hbom:serialNumber"]

  /// The first value of a property.
  func value(of property: String) -> Found? {
    properties.first { $0.name.text == property }?.value
  }
}

/// A name and a value.
struct CycloneDXProperty: Sendable {
  var name: Found
  var value: Found?
}

/// An organization, before 2.0 gave it roles.
struct CycloneDXOrganization: Sendable {
  var name: Found?
  /// The country of its address.
  var country: Found?
}
