public import Diagnostics
public import Documents
internal import Quantities

/// Reads manifests and dumps of Kubernetes: workloads by the cards that they ask for, nodes by what they have.
///
/// A stream is one bill. A workload is found by the shape of its pods and not by its kind; each resource of its pods
/// is a line of accelerators, named `namespace/workload`. A node is a server with what it reports inside. Where a
/// stream lists nodes, what its workloads ask for runs on them and is not counted again.
public struct KubernetesReader {
  let catalog: Catalog
  let jobs: Int

  /// A reader that knows what resources and labels mean; up to `jobs` threads look into a long stream.
  public init(catalog: Catalog, jobs: Int = 1) {
    self.catalog = catalog
    self.jobs = jobs
  }

  /// Whether a document looks like an object of Kubernetes: a mapping with `apiVersion` and `kind`.
  public static func recognises(_ root: Node) -> Bool {
    root["apiVersion"]?.kind == .scalar && root["kind"]?.kind == .scalar
  }

  /// What is said of a text that is no YAML because it is a template that was not rendered; nil where it is none.
  public static func refusal(of file: SourceFile) -> Diagnostic? {
    UnrenderedTemplate.refusal(of: file)
  }

  /// The bill of all documents of a stream; none where they have errors, all of which are reported.
  public func read(_ documents: [Document], _ problems: inout Problems) -> [BillOfMaterials] {
    guard let file = documents.first?.file else { return [] }
    let before = problems.errorCount
    var objects = KubernetesObjects()
    for document in documents { objects.add(document.root) }
    guard objects.count > 0 else {
      problems.error(
        "no-objects",
        Localized(zh: "这里没有 Kubernetes 对象", en: "there is no object of Kubernetes here"), at: SourceSpan(file: file),
        help: Localized(
          zh: "每个对象都有 `apiVersion` 和 `kind`；Helm 图表请先用 `helm template` 渲染",
          en: "every object has an `apiVersion` and a `kind`; render a Helm chart with `helm template` first"))
      return []
    }
    var bill = KubernetesBill(catalog: catalog, jobs: jobs)
    for node in objects.nodes { bill.add(node: node, &problems) }
    bill.add(
      workloads: KubernetesWorkloads(objects, jobs: jobs, &problems), hasNodes: !objects.nodes.isEmpty, &problems)
    if let stray = objects.strays.first {
      bill.note(
        "no-object", .warning,
        Localized(
          zh: "\(objects.strays.count) 个文档既没有 `apiVersion` 也没有 `kind`，没有读取",
          en: "documents without `apiVersion` and `kind` were not read: \(objects.strays.count)"), at: stray.headSpan)
    }
    bill.finish()
    guard problems.errorCount == before else { return [] }
    var result = BillOfMaterials(project: Project(), lines: bill.lines, file: file)
    result.findings = bill.findings
    return [result]
  }
}
