import Diagnostics
import Testing

/// Instances, pools and databases of a plan.
struct CloudInstanceTests {
  typealias Change = TerraformReading.Change

  @Test(arguments: [
    (
      "huaweicloud_compute_instance.a", #""flavor_id": "kc1.2xlarge.4", "image_name": "openEuler 22.03 64bit""#,
      ["server kc1.2xlarge.4", "cpu 华为", "os openEuler 22.03 64bit"], "0"
    ),
    (
      "huaweicloud_compute_instance.a", #""flavor_id": "kai1s.4xlarge.2""#,
      ["server kai1s.4xlarge.2", "cpu 华为", "accelerator 华为 昇腾310", "os "], "[1, ∞]"
    ),
    (
      "huaweicloud_compute_instance.a", #""flavor_id": "pi2.8xlarge.4""#,
      ["server pi2.8xlarge.4", "cpu Intel", "accelerator NVIDIA Tesla T4", "os "], "4"
    ),
    (
      "alicloud_instance.a", #""instance_type": "ecs.g8y.2xlarge", "image_id": "aliyun_3_arm64_20G.vhd""#,
      ["server ecs.g8y.2xlarge", "cpu 阿里巴巴 倚天710", "os aliyun_3_arm64_20G.vhd"], "0"
    ),
    (
      "alicloud_instance.a", #""instance_type": "ecs.g7h.xlarge", "image_id": "m-2ze0kub9""#,
      ["server ecs.g7h.xlarge", "cpu 海光", "os "], "0"
    ),
    (
      "alicloud_instance.a", #""instance_type": "ecs.gn7i-c32g1.32xlarge""#,
      ["server ecs.gn7i-c32g1.32xlarge", "cpu ", "accelerator NVIDIA A10", "os "], "4"
    ),
    (
      "alicloud_instance.a", #""instance_type": "ecs.gn7i-c99g1.9xlarge""#,
      ["server ecs.gn7i-c99g1.9xlarge", "cpu ", "accelerator NVIDIA A10", "os "], "[1, ∞]"
    ),
    (
      "tencentcloud_instance.a", #""instance_type": "GT4.41XLARGE948""#,
      ["server GT4.41XLARGE948", "cpu AMD", "accelerator NVIDIA A100 40GB", "os "], "8"
    ),
    (
      "aws_instance.a", #""instance_type": "p4d.24xlarge""#,
      ["server p4d.24xlarge", "cpu Intel", "accelerator NVIDIA A100 40GB", "os "], "8"
    ),
    ("aws_instance.a", #""instance_type": "m7g.large""#, ["server m7g.large", "cpu Amazon Graviton", "os "], "0"),
  ])
  func `an instance has what the table says`(address: String, after: String, parts: [String], cards: String) throws {
    let reading = try TerraformReading(changes: [Change(address, after)])
    #expect(reading.english == "")
    #expect(reading.lines.map { String($0.drop { $0 != ":" }.dropFirst(2).prefix { $0 != "×" }.dropLast()) } == parts)
    #expect(reading.accelerators == cards)
    #expect(reading.codes.isEmpty)
  }

  @Test func `Kunpeng begins with k at Huawei only`() throws {
    let reading = try TerraformReading(changes: [Change("alicloud_instance.a", #""instance_type": "kc1.large.2""#)])
    #expect(reading.lines.dropFirst() == ["  –: cpu  × [1, ∞]", "  –: accelerator  × [0, ∞]", "  –: os  × 1"])
    #expect(
      reading.findings(.en) == [
        "plan.json:1:245: alicloud_instance.a: the table of instance types does not know `kc1.large.2` (alicloud), so its contents are unknown [unknown-instance-type]"
      ])
    #expect(
      reading.findings(.zh) == [
        "plan.json:1:245: alicloud_instance.a: 规格表中没有 `kc1.large.2`（alicloud），内含部件按未知计 [unknown-instance-type]"
      ])
  }

  @Test func `what is only known after apply is unknown`() throws {
    let reading = try TerraformReading(changes: [
      Change("aws_instance.a", "", unknown: #""instance_type": true"#),
      Change(
        "aws_eks_node_group.b", #""instance_types": ["m5.large"], "scaling_config": [{"min_size": 2, "max_size": 6}]"#,
        unknown: #""scaling_config": [{"desired_size": true}]"#),
    ])
    #expect(
      reading.lines == [
        "aws_instance.a: server  × 1", "  –: cpu  × [1, ∞]", "  –: accelerator  × [0, ∞]", "  –: os  × 1",
        "aws_eks_node_group.b: server m5.large × [2, 6]", "  –: cpu Intel × [1, ∞]", "  –: os  × 1",
      ])
    #expect(reading.codes == ["known-after-apply", "known-after-apply"])
  }

  @Test(arguments: [
    ("alicloud_cs_kubernetes_node_pool.p", #""instance_types": ["ecs.g8y.xlarge"], "desired_size": 3"#, "3"),
    ("alicloud_cs_kubernetes_node_pool.p", #""instance_types": ["ecs.g8y.xlarge"], "desired_size": "3""#, "3"),
    (
      "alicloud_cs_kubernetes_node_pool.p",
      #""instance_types": ["ecs.g8y.xlarge"], "scaling_config": [{"min_size": 1, "max_size": 5}]"#, "[1, 5]"
    ),
    ("huaweicloud_cce_node_pool.p", #""flavor_id": "kc1.large.4", "initial_node_count": 4"#, "4"),
    (
      "tencentcloud_kubernetes_node_pool.p",
      #""auto_scaling_config": [{"instance_type": "SA2.LARGE8"}], "min_size": 2, "max_size": 4"#, "[2, 4]"
    ),
    ("aws_autoscaling_group.p", #""min_size": 2, "max_size": 4, "desired_capacity": 3"#, "3"),
    ("aws_eks_node_group.p", #""instance_types": ["m6g.large"]"#, "[0, ∞]"),
  ])
  func `a pool of nodes has a count`(address: String, after: String, count: String) throws {
    let reading = try TerraformReading(changes: [Change(address, after)])
    #expect(reading.lines.first?.hasSuffix(" × \(count)") == true, "\(reading.lines)")
  }

  @Test func `a pool of several types has what all of them have`() throws {
    let same = try TerraformReading(changes: [
      Change(
        "aws_eks_node_group.p",
        #""instance_types": ["m6i.large", "c6i.large"], "scaling_config": [{"desired_size": 2}]"#)
    ])
    #expect(same.lines == ["aws_eks_node_group.p: server  × 2", "  –: cpu Intel × [1, ∞]", "  –: os  × 1"])
    let other = try TerraformReading(changes: [
      Change(
        "aws_eks_node_group.p",
        #""instance_types": ["m6i.large", "m6g.large"], "scaling_config": [{"desired_size": 2}]"#)
    ])
    #expect(other.lines.dropFirst() == ["  –: cpu  × [1, ∞]", "  –: accelerator  × [0, ∞]", "  –: os  × 1"])
    #expect(same.codes == ["several-instance-types"] && other.codes == same.codes)
  }

  @Test func `created, changed, kept and replaced count, destroyed and data do not`() throws {
    let type = #""instance_type": "m5.large""#
    let reading = try TerraformReading(changes: [
      Change("aws_instance.a[0]", type), Change("aws_instance.a[1]", type, actions: #""no-op""#),
      Change("aws_instance.b", type, actions: #""update""#),
      Change("aws_instance.c", type, actions: #""delete", "create""#),
      Change("aws_instance.d", type, actions: #""delete""#), Change("aws_instance.e", type, actions: #""forget""#),
      Change("aws_instance.f", type, actions: #""read""#, mode: "data"),
    ])
    #expect(
      reading.lines.filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != ":" } } == [
        "aws_instance.a[0]", "aws_instance.a[1]", "aws_instance.b", "aws_instance.c",
      ])
    #expect(
      reading.findings(.zh) == ["plan.json:1:947: 2 项资源将被销毁或移出管理，没有计入 [destroyed]"])
  }

  @Test(arguments: [
    ("alicloud_db_instance.d", #""engine": "MySQL", "engine_version": "8.0""#, "MySQL 8.0"),
    ("huaweicloud_rds_instance.d", #""db": [{"type": "PostgreSQL", "version": "14"}]"#, "PostgreSQL 14"),
    ("huaweicloud_gaussdb_opengauss_instance.d", "", "华为 GaussDB"),
    ("tencentcloud_mysql_instance.d", #""engine_version": "5.7""#, "MySQL 5.7"),
  ])
  func `a managed database is a database`(address: String, after: String, name: String) throws {
    let reading = try TerraformReading(changes: [Change(address, after)])
    #expect(reading.lines == ["\(address): database \(name) × 1"])
  }

  @Test func `a resource that nobody knows and that names an instance type makes servers`() throws {
    let reading = try TerraformReading(changes: [
      Change("aws_new_thing.a", #""instance_type": "p4d.24xlarge""#),
      Change("aws_launch_template.b", #""instance_type": "m5.large""#),
    ])
    #expect(reading.lines.first == "aws_new_thing.a: server p4d.24xlarge × [0, ∞]")
    #expect(reading.codes == ["unclassified-resource", "not-counted"])
  }

  @Test func `a state has its resources in modules`() throws {
    let reading = try TerraformReading(
      #"{"format_version": "0.1", "values": {"root_module": {"child_modules": [{"child_modules": [{"resources": [{"address": "module.x.aws_instance.a", "type": "aws_instance", "values": {"instance_type": "m5.large"}}]}]}]}}}"#
    )
    #expect(reading.lines.first == "module.x.aws_instance.a: server m5.large × 1")
  }

  @Test func `a plan that is not complete says so`() throws {
    let reading = try TerraformReading(
      #"{"format_version": "1.2", "errored": true, "planned_values": {"root_module": {}}, "deferred_changes": [{"reason": "x", "resource_change": {"address": "aws_instance.a", "type": "aws_instance", "change": {"actions": ["create"], "after": {"instance_type": "m5.large"}}}}]}"#
    )
    #expect(reading.lines.first == "aws_instance.a: server m5.large × [0, ∞]")
    #expect(reading.codes == ["plan-incomplete", "deferred"])
  }
}
