import Diagnostics
import Engine
import Foundation
import Seeds
import Testing

/// Streams with something wrong, and everything that is said about them.
struct KubernetesFaultTests {
  struct Fault: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String
    var english: String
    var chinese: String
  }

  static let faults: [Fault] = [
    Fault(
      testDescription: "a template that is no YAML",
      text: "apiVersion: apps/v1\nkind: Deployment\n# {{ a comment }}\nspec:\n  replicas: {{ .Values.replicas }}\n",
      english: """
        stream.yaml:5:13: error: this is a template that was not rendered, so its numbers do not exist yet [unrendered-template]
          5 |   replicas: {{ .Values.replicas }}
            |             ^^
          help: fill it in first, with `helm template` or `envsubst` for example, and check what that writes
        """,
      chinese: "这是没有渲染的模板，数量还不存在|先用 `helm template` 或 `envsubst` 等工具填好，再检查它的输出"),
    Fault(
      testDescription: "a template that is YAML by chance",
      text:
        "apiVersion: v1\nkind: Pod\nspec: {containers: [{resources: {limits: {amd.com/gpu: \"{{ .Values.cards }}\"}}}]}\n",
      english: """
        stream.yaml:3:56: error: this is a template that was not rendered, so its numbers do not exist yet [unrendered-template]
          3 | spec: {containers: [{resources: {limits: {amd.com/gpu: "{{ .Values.cards }}"}}}]}
            |                                                        ^^^^^^^^^^^^^^^^^^^^^
          help: fill it in first, with `helm template` or `envsubst` for example, and check what that writes
        """,
      chinese: "这是没有渲染的模板，数量还不存在|先用 `helm template` 或 `envsubst` 等工具填好，再检查它的输出"),
    Fault(
      testDescription: "replicas that a shell should have filled in",
      text:
        "apiVersion: apps/v1\nkind: Deployment\nspec: {replicas: \"${REPLICAS}\", template: {spec: {containers: [{}]}}}\n",
      english: """
        stream.yaml:3:18: error: this is a template that was not rendered, so its numbers do not exist yet [unrendered-template]
          3 | spec: {replicas: "${REPLICAS}", template: {spec: {containers: [{}]}}}
            |                  ^^^^^^^^^^^^^
          help: fill it in first, with `helm template` or `envsubst` for example, and check what that writes
        """,
      chinese: "这是没有渲染的模板，数量还不存在|先用 `helm template` 或 `envsubst` 等工具填好，再检查它的输出"),
    Fault(
      testDescription: "cards that are no whole number, and replicas that are none",
      text:
        "apiVersion: apps/v1\nkind: Deployment\nspec: {replicas: -1, template: {spec: {containers: [{resources: {limits: {amd.com/gpu: 0.5}}}]}}}\n",
      english: """
        stream.yaml:3:18: error: the number `-1` of replicas is no whole number [bad-count]
          3 | spec: {replicas: -1, template: {spec: {containers: [{resources: {limits: {amd.com/gpu: 0.5}}}]}}}
            |                  ^^
          help: write a whole number such as 0, 1 or 8
        stream.yaml:3:88: error: the number `0.5` of `amd.com/gpu` is no whole number [bad-count]
          3 | …rs: [{resources: {limits: {amd.com/gpu: 0.5}}}]}}}
            |                                          ^^^
          help: write a whole number such as 0, 1 or 8
        """,
      chinese: "副本的数量 `-1` 不是整数|写 0、1、8 这样的整数\n`amd.com/gpu`的数量 `0.5` 不是整数|写 0、1、8 这样的整数"),
    Fault(
      testDescription: "counts past all bounds",
      text:
        "apiVersion: x/v1\nkind: X\na: {replicas: 999999999999999999, b: {replicas: 999999999999999999, c: {replicas: 999999999999999999, containers: [{}]}}}\n",
      english: """
        stream.yaml:3:72: error: replicas times cards is past what exact arithmetic holds [overflow]
          3 | …9, b: {replicas: 999999999999999999, c: {replicas: 999999999999999999, containers: [{}]}}}
            |                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        """,
      chinese: "副本与卡数之积超出精确计算的范围"),
    Fault(
      testDescription: "a file of values and no manifest", text: "replicaCount: 2\nimage: {tag: latest}\n",
      english: """
        stream.yaml: error: there is no object of Kubernetes here [no-objects]
          help: every object has an `apiVersion` and a `kind`; render a Helm chart with `helm template` first
        """,
      chinese: "这里没有 Kubernetes 对象|每个对象都有 `apiVersion` 和 `kind`；Helm 图表请先用 `helm template` 渲染"),
  ]

  @Test(arguments: faults)
  func `a fault is told with its place and what to do`(_ fault: Fault) throws {
    let reading = try KubernetesReading(fault.text)
    #expect(reading.bills.isEmpty)
    #expect(reading.english == fault.english)
    #expect(reading.chinese.joined(separator: "\n") == fault.chinese)
  }

  @Test func `braces in a text that is YAML and no template are a text`() throws {
    let reading = try KubernetesReading(
      "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{image: 'ubuntu：22.04', args: ['{{ x }}'], resources: {limits: {amd.com/gpu: 1}}}]}}"
    )
    #expect(reading.accelerators == "1")
  }

  @Test func `JSON reads as YAML does`() throws {
    let reading = try KubernetesReading(
      #"{"apiVersion":"v1","kind":"List","items":[{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p"},"spec":{"containers":[{"resources":{"limits":{"amd.com/gpu":"1"}}}]}}]}"#,
      name: "dump.json")
    #expect(reading.lines == ["p: accelerator AMD amd.com/gpu × 1 = 1 of 6"])
  }

  @Test func `many pods side by side and many resources in one are read in a time that their number tells`() throws {
    let pods = (0..<20_000).map { "a\($0): {containers: [{}]}" }.joined(separator: ", ")
    #expect(try KubernetesReading("{apiVersion: x/v1, kind: X, spec: {\(pods)}}").lines.isEmpty)
    let limits = (0..<20_000).map { "x.example/r\($0): 1" }.joined(separator: ", ")
    let reading = try KubernetesReading(
      "{apiVersion: v1, kind: Pod, spec: {containers: [{resources: {limits: {\(limits)}, requests: {\(limits)}}}]}}")
    #expect(reading.lines.count == 20_000)
  }

  @Test(arguments: 0..<4)
  func `a damaged stream gives a bill or problems`(part: Int) throws {
    let path = Repository.path("Tests/InventoryTests/Fixtures/kubernetes/cluster.yaml")
    let twin = try InputFile.read(path)
    var random = SeededGenerator(seed: UInt64(part))
    for _ in 0..<400 {
      var bytes = twin
      for _ in 0...Int.random(in: 0..<4, using: &random) { bytes.damage(&random) }
      let reading = try KubernetesReading(bytes: bytes, name: "stream.yaml")
      #expect(reading.bills.count <= 1)
      #expect(reading.bills.isEmpty || !reading.problems.hasErrors)
    }
  }

  @Test func `the twin of a cluster reads whole`() throws {
    let path = Repository.path("Tests/InventoryTests/Fixtures/kubernetes/cluster.yaml")
    let reading = try KubernetesReading(bytes: InputFile.read(path), name: "cluster.yaml")
    #expect(reading.english == "")
    #expect(
      reading.lines == [
        "train/pretrain/Master: accelerator 华为 huawei.com/Ascend910 × 8 = 1 of 5",
        "train/pretrain/Worker: accelerator 华为 huawei.com/Ascend910 × 24 = 1 of 5",
        "serve/chat: accelerator 寒武纪 cambricon.com/mlu370 × 4 = 1 of 4",
        "serve/draw: accelerator NVIDIA nvidia.com/gpu × [1, 6] = 1 of 27",
        "nightly: accelerator 海光 hygon.com/dcu × 2 = 1 of 5",
        "probe: accelerator vendor.example/card × [0, ∞]",
      ])
    #expect(
      reading.codes == ["replicas-unknown", "unclassified-resource", "shares", "not-a-count"])
  }
}

extension [UInt8] {
  /// Changes, removes, doubles or inserts something somewhere.
  mutating func damage(_ random: inout SeededGenerator) {
    guard !isEmpty else { return }
    let place = Int.random(in: 0..<count, using: &random)
    let end = Swift.min(count, place + Int.random(in: 1..<40, using: &random))
    switch Int.random(in: 0..<6, using: &random) {
    case 0: self[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1: removeSubrange(place..<end)
    case 2: insert(Array("{}[]:,-\"'#&*\n 0".utf8).randomElement(using: &random) ?? 0, at: place)
    case 3: removeLast(count - place)
    case 4: insert(contentsOf: Array(self[place..<end]), at: Int.random(in: 0..<count, using: &random))
    default: replaceSubrange(place..<end, with: "99999999999999999999".utf8)
    }
  }
}
