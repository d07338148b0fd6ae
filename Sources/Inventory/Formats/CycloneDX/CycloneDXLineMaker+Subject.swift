internal import Diagnostics
internal import Quantities

extension CycloneDXLineMaker {
  /// The lines of a document. A device that it is about is the line that contains the others.
  mutating func lines(of bom: CycloneDXBom) -> [Line] {
    for service in bom.services { tally.add(.skipped, sort: "service", at: service) }
    var shelf = Shelf(isOfSubject: true)
    var components = bom.components
    if var subject = bom.subject, let type = type(of: subject) {
      if subject.manufacturer == nil { subject.manufacturer = bom.manufacture }
      let own = CycloneDXOwnNames.component.values(
        in: subject.properties, vocabulary.specs, else: CycloneDXOwnNames.document, &problems)
      let isMachine = type == .device || (type == .platform && isMachine(subject, beside: components))
      if isMachine || type == .operatingSystem || !own.isEmpty {
        if isMachine {
          subject.components += components
          components = []
        } else {
          // What stands beside a system or a program is not inside it.
          components = subject.components + components
          subject.components = []
        }
        if let line = line(subject, type, own, at: shelf) { shelf.lines.append(line) }
      } else {
        components = subject.components + components
      }
    }
    shelf.isOfSubject = false
    add(components, to: &shelf)
    addSystem(of: bom, to: &shelf)
    return shelf.lines
  }

  /// Whether a platform is a product of hardware by its names or its function; else it is what the whole is for.
  private mutating func isMachine(_ subject: CycloneDXComponent, beside components: [CycloneDXComponent]) -> Bool {
    guard subject.hasDevices || components.hasDevices else { return false }
    if subject.value(of: "cdx:device:function").flatMap({ CycloneDXFunction.kind(of: $0.text) }) != nil { return true }
    return identity(of: subject, .platform, vendor: subject.manufacturer?.name?.text).kind == .server
  }

  /// The operating system that the inventory of a host names beside its devices.
  private mutating func addSystem(of bom: CycloneDXBom, to shelf: inout Shelf) {
    func value(_ name: String) -> Found? {
      bom.properties.first { $0.name.text == "cdx:hbom:" + name }?.value
    }
    guard let name = meaning(value("osName")) else { return }
    var line = Line(kind: .os, quantity: .one, span: name.span)
    let version = value("osVersion").flatMap { Placeholder.meaning(of: $0.text) }
    line.model = [name.text, version].compactMap(\.self).joined(separator: " ")
    line.places[.model] = name.span
    shelf.lines.append(line)
  }
}

extension [CycloneDXComponent] {
  /// Whether hardware is among them.
  fileprivate var hasDevices: Bool { contains { $0.type.text == "device" || $0.hasDevices } }
}
