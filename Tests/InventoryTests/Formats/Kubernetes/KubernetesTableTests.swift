import Diagnostics
import Engine
import Inventory
import Policy
import Testing

/// The table of extended resources and labels, as data with its own faults.
struct KubernetesTableTests {
  private func problems(_ table: String) -> Problems {
    let text = "vendors: {acme: {names: [Acme]}}\n" + table
    do {
      _ = try Engine(rules: [RuleFile(path: "catalog/table.yaml", name: "table.yaml", bytes: Array(text.utf8))])
      return Problems()
    } catch {
      return error
    }
  }

  @Test func `everything wrong with a table is told at once`() {
    let found = problems(
      """
      kubernetes_resources:
        acme.com/**: {vendor: acme, counts: cards, source: s}
        acme.com/gpu: {vendor: acne, counts: card, unit: 0, devices_per_card: {x: 2}, source: s}
        acme.com/mem: {vendor: acme, counts: portion, of: acme.com/gpus}
      kubernetes_labels:
        - {key: acme.com/type, says: modle, source: s}
        - {key: acme.com/id, says: device, source: s}
      """)
    #expect(
      found.sorted.map { "\($0.span?.description ?? "–"): \($0.message.en)" } == [
        "table.yaml:3:3: the name `acme.com/**` has two `*` side by side",
        "table.yaml:4:26: unknown vendor `acne`", "table.yaml:4:40: unknown way of counting `card`",
        "table.yaml:4:52: expected a whole number above 0", "table.yaml:4:74: unknown component `x`",
        "table.yaml:5:17: `source` is missing", "table.yaml:5:53: unknown extended resource `acme.com/gpus`",
        "table.yaml:7:32: unknown meaning of a label `modle`", "table.yaml:8:5: `pci_vendor` is missing",
      ])
  }

  @Test(arguments: [
    ("nvidia.com/gpu", ExtendedResource.Count.cards), ("nvidia.com/mig-1g.5gb", .shares),
    ("nvidia.com/gpumem", .portion), ("nvidia.com/else", .unknown), ("huawei.com/Ascend910B3-memory", .portion),
    ("huawei.com/Ascend910B7-memory", .portion), ("cambricon.com/mlu.smlu.vmemory", .portion),
    ("cambricon.com/mlu370.mim-2m.8gb", .shares), ("iluvatar.ai/MR-V100-vgpu", .shares), ("rdma/hca", .none),
  ])
  func `the closest entry holds`(name: String, count: ExtendedResource.Count) throws {
    let table = try KubernetesReading.engine.get().book.catalog.kubernetes
    #expect(table.resource(named: name)?.count == count)
  }

  @Test(arguments: [
    "gpu.nvidia.com/gpu", "nvidia.com", "NVIDIA.com/gpu", "xnvidia.com/gpu", "example.com/nvidia.com/gpu",
  ])
  func `a name that only looks like a known one is not known`(name: String) throws {
    #expect(try KubernetesReading.engine.get().book.catalog.kubernetes.resource(named: name) == nil)
  }

  @Test func `every entry of a component is in the table, so that it counts`() throws {
    let catalog = try KubernetesReading.engine.get().book.catalog
    for component in catalog.components.values {
      for name in component.resources {
        let resource = catalog.kubernetes.resource(named: name)
        #expect(resource?.count == .cards || resource?.count == .shares, "\(name)")
        #expect(resource?.vendor == component.vendor, "\(name)")
      }
    }
  }
}
