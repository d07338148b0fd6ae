import Diagnostics
import Engine
import Inventory
import Seeds
import Testing

/// Files of Terraform that are not what `show` writes, and tables with faults.
struct TerraformFaultTests {
  @Test(arguments: [
    (
      #"{"format_version": "2.0", "values": {}}"#,
      "plan.json:1:20: error: unknown format version `2.0` [unknown-version]\n  1 | {\"format_version\": \"2.0\", \"values\": {}}\n    |                    ^^^^^\n  help: this program reads 0.x and 1.x",
      "不认识的格式版本 `2.0`|本程序读 0.x 和 1.x"
    ),
    (
      #"{"version": 4, "terraform_version": "1.9", "serial": 1, "lineage": "x", "resources": []}"#,
      "plan.json:1:1: error: this is a state as Terraform keeps it, in a form that is no interface [raw-state]\n  1 | {\"version\": 4, \"terraform_version\": \"1.9\", \"serial\": 1, \"lineage\": \"x\", \"resources\": []}\n    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n  help: run `terraform show -json > state.json` there and check state.json",
      "这是 Terraform 自己保存的状态文件，格式不作保证|在该目录运行 `terraform show -json > state.json`，检查 state.json"
    ),
    (
      #"{"resource": {"aws_instance": {}}}"#,
      "plan.json:1:1: error: there is neither plan nor state of Terraform here: `format_version` is missing [no-plan]\n  1 | {\"resource\": {\"aws_instance\": {}}}\n    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n  help: run `terraform plan -out plan.bin`, then `terraform show -json plan.bin > plan.json`, and check plan.json",
      "这里没有 Terraform 的计划或状态：缺少 `format_version`|先运行 `terraform plan -out plan.bin`，再用 `terraform show -json plan.bin > plan.json`，检查 plan.json"
    ),
  ])
  func `a fault is told with its place and what to do`(text: String, english: String, chinese: String) throws {
    let reading = try TerraformReading(text)
    #expect(reading.bills.isEmpty)
    #expect(reading.english == english)
    #expect(reading.chinese == [chinese])
  }

  @Test func `a number of nodes that is none is refused`() throws {
    let reading = try TerraformReading(changes: [
      TerraformReading.Change("aws_autoscaling_group.p", #""desired_capacity": 1.5"#)
    ])
    #expect(reading.bills.isEmpty)
    #expect(reading.chinese == ["节点的数量 `1.5` 不是整数|写 0、1、8 这样的整数"])
  }

  @Test(arguments: [
    (
      "# web\nresource \"aws_instance\" \"web\" {\n  ami = \"a\"\n}\n",
      "main.tf:2:1: error: this is Terraform's own language, which does not tell the resources until variables and modules are filled in [terraform-source]"
    ),
    (
      "\nTerraform will perform the following actions:\n",
      "main.tf:2:1: error: this is what `terraform plan` prints for people [terraform-source]"
    ),
  ])
  func `other texts of Terraform are refused with advice`(text: String, english: String) {
    let refusal = TerraformAdvice.refusal(of: SourceFile(name: "main.tf", bytes: Array(text.utf8)))
    #expect(refusal?.rendered(in: .en).split(separator: "\n").first.map(String.init) == english)
    #expect(refusal?.help?.zh.contains("terraform show -json") == true)
  }

  @Test func `a plan as Terraform keeps it is refused with advice, another archive is not`() {
    let plan = Array("PK\u{3}\u{4}....tfplan....tfstate".utf8)
    #expect(
      TerraformAdvice.refusal(of: plan, name: "plan.bin")?.rendered(in: .en)
        == "plan.bin: error: this is a plan as Terraform keeps it [binary-plan]\n  help: run `terraform show -json plan.bin > plan.json` and check plan.json"
    )
    #expect(TerraformAdvice.refusal(of: Array("PK\u{3}\u{4}....[Content_Types].xml".utf8), name: "x") == nil)
    #expect(TerraformAdvice.refusal(of: [], name: "x") == nil)
  }

  @Test func `everything wrong with the tables is told at once`() {
    let text = """
      instance_types:
        - {provider: acme, types: [a.*], contains: [{kind: cpu, vendor: x}], source: s, checked: 2026-01-01}
        - {provider: acme, types: [a.*], contains: [{component: none}], source: s, checked: soon}
        - {provider: acme, types: [], contains: []}
      cloud_resources:
        acme_instance: {kind: servers, source: s}
        acme_db: {kind: database, engien: e, source: s}
      """
    var found = Problems()
    do {
      _ = try Engine(rules: [RuleFile(path: "catalog/table.yaml", name: "table.yaml", bytes: Array(text.utf8))])
    } catch {
      found = error
    }
    #expect(
      found.sorted.map { "\($0.span?.description ?? "–"): \($0.message.en)" } == [
        "table.yaml:3:30: `acme a.*` is already defined", "table.yaml:3:59: unknown component `none`",
        "table.yaml:3:87: `soon` is not a date", "table.yaml:4:5: `source` is missing",
        "table.yaml:4:5: `checked` is missing",
        "table.yaml:4:29: the list of names of types is empty", "table.yaml:6:25: unknown kind `servers`",
        "table.yaml:7:29: unknown key `engien`",
      ])
  }

  @Test(arguments: 0..<4)
  func `a damaged plan gives a bill or problems`(part: Int) throws {
    let twin = try InputFile.read(Repository.path("Tests/InventoryTests/Fixtures/terraform/plan.json"))
    var random = SeededGenerator(seed: UInt64(part))
    for _ in 0..<400 {
      var bytes = twin
      for _ in 0...Int.random(in: 0..<3, using: &random) { bytes.damage(&random) }
      let reading = try TerraformReading(bytes: bytes, name: "plan.json")
      #expect(reading.bills.isEmpty || !reading.problems.hasErrors)
    }
  }

  @Test func `the twin of a plan reads whole`() throws {
    let path = Repository.path("Tests/InventoryTests/Fixtures/terraform/plan.json")
    let reading = try TerraformReading(bytes: InputFile.read(path), name: "plan.json")
    #expect(reading.english == "")
    #expect(
      reading.lines == [
        "module.train.huaweicloud_compute_instance.node[0]: server kai1s.9xlarge.2 × 1", "  –: cpu 华为 × [1, ∞]",
        "  –: accelerator 华为 昇腾310 × [1, ∞] = acc-ascend-310", "  –: os openEuler 22.03 64bit × 1",
        "module.train.huaweicloud_compute_instance.node[\"b.1\"]: server  × 1", "  –: cpu  × [1, ∞]",
        "  –: accelerator  × [0, ∞]", "  –: os  × 1",
        "huaweicloud_cce_node_pool.web: server kc1.xlarge.4 × 3", "  –: cpu 华为 × [1, ∞]", "  –: os openEuler × 1",
        "huaweicloud_rds_instance.main: database PostgreSQL 14 × 1",
      ])
    #expect(reading.codes == ["known-after-apply", "destroyed", "not-counted"])
  }
}
