import Diagnostics
import Documents
import Engine
import Inventory
import Policy
import Quantities
import Testing

/// Numbers that no decimal says, such as 7 cards in 3 servers, for each server.
struct FractionTests {
  private static let book = Result { try Engine(rules: RuleFile.builtIn).book }

  private func line(_ fields: String) throws -> (line: Line?, codes: [String]) {
    let book = try Self.book.get()
    var reader = BomReader(vocabulary: book.vocabulary, regions: book.regions, catalog: book.catalog)
    var problems = Problems()
    let text = "bom: 1\nlines: [{kind: cpu, \(fields)}]\n"
    let bill = reader.read(try YAML.document(in: SourceFile(name: "a", bytes: Array(text.utf8))), &problems)
    return (bill?.lines.first, problems.sorted.map(\.code))
  }

  @Test func `a quantity or a spec may be a fraction`() throws {
    let third = try Rational(1, over: 3)
    #expect(try line("quantity: 7/3").line?.quantity == Interval(exactly: Rational(7, over: 3)))
    let range = try line("quantity: {at_least: 1/3, at_most: 2}, specs: {cores: 1/3}").line
    #expect(range?.quantity == Interval(third, Rational(2)))
    #expect(range?.specs == ["cores": .number(Interval(exactly: third))])
  }

  @Test(arguments: [
    ("7/0", "wrong-type"), ("1/2/3", "wrong-type"), ("7/", "wrong-type"), ("\"7/3\"", "wrong-type"),
    ("-7/3", "bad-quantity"), ("0/3", "bad-quantity"),
  ])
  func `what is no fraction above 0 is no quantity`(quantity: String, code: String) throws {
    #expect(try line("quantity: \(quantity)").codes == [code])
  }
}
