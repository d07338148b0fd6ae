import Diagnostics
import Seeds
import Testing

/// Streams that are long enough for several threads.
struct LongStreamTests {
  @Test(arguments: [0, 40])
  func `a stream read by several threads says the same in the same order`(faults: Int) throws {
    let text = Self.stream(faults: faults)
    let one = try KubernetesReading(text)
    #expect(faults > 0 ? one.problems.errorCount >= 20 : one.lines.count > 1_000)
    for jobs in [2, 3, 8] {
      let several = try KubernetesReading(text, jobs: jobs)
      #expect(several.lines == one.lines)
      #expect(several.findings(.en) == one.findings(.en))
      #expect(several.english == one.english)
    }
  }

  /// A stream of 2,000 workloads, of which so many ask for what is no number.
  private static func stream(faults: Int) -> String {
    var random = SeededGenerator(seed: 7)
    return (0..<2_000).map { number in
      let cards = number % 50 == 0 && number / 50 < faults ? "many" : String(Int.random(in: 0...9, using: &random))
      let resource = ["amd.com/gpu", "nvidia.com/gpu", "example.com/card", "nvidia.com/gpumem"].randomElement(
        using: &random)
      return """
        ---
        apiVersion: apps/v1
        kind: \(random.chance(9) ? "DaemonSet" : "Deployment")
        metadata: {name: w\(random.chance(50) ? 0 : number), namespace: n}
        spec:
          replicas: \(Int.random(in: 0...5, using: &random))
          template:
            spec:
              containers:
              - name: main
                resources: {limits: {\(resource ?? ""): \(cards)}, requests: {\(resource ?? ""): \(random.chance(9) ? "1" : cards)}}

        """
    }.joined()
  }
}
