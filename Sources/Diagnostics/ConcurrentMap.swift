internal import Dispatch

/// The results of `body` for every item, in order, computed side by side; a single item is done where it stands.
package func concurrentMap<Item: Sendable, Result: Sendable>(
  _ items: [Item], _ body: @Sendable (Item) -> Result
) -> [Result] {
  guard items.count > 1 else { return items.map(body) }
  let results = Guarded<[Result?]>(Array(repeating: nil, count: items.count))
  DispatchQueue.concurrentPerform(iterations: items.count) { index in
    let result = body(items[index])
    results.withLock { $0[index] = result }
  }
  return results.withLock { $0.compactMap(\.self) }
}

/// The results of `body` for every item and all problems, in the order of the items, computed by up to `jobs` threads
/// where there are many items. No warning may be among the problems: which of too many are kept would rest on `jobs`.
package func concurrentMap<Item: Sendable, Result: Sendable>(
  _ items: [Item], jobs: Int, _ problems: inout Problems, _ body: @Sendable (Item, inout Problems) -> Result
) -> [Result] {
  // More slices than threads: one that has the larger items leaves the last slices to the others.
  let length = jobs > 1 ? max(32, items.count / (4 * jobs)) : max(1, items.count)
  let slices = stride(from: 0, to: items.count, by: length).map { items[$0..<min($0 + length, items.count)] }
  let parts = concurrentMap(slices) { slice in
    var problems = Problems()
    return (results: slice.map { body($0, &problems) }, problems: problems)
  }
  for part in parts { problems.add(part.problems) }
  return parts.flatMap(\.results)
}
