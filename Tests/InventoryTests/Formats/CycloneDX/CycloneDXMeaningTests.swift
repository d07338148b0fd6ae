import Diagnostics
import Inventory
import Testing

/// What single fields mean, and what they do not.
struct CycloneDXMeaningTests {
  private func reading(_ components: String, rest: String = "", version: String = "1.6") throws -> CycloneDXReading {
    try CycloneDXReading(
      "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"\(version)\"\(rest.isEmpty ? "" : ", " + rest), \"components\": [\(components)]}"
    )
  }

  private func outline(_ components: String, rest: String = "") throws -> String {
    let reading = try reading(components, rest: rest)
    #expect(reading.problems.isEmpty, "\(reading.faults())")
    return try #require(reading.bills.first).componentOutline
  }

  private func codes(_ components: String, rest: String = "") throws -> [String] {
    try #require(try reading(components, rest: rest).bills.first).findings.map(\.code)
  }

  private func device(_ fields: String = "", _ properties: [(String, String)] = []) -> String {
    let list = properties.map { "{\"name\": \"\($0.0)\", \"value\": \"\($0.1)\"}" }.joined(separator: ", ")
    return "{\"type\": \"device\", \"name\": \"X\"\(fields.isEmpty ? "" : ", " + fields), \"properties\": [\(list)]}"
  }

  @Test(arguments: [
    ("8", "8", []), ("1", "1", []), ("2.5", "2.5", ["fractional-quantity"]), ("", "[0, ∞]", ["quantity-unknown"]),
    ("unknown", "[0, ∞]", ["quantity-unknown"]), ("N/A", "[0, ∞]", ["quantity-unknown"]), ("1e2", "100", []),
  ])
  func `a quantity is a text that says a number`(text: String, quantity: String, findings: [String]) throws {
    let part = device("", [("cdx:device:quantity", text), ("cdx:device:function", "memory")])
    #expect(try outline(part) == "1 memory × \(quantity) – | X")
    #expect(try codes(part) == findings)
  }

  @Test func `there is no line of what there is none of`() throws {
    let bill = try #require(
      try reading(device("", [("cdx:device:quantity", "0")]) + ", " + device("", [("cdx:device:function", "memory")]))
        .bills.first)
    #expect(bill.componentOutline == "1 memory × 1 – | X")
    #expect(bill.findings.map(\.code) == ["no-pieces", "quantity-assumed"])
    #expect(bill.findings[0].message.zh == "“X”的数量为 0，没有成为清单行")
  }

  @Test(arguments: [
    (
      "\"quantity\": {\"value\": 6}, \"boardLocation\": {\"designators\": [\"C1\", \"C2\", \"C3\", \"C4\", \"C5\", \"C6\"]}",
      "6", []
    ),
    ("\"quantity\": {\"value\": 3, \"unit\": \"EA\"}", "3", []),
    ("\"quantity\": {\"value\": 3, \"unit\": \"kg\"}", "[0, ∞]", ["quantity-unknown"]),
    (
      "\"quantity\": {\"value\": 6}, \"boardLocation\": {\"designators\": [\"C1\", \"C2\"]}", "[2, 6]",
      ["quantity-conflict"]
    ),
  ])
  func `2.0 counts by quantity and by places on the board`(fields: String, quantity: String, findings: [String]) throws
  {
    let part = device(fields, [("cdx:device:function", "memory")])
    #expect(try outline(part) == "1 memory × \(quantity) – | X")
    #expect(try codes(part) == findings)
  }

  @Test func `quantities of parts are per unit of what contains them`() throws {
    let inner = device("", [("cdx:device:quantity", "8"), ("cdx:device:function", "gpu")])
    let outer = device("\"components\": [\(inner)]", [("cdx:device:quantity", "2"), ("cdx:device:function", "server")])
    #expect(try outline(outer) == "1 server × 2 – | X\n1/1 accelerator × 8 – | X")
    #expect(try codes(outer) == ["nested-quantity"])
  }

  @Test(arguments: [
    ("\"manufacturer\": {\"name\": \"A\"}, \"supplier\": {\"name\": \"B\"}", "A | X; supplier B", []),
    ("\"supplier\": {\"name\": \"B\"}", "– | X; supplier B", ["supplier-only"]),
    ("\"publisher\": \"P\"", "– | X", []),
    ("\"manufacturer\": {\"name\": \"Not Specified\"}", "– | X", ["placeholder"]),
    ("\"manufacturer\": {\"name\": \"A\", \"address\": {\"country\": \"CN\"}}", "A | X", ["address-is-no-origin"]),
  ])
  func `the maker is whom the document calls so`(fields: String, names: String, findings: [String]) throws {
    let part = device(fields, [("cdx:device:quantity", "1"), ("cdx:device:function", "memory")])
    #expect(try outline(part) == "1 memory × 1 \(names)")
    #expect(try codes(part) == findings)
  }

  @Test(arguments: [
    ("\"publisher\": \"麒麟软件\"", "麒麟软件 | S 1"), ("\"author\": \"统信软件\"", "统信软件 | S 1"),
    ("\"author\": \"Jane Doe\"", "– | S 1"),
  ])
  func `software is made by its publisher, or by an author whom the catalogue knows`(fields: String, names: String)
    throws
  {
    #expect(
      try outline("{\"type\": \"operating-system\", \"name\": \"S\", \"version\": \"1\", \(fields)}")
        == "1 os × 1 \(names)")
  }

  @Test(arguments: [
    ("鲲鹏920", "cpu"), ("昇腾910B3", "accelerator"), ("Atlas 800T A2", "server"), ("Widget 3000", "other"),
  ])
  func `a device that says nothing of its kind has that of the catalogue`(name: String, kind: String) throws {
    let part =
      "{\"type\": \"device\", \"name\": \"\(name)\", \"properties\": [{\"name\": \"cdx:device:quantity\", \"value\": \"1\"}]}"
    #expect(try outline(part) == "1 \(kind) × 1 – | \(name)")
    #expect(try codes(part) == (kind == "other" ? ["unmapped-kind"] : []))
  }

  @Test(arguments: [
    ("{\"type\": \"device\", \"name\": \"S\"}", "1 other × 1 – | S\n1/1 memory × 1 – | X"),
    ("{\"type\": \"platform\", \"name\": \"S\"}", "1 memory × 1 – | X"),
    ("{\"type\": \"platform\", \"name\": \"Atlas 800T A2\"}", "1 server × 1 – | Atlas 800T A2\n1/1 memory × 1 – | X"),
    ("{\"type\": \"application\", \"name\": \"S\"}", "1 memory × 1 – | X"),
    ("{\"type\": \"operating-system\", \"name\": \"S\", \"version\": \"2\"}", "1 os × 1 – | S 2\n2 memory × 1 – | X"),
    (
      "{\"type\": \"application\", \"name\": \"S\", \"properties\": [{\"name\": \"bomgate:kind\", \"value\": \"middleware\"}]}",
      "1 middleware × 1 – | S\n2 memory × 1 – | X"
    ),
  ])
  func `what the document is about contains the rest only where it is a device`(subject: String, lines: String) throws {
    let part = device("", [("cdx:device:quantity", "1"), ("cdx:device:function", "memory")])
    #expect(try outline(part, rest: "\"metadata\": {\"component\": \(subject)}") == lines)
  }

  @Test func `the maker of the subject may stand in the metadata of old documents`() throws {
    #expect(
      try outline(
        "",
        rest:
          "\"metadata\": {\"component\": {\"type\": \"device\", \"name\": \"S\"}, \"manufacture\": {\"name\": \"M\"}}")
        == "1 other × 1 M | S")
  }

  @Test(arguments: ["\"scope\": \"optional\"", "\"scope\": \"excluded\"", "\"isExternal\": true"])
  func `what is not delivered is an option`(field: String) throws {
    let part = device(field, [("cdx:device:quantity", "1"), ("cdx:device:function", "memory")])
    #expect(try outline(part) == "1 memory × 1 – | X; option")
    #expect(try codes(part) == ["not-delivered"])
  }

  @Test func `a reference that is not the only one is no id`() throws {
    let part = device("\"bom-ref\": \"a\"", [("cdx:device:quantity", "1"), ("cdx:device:function", "memory")])
    #expect(try outline(part + ", " + part) == "a memory × 1 – | X\n2 memory × 1 – | X")
    #expect(try codes(part + ", " + part) == ["duplicate-ref"])
  }

  @Test func `what is inside a library is not lost`() throws {
    let part = device("", [("cdx:device:quantity", "1"), ("cdx:device:function", "memory")])
    #expect(
      try outline("{\"type\": \"container\", \"name\": \"c\", \"components\": [\(part)]}") == "1 memory × 1 – | X")
  }

  @Test func `a document of libraries has no lines and says so`() throws {
    let bill = try #require(
      try reading("{\"type\": \"library\", \"name\": \"l\"}", rest: "\"services\": [{\"name\": \"s\"}]").bills.first)
    #expect(bill.lines.isEmpty)
    #expect(bill.findings.map(\.code) == ["components-skipped", "no-lines"])
    #expect(bill.findings[0].message.en == "no products that one buys by themselves, so no lines: service 1, library 1")
  }

  @Test(arguments: [
    (
      "{\"stage\": \"manufactured\", \"distribution\": [{\"isoCode\": \"CN\", \"percentage\": 100}]}",
      "; made in code(\"CN\")", []
    ),
    (
      "{\"stage\": \"assembled\", \"distribution\": [{\"isoCode\": \"CN-GD\", \"percentage\": 100.0}]}",
      "; made in code(\"CN\")", []
    ),
    (
      "{\"stage\": \"manufactured\", \"distribution\": [{\"isoCode\": \"CN-TW\", \"percentage\": 100}]}",
      "; made in code(\"TW\")", []
    ),
    (
      "{\"stage\": \"designed\", \"distribution\": [{\"isoCode\": \"US-CA\", \"percentage\": 100}]}",
      "; country code(\"US\")", []
    ),
    (
      "{\"stage\": \"manufactured\", \"distribution\": [{\"isoCode\": \"CN\", \"percentage\": 33.3}, {\"isoCode\": \"CN\", \"percentage\": 33.3}, {\"isoCode\": \"CN\", \"percentage\": 33.3}]}",
      "; made in code(\"CN\")", []
    ),
    (
      "{\"stage\": \"manufactured\", \"distribution\": [{\"isoCode\": \"CN\", \"percentage\": 99}, {\"isoCode\": \"US\", \"percentage\": 1}]}",
      "",
      ["mixed-origin"]
    ),
    (
      "{\"stage\": \"manufactured\", \"distribution\": [{\"isoCode\": \"CN\", \"percentage\": 100}, {\"isoCode\": \"US\", \"percentage\": 0}]}",
      "; made in code(\"CN\")", []
    ),
    (
      "{\"stage\": \"manufactured\", \"distribution\": [{\"isoCode\": \"CN\", \"percentage\": 60}]}", "",
      ["origin-shares"]
    ),
    ("{\"distribution\": [{\"isoCode\": \"CN\", \"percentage\": 100}]}", "", ["origin-without-stage"]),
    ("{\"stage\": {\"name\": \"sintered\"}, \"distribution\": [{\"isoCode\": \"CN\", \"percentage\": 100}]}", "", []),
    (
      "{\"stage\": \"manufactured\", \"distribution\": [{\"isoCode\": \"TW\", \"percentage\": 100}]}, {\"stage\": \"assembled\", \"distribution\": [{\"isoCode\": \"CN\", \"percentage\": 100}]}",
      "", ["claims-conflict"]
    ),
    (
      "{\"stage\": \"manufactured\", \"distribution\": [{\"isoCode\": \"TW\", \"percentage\": 100}]}, {\"stage\": \"assembled\", \"distribution\": [{\"isoCode\": \"MY\", \"percentage\": 100}]}",
      "; made in notChina", []
    ),
  ])
  func `shares of origin say where something was made only where they agree`(
    origins: String, claims: String, findings: [String]
  ) throws {
    let part = device("\"origins\": [\(origins)]", [("cdx:device:quantity", "1"), ("cdx:device:function", "memory")])
    #expect(try outline(part) == "1 memory × 1 – | X\(claims)")
    #expect(try codes(part) == findings)
  }

  @Test func `our own claim is held against what the document says elsewhere`() throws {
    let origins =
      "\"origins\": [{\"stage\": \"manufactured\", \"distribution\": [{\"isoCode\": \"CN\", \"percentage\": 100}]}]"
    func part(_ made: String) -> String {
      device(origins, [("cdx:device:quantity", "1"), ("cdx:device:function", "memory"), ("bomgate:made_in", made)])
    }
    #expect(try outline(part("CN")) == "1 memory × 1 – | X; made in code(\"CN\")")
    #expect(try outline(part("US")) == "1 memory × 1 – | X")
    #expect(try codes(part("US")) == ["claims-conflict"])
  }

  @Test(arguments: [
    ("\"jurisdiction\": \"CN\"", "", "; country code(\"CN\")", []),
    ("\"jurisdiction\": \"CHE\"", "", "; country notChina", []),
    ("\"jurisdiction\": \"CN\"", ", \"relations\": {\"parent\": \"own\"}", "; country code(\"US\")", []),
    ("\"jurisdiction\": \"CN\"", ", \"relations\": {\"parent\": \"gone\"}", "", ["unknown-owner"]),
    ("\"jurisdiction\": \"CN\"", ", \"relations\": {\"parent\": \"m\"}", "", ["unknown-owner"]),
    ("\"legalName\": \"M Ltd\"", "", "", []),
  ])
  func `who controls a maker is whoever stands above it`(
    organization: String, relations: String, claims: String, findings: [String]
  ) throws {
    let parties = """
      "parties": [
        {"bom-ref": "m", "roles": [{"role": "manufacturer"}], "organization": {"name": "M", \(organization)}\(relations)},
        {"bom-ref": "own", "roles": [{"role": "owner"}], "organization": {"name": "O", "jurisdiction": "US-DE"}}
      ]
      """
    let part = device(parties, [("cdx:device:quantity", "1"), ("cdx:device:function", "memory")])
    #expect(try outline(part) == "1 memory × 1 M | X\(claims)")
    #expect(try codes(part) == findings)
  }

  @Test func `of several makers none is the vendor`() throws {
    let parties = """
      "parties": [
        {"roles": [{"role": "manufacturer", "order": 1}], "organization": {"name": "M", "jurisdiction": "CN"}},
        {"roles": [{"role": "manufacturer", "order": 2}], "organization": {"name": "N", "jurisdiction": "DE"}}
      ]
      """
    let part = device(parties, [("cdx:device:quantity", "1"), ("cdx:device:function", "memory")])
    #expect(try outline(part) == "1 memory × 1 – | X")
    #expect(try codes(part) == ["several-makers"])
  }

  @Test func `a group of parts is summed, alternates never are`() throws {
    func choice(_ how: String) -> String {
      func gpu(_ name: String, _ count: Int) -> String {
        "{\"type\": \"device\", \"name\": \"\(name)\", \"quantity\": {\"value\": \(count)}, \"properties\": [{\"name\": \"cdx:device:function\", \"value\": \"gpu\"}]}"
      }
      return
        "{\"type\": \"component-choice\", \"operator\": \"\(how)\", \"components\": [\(gpu("A100", 4)), \(gpu("Q-9", 6))]}"
    }
    #expect(try outline(choice("AND")) == "1 accelerator × 4 – | A100\n2 accelerator × 6 – | Q-9")
    // One of them is in no catalogue, so that nothing is known of what is there.
    #expect(try outline(choice("XOR")) == "1 accelerator × [4, 6] – | –")
    #expect(try outline(choice("OR")) == "1 accelerator × [4, 10] – | –")
    #expect(try codes(choice("XOR")) == ["alternates"])
  }

  @Test(arguments: [
    ("ARM", "– | P"), ("0x48", "– | P"), ("HygonGenuine", "HygonGenuine | P"),
  ])
  func `who designed a core is not whose processor it is`(maker: String, names: String) throws {
    let part = """
      {"type": "device", "name": "P", "version": "arm64", "manufacturer": {"name": "\(maker)"},
       "properties": [{"name": "cdx:hbom:hardwareClass", "value": "processor"}]}
      """
    let lines = try outline(part, rest: "\"metadata\": {\"component\": {\"type\": \"device\", \"name\": \"S\"}}")
    #expect(lines == "1 other × 1 – | S\n1/1 cpu × [1, ∞] \(names)")
  }

  @Test(arguments: [
    ("{\"bomFormat\": \"CycloneDX\"}", true), ("{\"specFormat\": \"CycloneDX\"}", true),
    ("{\"bomFormat\": \"x\"}", true),
    ("{\"$schema\": \"http://cyclonedx.org/schema/bom-1.6.schema.json\"}", true), ("{\"bom\": 1}", false),
    ("[]", false),
    ("\"bomFormat\"", false),
  ])
  func `it is recognised by the format or the schema that it names`(text: String, isOne: Bool) throws {
    #expect(try CycloneDXReading.recognises(text) == isOne)
  }
}
