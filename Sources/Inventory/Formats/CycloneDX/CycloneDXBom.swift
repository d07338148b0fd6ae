internal import Diagnostics

/// A CycloneDX document as far as it speaks of products, with a place for all it says.
struct CycloneDXBom: Sendable {
  /// The identifier of the document.
  var serialNumber: Found?
  /// What the document is about.
  var subject: CycloneDXComponent?
  /// Who made the subject (up to 1.5; later versions keep it for old documents).
  var manufacture: CycloneDXOrganization?
  /// Properties of the document as a whole.
  var properties: [CycloneDXProperty] = []
  /// What the subject consists of.
  var components: [CycloneDXComponent] = []
  /// Network services, which are no product.
  var services: [SourceSpan] = []
  /// Parties that the document declares outside its components.
  var parties: [CycloneDXPartyChoice] = []
}
