import Testing

/// Workloads by the shape of their pods: what counts, how many there are, and what is taken together.
struct WorkloadTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String
    var lines: [String]
    var codes: [String] = []

    init(_ name: String, _ text: String, _ lines: [String], _ codes: [String] = []) {
      (testDescription, self.text, self.lines, self.codes) = (name, text, lines, codes)
    }
  }

  /// A pod with one container, as a mapping on one line.
  static func pod(_ limits: String, _ more: String = "") -> String {
    "{\(more)containers: [{name: a, resources: {limits: {\(limits)}}}]}"
  }

  static let amd = "accelerator AMD amd.com/gpu"

  static let counts: [Case] = [
    Case(
      "replicas times cards",
      "{apiVersion: apps/v1, kind: Deployment, metadata: {name: d, namespace: n}, spec: {replicas: 3, template: {spec: \(pod("amd.com/gpu: 2"))}}}",
      ["n/d: \(amd) × 6 = 1 of 6"]),
    Case(
      "a quoted number is the same number",
      "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: \(pod("amd.com/gpu: \"2\""))}",
      ["p: \(amd) × 2 = 1 of 6"]),
    Case(
      "replicas that are not stated are one",
      "{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: s}, spec: {template: {spec: \(pod("amd.com/gpu: 2"))}}}",
      ["s: \(amd) × 2 = 1 of 6"]),
    Case(
      "of a job as many as run at once",
      "{apiVersion: batch/v1, kind: Job, metadata: {name: j}, spec: {parallelism: 4, completions: 9, template: {spec: \(pod("amd.com/gpu: 2"))}}}",
      ["j: \(amd) × 8 = 1 of 6"]),
    Case(
      "of a job no more than are to be completed",
      "{apiVersion: batch/v1, kind: Job, metadata: {name: j}, spec: {parallelism: 4, completions: 3, template: {spec: \(pod("amd.com/gpu: 2"))}}}",
      ["j: \(amd) × 6 = 1 of 6"]),
    Case(
      "completions alone run one after the other",
      "{apiVersion: batch/v1, kind: Job, metadata: {name: j}, spec: {completions: 5, template: {spec: \(pod("amd.com/gpu: 2"))}}}",
      ["j: \(amd) × 2 = 1 of 6"]),
    Case(
      "a cron job holds its pods two levels deeper",
      "{apiVersion: batch/v1, kind: CronJob, metadata: {name: c}, spec: {jobTemplate: {spec: {parallelism: 2, template: {spec: \(pod("amd.com/gpu: 1"))}}}}}",
      ["c: \(amd) × 2 = 1 of 6"]),
    Case(
      "a daemon set runs on nobody knows how many nodes",
      "{apiVersion: apps/v1, kind: DaemonSet, metadata: {name: d}, spec: {template: {spec: \(pod("amd.com/gpu: 1"))}}}",
      ["d: \(amd) × [0, ∞] = 1 of 6"], ["replicas-unknown"]),
    Case(
      "a daemon set of a running cluster says on how many",
      "{apiVersion: apps/v1, kind: DaemonSet, metadata: {name: d}, spec: {template: {spec: \(pod("amd.com/gpu: 1"))}}, status: {desiredNumberScheduled: 5}}",
      ["d: \(amd) × 5 = 1 of 6"]),
    Case(
      "roles of a training job",
      "{apiVersion: mindxdl.gitee.com/v1, kind: AscendJob, metadata: {name: t}, spec: {replicaSpecs: {Master: {replicas: 1, template: {spec: \(pod("huawei.com/Ascend910: 8"))}}, Worker: {replicas: 3, template: {spec: \(pod("huawei.com/Ascend910: 8"))}}}}}",
      [
        "t/Master: accelerator 华为 huawei.com/Ascend910 × 8 = 1 of 9",
        "t/Worker: accelerator 华为 huawei.com/Ascend910 × 24 = 1 of 9",
      ]),
    Case(
      "tasks of a Volcano job",
      "{apiVersion: batch.volcano.sh/v1alpha1, kind: Job, metadata: {name: v}, spec: {minAvailable: 1, tasks: [{name: ps, replicas: 1, template: {spec: \(pod("cpu: 4"))}}, {name: w, replicas: 4, template: {spec: \(pod("amd.com/gpu: 2"))}}]}}",
      ["v/w: \(amd) × 8 = 1 of 6"]),
    Case(
      "counts inside counts multiply",
      "{apiVersion: jobset.x-k8s.io/v1alpha2, kind: JobSet, metadata: {name: s}, spec: {replicatedJobs: [{name: w, replicas: 2, template: {spec: {parallelism: 3, template: {spec: \(pod("amd.com/gpu: 4"))}}}}]}}",
      ["s/w: \(amd) × 24 = 1 of 6"]),
    Case(
      "a group has a leader and one worker less than its size",
      "{apiVersion: leaderworkerset.x-k8s.io/v1, kind: LeaderWorkerSet, metadata: {name: g}, spec: {replicas: 2, leaderWorkerTemplate: {size: 4, leaderTemplate: {spec: \(pod("amd.com/gpu: 1"))}, workerTemplate: {spec: \(pod("amd.com/gpu: 8"))}}}}",
      ["g: \(amd) × 2 = 1 of 6", "g#2: \(amd) × 48 = 1 of 6"], ["duplicate-object"]),
    Case(
      "between the least and the most replicas",
      "{apiVersion: serving.kserve.io/v1beta1, kind: InferenceService, metadata: {name: i}, spec: {predictor: \(pod("amd.com/gpu: 2", "minReplicas: 1, maxReplicas: 4, "))}}",
      ["i/predictor: \(amd) × [2, 8] = 1 of 6"]),
    Case(
      "an autoscaler goes before the replicas",
      "{apiVersion: apps/v1, kind: Deployment, metadata: {name: d, namespace: n}, spec: {replicas: 3, template: {spec: \(pod("amd.com/gpu: 2"))}}}\n---\n{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: h, namespace: n}, spec: {scaleTargetRef: {kind: Deployment, name: d}, maxReplicas: 5}}",
      ["n/d: \(amd) × [2, 10] = 1 of 6"]),
    Case(
      "a kind that nobody knows is counted as it says",
      "{apiVersion: example.com/v1, kind: Fleet, metadata: {name: f}, spec: {ships: [{crew: {replicas: 2, pod: \(pod("amd.com/gpu: 2"))}}]}}",
      ["f/crew: \(amd) × 4 = 1 of 6"]),
    Case(
      "a kind that nobody knows and that states no count",
      "{apiVersion: example.com/v1, kind: Fleet, metadata: {name: f}, spec: {pod: \(pod("amd.com/gpu: 2"))}}",
      ["f: \(amd) × [0, ∞] = 1 of 6"], ["replicas-unknown"]),
    Case(
      "no replicas, no cards",
      "{apiVersion: apps/v1, kind: Deployment, metadata: {name: d}, spec: {replicas: 0, template: {spec: \(pod("amd.com/gpu: 2"))}}}",
      [], ["no-replicas"]),
    Case(
      "a list in a list",
      "{apiVersion: v1, kind: List, items: [{apiVersion: v1, kind: PodList, items: [{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: \(pod("amd.com/gpu: 1"))}]}]}",
      ["p: \(amd) × 1 = 1 of 6"]),
    Case(
      "services and maps are no lines, and an empty document is nothing",
      "---\n---\n{apiVersion: v1, kind: Service, metadata: {name: s}}\n---\n{apiVersion: v1, kind: ConfigMap, data: {pod: 'containers: []'}}",
      []),
    Case(
      "a document that is no object is told", "{apiVersion: v1, kind: Service}\n---\nreplicaCount: 2", [], ["no-object"]
    ),
    Case(
      "two objects of one name are both counted, and told",
      "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: \(pod("amd.com/gpu: 1"))}\n---\n{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: \(pod("amd.com/gpu: 1"))}",
      ["p: \(amd) × 1 = 1 of 6", "p#2: \(amd) × 1 = 1 of 6"], ["duplicate-object"]),
  ]

  @Test(arguments: counts)
  func `pods are counted`(of testCase: Case) throws { try check(testCase) }

  static let owners: [Case] = [
    Case(
      "a deployment, its replica set and its pod are one",
      """
      {apiVersion: apps/v1, kind: Deployment, metadata: {name: d}, spec: {replicas: 1, template: {spec: \(pod("amd.com/gpu: 2"))}}}
      ---
      {apiVersion: apps/v1, kind: ReplicaSet, metadata: {name: d-1, ownerReferences: [{kind: Deployment, name: d, controller: true}]}, spec: {replicas: 1, template: {spec: \(pod("amd.com/gpu: 2"))}}}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: d-1-x, ownerReferences: [{kind: ReplicaSet, name: d-1, controller: true}]}, spec: \(pod("amd.com/gpu: 2"))}
      """, ["d: \(amd) × 2 = 1 of 6"], ["counted-with-owner"]),
    Case(
      "a pod whose replica set was left out is its deployment's",
      """
      {apiVersion: apps/v1, kind: Deployment, metadata: {name: d}, spec: {replicas: 1, template: {spec: \(pod("amd.com/gpu: 2"))}}}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: d-77-x, labels: {pod-template-hash: '77'}, ownerReferences: [{kind: ReplicaSet, name: d-77, controller: true}]}, spec: \(pod("amd.com/gpu: 2"))}
      """, ["d: \(amd) × 2 = 1 of 6"], ["counted-with-owner"]),
    Case(
      "a pod whose owner makes no pods here is counted itself",
      """
      {apiVersion: example.com/v1, kind: Notebook, metadata: {name: n}, spec: {image: x}}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: n-0, ownerReferences: [{kind: Notebook, name: n, controller: true}]}, spec: \(pod("amd.com/gpu: 2"))}
      """, ["n-0: \(amd) × 2 = 1 of 6"]),
    Case(
      "a pod that has ended holds no cards",
      "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: \(pod("amd.com/gpu: 2")), status: {phase: Succeeded}}",
      [], ["ended"]),
  ]

  @Test(arguments: owners)
  func `a pod is counted once`(_ testCase: Case) throws { try check(testCase) }

  static let containers: [Case] = [
    Case(
      "containers are summed", "[{resources: {limits: {amd.com/gpu: 1}}}, {resources: {limits: {amd.com/gpu: 2}}}]",
      "[]", 3),
    Case(
      "a start container counts where it asks for more", "[{resources: {limits: {amd.com/gpu: 1}}}]",
      "[{resources: {limits: {amd.com/gpu: 4}}}, {resources: {limits: {amd.com/gpu: 3}}}]", 4),
    Case(
      "a start container that asks for less runs on the same cards", "[{resources: {limits: {amd.com/gpu: 4}}}]",
      "[{resources: {limits: {amd.com/gpu: 2}}}]", 4),
    Case(
      "a sidecar runs beside the containers", "[{resources: {limits: {amd.com/gpu: 4}}}]",
      "[{restartPolicy: Always, resources: {limits: {amd.com/gpu: 1}}}]", 5),
    Case(
      "a start container runs beside the sidecars before it", "[{resources: {limits: {amd.com/gpu: 1}}}]",
      "[{restartPolicy: Always, resources: {limits: {amd.com/gpu: 1}}}, {resources: {limits: {amd.com/gpu: 4}}}]", 5),
    Case(
      "a sidecar that starts later is not beside it", "[{resources: {limits: {amd.com/gpu: 1}}}]",
      "[{resources: {limits: {amd.com/gpu: 4}}}, {restartPolicy: Always, resources: {limits: {amd.com/gpu: 1}}}]", 4),
  ]

  @Test(arguments: containers)
  func `containers of a pod are taken together`(_ testCase: Case) throws { try check(testCase) }

  static let requests: [Case] = [
    Case("requests that differ", "limits: {amd.com/gpu: 4}, requests: {amd.com/gpu: 2}", "[2, 4]", ["requests-differ"]),
    Case("requests that agree, in other spelling", "limits: {amd.com/gpu: 4}, requests: {amd.com/gpu: '4'}", "4"),
    Case("requests without limits", "requests: {amd.com/gpu: 2}", "2", ["requests-only"]),
  ]

  @Test(arguments: requests)
  func `limits count, and requests are held against them`(_ testCase: Case) throws { try check(testCase) }

  @Test func `what is not asked for makes no line`() throws {
    for limits in ["amd.com/gpu: 0", "cpu: 4, memory: 8Gi", "amd.com/gpu: null"] {
      let reading = try KubernetesReading("{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: \(Self.pod(limits))}")
      #expect(reading.lines.isEmpty && reading.english.isEmpty, "\(limits)")
      #expect(reading.bills.count == 1)
    }
  }

  private func check(_ testCase: Case) throws {
    let reading = try KubernetesReading(testCase.text)
    #expect(reading.english == "")
    #expect(reading.lines == testCase.lines)
    #expect(reading.codes == testCase.codes)
  }
}

extension WorkloadTests.Case {
  /// A pod with containers and init containers that holds so many cards.
  fileprivate init(_ name: String, _ containers: String, _ starters: String, _ cards: Int) {
    self.init(
      name,
      "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {initContainers: \(starters), containers: \(containers)}}",
      ["p: \(WorkloadTests.amd) × \(cards) = 1 of 6"])
  }

  /// A pod with these resources.
  fileprivate init(_ name: String, _ resources: String, _ cards: String, _ codes: [String] = []) {
    self.init(
      name,
      "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{resources: {\(resources)}}]}}",
      ["p: \(WorkloadTests.amd) × \(cards) = 1 of 6"], codes)
  }
}
