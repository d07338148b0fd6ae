import Engine
import Foundation
import Inventory
import Testing

/// Manifests of device plugins and schedulers as their makers publish them, where they are at hand.
struct KubernetesSampleTests {
  static let folder = Repository.path("../shared/samples/kubernetes")
  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder) }

  struct Sample: Sendable {
    var lines: [String]
    var accelerators: String
    var codes: [String] = []
  }

  static let samples: [String: Sample] = [
    "cambricon-deployment.yaml": Sample(
      lines: ["binpack-n1: accelerator 寒武纪 cambricon.com/mlu × 1 = 1 of 6"], accelerators: "1"),
    "hami-ascend-job-910B3.yaml": Sample(
      lines: ["ascend910b3-job: accelerator 华为 huawei.com/Ascend910B3 × 1 = acc-ascend-910b3"], accelerators: "1",
      codes: ["shares", "not-a-count"]),
    "hami-enflame-gcu_use.yaml": Sample(
      lines: [
        "kube-system/gcu-pod-1: accelerator 燧原 enflame.com/gcu × 1 = 1 of 4",
        "kube-system/gcu-pod-2: accelerator 燧原 enflame.com/gcu × 2 = 1 of 4",
      ], accelerators: "3"),
    "hami-hygon-default_use.yaml": Sample(
      lines: ["vdcu-pytorch-demo: accelerator 海光 hygon.com/dcunum × 1 = 1 of 5"], accelerators: "1",
      codes: ["shares", "not-a-count", "not-a-count"]),
    "hami-iluvatar-default_use_BI-V150.yaml": Sample(
      lines: ["BI-V150-poddemo: accelerator 天数智芯 iluvatar.ai/BI-V150-vgpu × 1 = acc-iluvatar-bi-v150"],
      accelerators: "1", codes: ["shares", "not-a-count", "not-a-count"]),
    "hami-kunlun-default_use.yaml": Sample(
      lines: ["xpu-pod: accelerator 昆仑芯 kunlunxin.com/vxpu × 1 = 1 of 3"], accelerators: "1",
      codes: ["shares", "not-a-count"]),
    "hami-metax-gpu-default_use.yaml": Sample(
      lines: ["gpu-pod1: accelerator 沐曦 metax-tech.com/gpu × 1 = 1 of 4"], accelerators: "1"),
    "hami-mthreads-default_use.yaml": Sample(
      lines: ["gpushare-pod-default: accelerator 摩尔线程 mthreads.com/vgpu × 1 = 1 of 4"], accelerators: "1",
      codes: ["shares", "not-a-count", "not-a-count"]),
    "hami-nvidia-default_use.yaml": Sample(
      lines: ["gpu-pod: accelerator NVIDIA nvidia.com/gpu × 1 = 1 of 27"], accelerators: "1",
      codes: ["shares", "not-a-count", "not-a-count"]),
    "hami-nvidia-mig_example.yaml": Sample(
      lines: ["gpu-pod: accelerator NVIDIA nvidia.com/mig-3g.20gb × 1 = 1 of 27"], accelerators: "1",
      codes: ["shares"]),
    "mindcluster-acjob-910b-1x8.yaml": Sample(
      lines: ["trjob/default-test-1x8/Master: accelerator 华为 huawei.com/Ascend910 × 8 = 1 of 9"], accelerators: "8"),
    "mindcluster-deployment-2x16.yaml": Sample(
      lines: ["default-test-deployment-2pod-16npu: accelerator 华为 huawei.com/Ascend910 × 32 = 1 of 9"],
      accelerators: "32", codes: ["card-hint"]),
    "mindcluster-kwok-node-910c.yaml": Sample(
      lines: [
        "kwok-node-910csuperpod-0-0: server  × 1", "  –: cpu  × [1, ∞]",
        "  –: accelerator 华为 huawei.com/Ascend910 × 16 = 1 of 9", "  –: os  × 1",
      ], accelerators: "16", codes: ["os-unknown", "simulated-node"]),
    "rocm-vllm-deployment.yaml": Sample(
      lines: ["default/mistral-7b: accelerator AMD amd.com/gpu × 1 = 1 of 6"], accelerators: "1"),
  ]

  @Test(.enabled(if: isPresent), arguments: samples.keys.sorted())
  func `a published manifest gives its cards`(name: String) throws {
    let sample = try #require(Self.samples[name])
    let reading = try KubernetesReading(bytes: InputFile.read(Self.folder + "/" + name), name: name)
    #expect(reading.english == "")
    #expect(reading.lines == sample.lines)
    #expect(reading.accelerators == sample.accelerators)
    #expect(reading.codes == sample.codes)
    #expect(reading.bills.flatMap(\.lines).allSatisfy { $0.origin == nil && $0.unitPrice == nil })
  }

  @Test(.enabled(if: isPresent)) func `no published manifest is missing in the table`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder).filter { $0 != "SOURCE.txt" }
    #expect(Set(files) == Set(Self.samples.keys))
  }
}
