import Diagnostics
import Testing

/// Extended resources: which count cards, which count shares of them, and which count nothing.
struct ResourceTests {
  private func pod(_ limits: String, replicas: Int = 1, name: String = "p", selector: String = "{}") -> String {
    """
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: \(name)}
    spec:
      replicas: \(replicas)
      template:
        spec: {nodeSelector: \(selector), containers: [{name: a, resources: {limits: {\(limits)}}}]}

    """
  }

  @Test(arguments: [
    ("nvidia.com/gpu: 8", "accelerator NVIDIA nvidia.com/gpu × 8 = 1 of 27"),
    ("huawei.com/Ascend910B3: 8", "accelerator 华为 huawei.com/Ascend910B3 × 8 = acc-ascend-910b3"),
    ("huawei.com/npu: 8", "accelerator 华为 huawei.com/npu × 8"),
    ("cambricon.com/mlu370: 2", "accelerator 寒武纪 cambricon.com/mlu370 × 2 = 1 of 4"),
    ("hygon.com/dcunum: 2", "accelerator 海光 hygon.com/dcunum × 2 = 1 of 5"),
    ("birentech.com/gpu: 2", "accelerator 壁仞 birentech.com/gpu × 2 = 1 of 3"),
    ("habana.ai/gaudi: 8", "accelerator Intel habana.ai/gaudi × 8 = 1 of 2"),
    ("aws.amazon.com/neuron: 4", "accelerator Amazon aws.amazon.com/neuron × 4"),
    ("koordinator.sh/gpu: 200", "accelerator koordinator.sh/gpu × 2"),
  ])
  func `cards are counted`(limits: String, line: String) throws {
    let reading = try KubernetesReading(pod(limits))
    #expect(reading.lines == ["p: " + line])
    #expect(reading.codes.isEmpty)
  }

  @Test(arguments: [
    ("nvidia.com/gpu: 2, nvidia.com/gpumem: 3000, nvidia.com/gpucores: 30", 1, "2"),
    ("nvidia.com/gpu: 2, nvidia.com/gpumem: 3000", 5, "[2, 10]"),
    ("nvidia.com/mig-1g.10gb: 7", 1, "[1, 7]"), ("nvidia.com/gpu.shared: 4", 1, "[1, 4]"),
    ("huawei.com/Ascend910-2c.1cpu.3g: 3", 2, "[1, 6]"), ("cambricon.com/mlu370.share: 2", 1, "[1, 2]"),
    ("mthreads.com/vgpu: 3, mthreads.com/sgpu-memory: 32", 1, "[1, 3]"),
    ("volcano.sh/vgpu-number: 3, volcano.sh/vgpu-memory: 1000", 1, "[1, 3]"),
    ("koordinator.sh/gpu: 50", 3, "[1, 3]"), ("enflame.com/shared-gcu: 4", 1, "[1, 4]"),
    ("volcano.sh/gpu-memory: 1024", 1, "[1, 1024]"), ("huawei.com/npu-core: 20G", 1, "[0, ∞]"),
  ])
  func `shares are on one card at least and on as many cards at most`(
    limits: String, replicas: Int, cards: String
  ) throws {
    let reading = try KubernetesReading(pod(limits, replicas: replicas))
    #expect(reading.accelerators == cards)
    #expect(reading.codes.first == "shares")
  }

  @Test func `shares of several workloads may be on one card, so they are one line`() throws {
    let reading = try KubernetesReading(
      pod("nvidia.com/mig-1g.10gb: 2", replicas: 3, name: "a") + pod("nvidia.com/mig-3g.40gb: 1", name: "b")
        + pod("nvidia.com/gpu: 1", name: "c"))
    #expect(
      reading.lines == [
        "a: accelerator NVIDIA nvidia.com/mig-1g.10gb × [1, 7] = 1 of 27",
        "c: accelerator NVIDIA nvidia.com/gpu × 1 = 1 of 27",
      ])
    #expect(
      reading.findings(.en) == [
        "stream.yaml:8:74: a: these are shares of cards, 7 in 2 places; shares are no cards, so the number of cards is 1 … 7 [shares]"
      ])
    #expect(
      reading.findings(.zh) == ["stream.yaml:8:74: a: 2 处共申请 7 份共享卡；份不是卡，按 1 … 7 张卡计 [shares]"])
  }

  @Test func `virtual cards of one container are apart, those of two may be on one card`() throws {
    func cards(_ containers: String) throws -> String {
      try KubernetesReading(
        "{apiVersion: apps/v1, kind: Deployment, metadata: {name: p}, spec: {replicas: 2, template: {spec: {containers: [\(containers)]}}}}"
      ).accelerators
    }
    let limits = "nvidia.com/gpumem: 3000, nvidia.com/gpu"
    #expect(try cards("{resources: {limits: {\(limits): 3}}}") == "[3, 6]")
    #expect(try cards("{resources: {limits: {\(limits): 1}}}, {resources: {limits: {\(limits): 2}}}") == "[2, 6]")
  }

  @Test func `memory, cores and priorities are no cards`() throws {
    let reading = try KubernetesReading(
      pod(
        "huawei.com/Ascend910B3: 1, huawei.com/Ascend910B3-memory: 20Gi, nvidia.com/priority: 1, qat.intel.com/generic: 2"
      ))
    #expect(reading.accelerators == "1")
    #expect(
      reading.findings(.en).dropFirst() == [
        "stream.yaml:8:101: `huawei.com/Ascend910B3-memory` is no number of cards and was not counted [not-a-count]",
        "stream.yaml:8:138: `nvidia.com/priority` is no number of cards and was not counted [not-a-count]",
        "stream.yaml:8:162: `qat.intel.com/generic` is no number of cards and was not counted [not-a-count]",
      ])
  }

  @Test func `a resource that nobody knows is an unclassified accelerator`() throws {
    let reading = try KubernetesReading(pod("vendor.example/npu: 4, nvidia.com/novelty: 2", replicas: 2))
    #expect(
      reading.lines == [
        "p: accelerator vendor.example/npu × [0, 8]",
        "p/nvidia.com/novelty: accelerator NVIDIA nvidia.com/novelty × [0, 4]",
      ])
    #expect(
      reading.findings(.en).first
        == "stream.yaml:8:74: p: the extended resource `vendor.example/npu` is not known; it counts as unclassified accelerators, at most as many as stated [unclassified-resource]"
    )
    #expect(
      reading.findings(.zh).first
        == "stream.yaml:8:74: p: 不认识扩展资源 `vendor.example/npu`，按未归类的加速卡计，数量至多是所写的数 [unclassified-resource]")
  }

  @Test func `devices that are claimed are unknown and not forgotten`() throws {
    let reading = try KubernetesReading(
      "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {resourceClaims: [{name: gpu, resourceClaimTemplateName: g}], containers: [{resources: {claims: [{name: gpu}]}}]}}"
    )
    #expect(reading.lines == ["p/resourceClaims: accelerator  × [0, ∞]"])
    #expect(reading.codes == ["resource-claim"])
  }

  @Test(arguments: [
    (
      "huawei.com/Ascend910: 8", "{accelerator-type: module-910b-8}",
      "accelerator 华为 huawei.com/Ascend910 × 8 = 1 of 5", []
    ),
    (
      "huawei.com/Ascend910: 16", "{accelerator-type: module-a3-16}",
      "accelerator 华为 huawei.com/Ascend910 × 16 = 1 of 9", ["card-hint"]
    ),
    (
      "nvidia.com/gpu: 8", "{nvidia.com/gpu.product: NVIDIA-A800-SXM4-80GB}",
      "accelerator NVIDIA NVIDIA-A800-SXM4-80GB × 8", []
    ),
    ("huawei.com/Ascend910: 8", "{node.kubernetes.io/npu.chip.name: 910B4}", "accelerator 华为 910B4 × 8", []),
    (
      "huawei.com/Ascend910C: 16", "{}", "accelerator 华为 huawei.com/Ascend910C × [8, 16] = acc-ascend-910c",
      ["dies-counted"]
    ),
    ("amd.com/gpu: 8", "{amd.com/gpu.device-id: 74a1}", "accelerator AMD amd.com/gpu × 8 = acc-amd-mi300x", []),
    ("amd.com/gpu: 8", "{nvidia.com/gpu.product: NVIDIA-T4}", "accelerator AMD amd.com/gpu × 8 = 1 of 6", []),
  ])
  func `a node selector names the card where it is exact`(
    limits: String, selector: String, line: String, codes: [String]
  ) throws {
    let reading = try KubernetesReading(pod(limits, selector: selector))
    #expect(reading.lines == ["p: " + line])
    #expect(reading.codes == codes)
  }

  @Test func `hints without a request are told and count nothing`() throws {
    let reading = try KubernetesReading(pod("cpu: 1", selector: "{accelerator: huawei-Ascend910}"))
    #expect(reading.lines.isEmpty)
    #expect(
      reading.findings(.en) == [
        "stream.yaml:8:40: `p` selects nodes with accelerators (`accelerator`) and asks for none; nothing was counted [card-hint]"
      ])
  }

  @Test func `an annotation that picks cards by part of a name settles nothing`() throws {
    let reading = try KubernetesReading(
      "{apiVersion: v1, kind: Pod, metadata: {name: p, annotations: {nvidia.com/use-gputype: A100}}, spec: {containers: [{resources: {limits: {nvidia.com/gpu: 1}}}]}}"
    )
    #expect(reading.lines == ["p: accelerator NVIDIA nvidia.com/gpu × 1 = 1 of 27"])
    #expect(reading.codes == ["card-hint"])
  }
}
