import Testing

/// Nodes of a cluster: servers with what they report inside.
struct ClusterNodeTests {
  private func node(_ capacity: String, labels: String = "{}", more: String = "", image: String = "Ubuntu 22.04.4 LTS")
    -> String
  {
    """
    ---
    apiVersion: v1
    kind: Node
    metadata: {name: n, labels: \(labels)\(more)}
    status: {capacity: {cpu: '96', pods: '110', \(capacity)}, nodeInfo: {architecture: arm64, osImage: "\(image)"}}

    """
  }

  @Test func `a node is a server with CPU, cards and operating system`() throws {
    let reading = try KubernetesReading(
      node(
        "huawei.com/Ascend910: '8'",
        labels: "{accelerator-type: module-910b-8, feature.node.kubernetes.io/cpu-model.vendor_id: Intel}",
        image: "Kylin Linux Advanced Server V10 (Sword)"))
    #expect(reading.english == "")
    #expect(
      reading.lines == [
        "n: server  × 1", "  –: cpu Intel × [1, ∞]",
        "  –: accelerator 华为 huawei.com/Ascend910 × 8 = 1 of 5",
        "  –: os Kylin Linux Advanced Server V10 (Sword) × 1",
      ])
    #expect(reading.codes.isEmpty)
  }

  @Test(arguments: [
    ("nvidia.com/gpu: '8'", "{nvidia.com/gpu.product: NVIDIA-H100-80GB-HBM3, nvidia.com/gpu.count: '8'}", "", "8"),
    ("nvidia.com/gpu: '7'", "{nvidia.com/gpu.count: '8'}", "", "8"),
    ("nvidia.com/gpu: '32'", "{nvidia.com/gpu.product: NVIDIA-T4-SHARED, nvidia.com/gpu.count: '8'}", "", "[1, 8]"),
    ("nvidia.com/gpu: '14'", "{nvidia.com/gpu.product: NVIDIA-A100-SXM4-40GB-MIG-1g.5gb}", "", "[1, 14]"),
    ("nvidia.com/gpu.shared: '32'", "{nvidia.com/gpu.count: '8'}", "", "8"),
    ("nvidia.com/mig-1g.5gb: '7'", "{}", "", "[1, 7]"),
    ("nvidia.com/gpu: '80'", "{}", ", annotations: {hami.io/node-nvidia-register: x}", "[1, 80]"),
    ("nvidia.com/gpu: '0'", "{}", "", "0"), ("vendor.example/npu: '8'", "{}", "", "[0, 8]"),
    ("huawei.com/Ascend910: '16'", "{node.kubernetes.io/npu.chip.name: Ascend910C}", "", "[8, 16]"),
  ])
  func `cards of a node`(capacity: String, labels: String, more: String, cards: String) throws {
    let reading = try KubernetesReading(node(capacity, labels: labels, more: more))
    #expect(reading.english == "")
    #expect(reading.accelerators == cards)
  }

  @Test func `labels name the server and the card`() throws {
    let reading = try KubernetesReading(
      node(
        "nvidia.com/gpu: '8'",
        labels: "{nvidia.com/gpu.machine: DGX-H100, nvidia.com/gpu.product: NVIDIA-H100-80GB-HBM3-SHARED}"))
    #expect(reading.lines.first == "n: server DGX-H100 × 1")
    #expect(reading.lines.contains("  –: accelerator NVIDIA NVIDIA-H100-80GB-HBM3 × [1, 8]"))
  }

  @Test func `what workloads ask for is in the nodes of the same stream`() throws {
    let reading = try KubernetesReading(
      node("amd.com/gpu: '8'")
        + "---\n{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{resources: {limits: {amd.com/gpu: 4}}}]}}\n"
    )
    #expect(reading.accelerators == "8")
    #expect(reading.codes == ["workloads-on-nodes"])
  }

  @Test func `a node without status may have anything`() throws {
    let reading = try KubernetesReading("{apiVersion: v1, kind: Node, metadata: {name: n}}")
    #expect(reading.lines == ["n: server  × 1", "  –: cpu  × [1, ∞]", "  –: accelerator  × [0, ∞]", "  –: os  × 1"])
    #expect(reading.codes == ["no-capacity", "os-unknown"])
  }
}
