internal import Diagnostics
internal import Documents
internal import Inventory
internal import Policy

/// What is known of a project whose bill has no room for it: `bid.project.yaml` beside `bid.xlsx`.
struct SideFile {
  /// What it says.
  let project: Project

  /// The side file of a bill; nil where there is none.
  ///
  /// - Throws: all that is wrong with it.
  init?(of path: String, _ engine: Engine, _ options: ReadingOptions) throws(Problems) {
    guard let name = Self.name(beside: path) else { return nil }
    let bytes: [UInt8]
    switch options.side ?? Self.kept(beside: path) {
    case .nothing: return nil
    case .text(let text): bytes = text
    case .problem(let problems): throw problems
    }
    let document = try YAML.document(in: Engine.text(bytes, name: name))
    var problems = Problems()
    let reader = BomReader(
      vocabulary: engine.book.vocabulary, regions: engine.book.regions, catalog: engine.book.catalog)
    var project = Project()
    if var fields = Fields(document.root, Localized(zh: "项目文件", en: "a project file"), &problems) {
      if let node = fields.require("project", &problems) { project = reader.project(node, &problems) }
      fields.finish(&problems)
    }
    if problems.hasErrors { throw problems }
    self.project = project
  }

  /// What stands beside a bill.
  static func kept(beside path: String) -> KeptSide {
    guard path != "-", let name = name(beside: path), InputFile.exists(name) else { return .nothing }
    do throws(Problems) { return .text(try InputFile.read(name)) } catch { return .problem(error) }
  }

  /// `bids/bid.project.yaml` for `bids/bid.xlsx`.
  private static func name(beside path: String) -> String? {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    let file = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    guard let dot = path[file...].lastIndex(of: "."), dot > file else { return path + ".project.yaml" }
    return path[..<dot] + ".project.yaml"
  }
}

extension Project {
  /// Lays what another says of the project over this; `isOne` where the file has one bill, which then takes the name too.
  mutating func lay(_ other: Project, isOne: Bool) {
    if isOne {
      id = other.id ?? id
      name = other.name ?? name
    } else {
      id = id ?? other.id
      name = name ?? other.name
    }
    enterprise = other.enterprise ?? enterprise
    region = other.region ?? region
    facility = other.facility ?? facility
    buyers = other.buyers ?? buyers
    date = other.date ?? date
    prices = other.prices ?? prices
    listsParts = listsParts || other.listsParts
    facts.merge(other.facts) { $1 }
    if other.currency != "CNY" { currency = other.currency }
  }
}
