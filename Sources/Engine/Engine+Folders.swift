internal import Diagnostics
internal import Documents
internal import Inventory
internal import Policy

extension Engine {
  /// The file at a path; or, where it is a folder that holds one input in many files, all of these.
  func contents(at path: String, _ options: ReadingOptions) throws(Problems) -> [InputPart] {
    guard path != "-", InputFolder.isFolder(path) else { return [InputPart(name: "", bytes: try InputFile.read(path))] }
    let parts = try InputFolder(path).files.map { InputPart(name: $0.path, bytes: $0.bytes) }
    let resources = parts.filter(\.isJSON)
    if !resources.isEmpty, options.format == .redfish || resources.contains(where: \.isRedfish) { return resources }
    let tables = parts.filter { !$0.isJSON }
    if !tables.isEmpty, options.format == .netbox || tables.contains(where: \.isNetBox) { return tables }
    // Any other folder is none of our inputs, which reading it as a file says.
    return [InputPart(name: "", bytes: try InputFile.read(path))]
  }

  /// The bills in a folder; a file of it that cannot be read may be a part, so then there is no bill.
  func folder(
    _ contents: [InputPart], in folder: String, _ problems: inout Problems
  ) throws(Problems) -> (BomFormat, [BillOfMaterials]) {
    var documents: [(path: String, document: Document)] = []
    var tables: [Table] = []
    var faults = Problems()
    for part in contents {
      do {
        let file = try SourceFile.decoding(part.bytes, name: folder + (folder.hasSuffix("/") ? "" : "/") + part.name)
        if part.isJSON {
          documents.append((part.name, try JSON.document(in: file)))
        } else {
          tables.append(try CSV.table(in: file))
        }
      } catch {
        faults.add(error)
      }
    }
    if faults.hasErrors { throw faults }
    if documents.isEmpty { return (.netbox, NetBoxReader(catalog: book.catalog).read(tables, &problems)) }
    return (.redfish, RedfishReader(catalog: book.catalog).read(documents, &problems))
  }
}
