import Diagnostics
import Documents
import Engine
import Inventory
import Policy

/// What the reader of Kubernetes made of a text, as lines that a person can compare.
struct KubernetesReading: FormatReading {
  private(set) var bills: [BillOfMaterials] = []
  private(set) var problems = Problems()

  static let engine = Result { try Engine(rules: RuleFile.builtIn) }

  init(_ text: String, name: String = "stream.yaml", jobs: Int = 1) throws {
    try self.init(bytes: Array(text.utf8), name: name, jobs: jobs)
  }

  init(bytes: [UInt8], name: String, jobs: Int = 1) throws {
    let reader = KubernetesReader(catalog: try Self.engine.get().book.catalog, jobs: jobs)
    guard let file = try? SourceFile.decoding(bytes, name: name) else { return }
    do {
      let documents = name.hasSuffix(".json") ? [try JSON.document(in: file)] : try YAML.documents(in: file, jobs: jobs)
      bills = reader.read(documents, &problems)
    } catch {
      problems.add(KubernetesReader.refusal(of: file).map { Problems($0) } ?? error)
    }
  }
}
