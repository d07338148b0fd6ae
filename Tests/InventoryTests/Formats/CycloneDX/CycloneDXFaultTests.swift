import Diagnostics
import Testing

/// What is wrong with a document, with the whole message.
struct CycloneDXFaultTests {
  struct Fault: Sendable {
    var text: String
    var shown: String
  }

  @Test(arguments: [
    Fault(
      text: #"{"bomFormat": "SPDX", "specVersion": "1.6"}"#,
      shown: """
        bom.json:1:15: error: `SPDX` is not CycloneDX [unknown-format]
          1 | {"bomFormat": "SPDX", "specVersion": "1.6"}
            |               ^^^^^^
          help: a CycloneDX document says `"bomFormat": "CycloneDX"`
        """),
    Fault(
      text: #"{"bomFormat": "CycloneDX", "specVersion": "1.8"}"#,
      shown: """
        bom.json:1:43: error: version `1.8` of CycloneDX is not read [unknown-version]
          1 | {"bomFormat": "CycloneDX", "specVersion": "1.8"}
            |                                           ^^^^^
          help: this program reads `1.4`, `1.5`, `1.6`, `1.7`, `2.0`; have the tool export one of these
        """),
    Fault(
      text: #"{"components": []}"#,
      shown: """
        bom.json:1:1: error: `bomFormat` is missing [missing-key]
          1 | {"components": []}
            | ^^^^^^^^^^^^^^^^^^
          help: a CycloneDX document begins with `"bomFormat": "CycloneDX"` and `"specVersion"`
        bom.json:1:1: error: `specVersion` is missing [missing-key]
          1 | {"components": []}
            | ^^^^^^^^^^^^^^^^^^
          help: a CycloneDX document begins with `"bomFormat": "CycloneDX"` and `"specVersion"`
        """),
    Fault(
      text: "[]",
      shown: """
        bom.json:1:1: error: a CycloneDX document must be an object [wrong-type]
          1 | []
            | ^^
        """),
  ])
  func `a document of another format or version is refused`(fault: Fault) throws {
    let reading = try CycloneDXReading(fault.text)
    #expect(reading.bills.isEmpty)
    #expect(reading.faults() == fault.shown)
  }

  @Test(arguments: [
    Fault(
      text: #"{"type": "device"}"#,
      shown: """
        bom.json:2:1: error: the component has no `name` [missing-key]
          2 | {"type": "device"}
            | ^^^^^^^^^^^^^^^^^^
          help: every component needs `type` and `name`
        """),
    Fault(
      text: #"{"type": "hardware", "name": "X"}"#,
      shown: """
        bom.json:2:10: error: unknown component type `hardware` [unknown-value]
          2 | {"type": "hardware", "name": "X"}
            |          ^^^^^^^^^^
          help: known are `application`, `framework`, `library`, `container`, `platform`, `device`, `firmware`, `file`, `data`, `material`, `operating-system`, `device-driver`, `machine-learning-model`, `cryptographic-asset`, `component-choice`
        """),
    Fault(
      text: #"{"type": "device", "name": ["X"]}"#,
      shown: """
        bom.json:2:1: error: the component has no `name` [missing-key]
          2 | {"type": "device", "name": ["X"]}
            | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          help: every component needs `type` and `name`
        bom.json:2:28: error: `name` must be a text [wrong-type]
          2 | {"type": "device", "name": ["X"]}
            |                            ^^^^^
        """),
    Fault(
      text: #"{"type": "device", "name": "X", "components": {}}"#,
      shown: """
        bom.json:2:47: error: `components` must be an array [wrong-type]
          2 | {"type": "device", "name": "X", "components": {}}
            |                                               ^^
        """),
    Fault(
      text: #"{"type": "device", "name": "X", "properties": [{"name": "cdx:device:quantity", "value": "four"}]}"#,
      shown: """
        bom.json:2:89: error: the quantity `four` is not a number [bad-quantity]
          2 | …"name": "cdx:device:quantity", "value": "four"}]}
            |                                          ^^^^^^
          help: write digits only, such as `8`, without a unit; write `unknown` if it is not known
        """),
    Fault(
      text: #"{"type": "device", "name": "X", "properties": [{"name": "cdx:device:quantity", "value": "-1"}]}"#,
      shown: """
        bom.json:2:89: error: the quantity `-1` cannot be negative [bad-quantity]
          2 | …"name": "cdx:device:quantity", "value": "-1"}]}
            |                                          ^^^^
        """),
    Fault(
      text: """
        {"type": "device", "name": "X", "properties": [
        {"name": "cdx:device:quantity", "value": "1"},
        {"name": "cdx:device:quantity", "value": "2"}]}
        """,
      shown: """
        bom.json:4:42: error: `cdx:device:quantity` is given with different values [duplicate-property]
          4 | {"name": "cdx:device:quantity", "value": "2"}]}
            |                                          ^^^
          bom.json:3:42: the first is here
          3 | {"name": "cdx:device:quantity", "value": "1"},
            |                                          ^^^
          help: keep one of them
        """),
    Fault(
      text: """
        {"type": "device", "name": "X", "properties": [
        {"name": "bomgate:unit_pric", "value": "1"}]}
        """,
      shown: """
        bom.json:3:10: error: unknown property `bomgate:unit_pric` [unknown-property]
          3 | {"name": "bomgate:unit_pric", "value": "1"}]}
            |          ^^^^^^^^^^^^^^^^^^^
          help: did you mean `bomgate:unit_price`?
        """),
    Fault(
      text: """
        {"type": "device", "name": "X", "properties": [
        {"name": "BomGate:lot", "value": "1"}]}
        """,
      shown: """
        bom.json:3:10: error: unknown property `BomGate:lot` [unknown-property]
          3 | {"name": "BomGate:lot", "value": "1"}]}
            |          ^^^^^^^^^^^^^
          help: did you mean `bomgate:lot`?
        """),
    Fault(
      text: """
        {"type": "device", "name": "X", "properties": [
        {"name": "bomgate:region", "value": "640000"}]}
        """,
      shown: """
        bom.json:3:10: error: the property `bomgate:region` is about the project and no component [misplaced-property]
          3 | {"name": "bomgate:region", "value": "640000"}]}
            |          ^^^^^^^^^^^^^^^^
          help: move it to the `properties` of `metadata`
        """),
    Fault(
      text: """
        {"type": "device", "name": "X", "properties": [
        {"name": "bomgate:lot", "value": "1"},
        {"name": "bomgate:lot", "value": "1"}]}
        """,
      shown: """
        bom.json:4:10: error: the property `bomgate:lot` is given twice [duplicate-property]
          4 | {"name": "bomgate:lot", "value": "1"}]}
            |          ^^^^^^^^^^^^^
          bom.json:3:10: the first is here
          3 | {"name": "bomgate:lot", "value": "1"},
            |          ^^^^^^^^^^^^^
          help: keep one of them
        """),
    Fault(
      text: """
        {"type": "device", "name": "X", "properties": [
        {"name": "bomgate:unit_price", "value": "1,5"},
        {"name": "bomgate:kind", "value": "gpu"},
        {"name": "bomgate:quantity", "value": "0"}]}
        """,
      shown: """
        bom.json:3:41: error: `1,5` is not a number [wrong-type]
          3 | {"name": "bomgate:unit_price", "value": "1,5"},
            |                                         ^^^^^
          help: write digits only, such as `64` or `1.18`, without a unit
        bom.json:4:35: error: unknown kind `gpu` [unknown-value]
          4 | {"name": "bomgate:kind", "value": "gpu"},
            |                                   ^^^^^
          help: write `accelerator`
        bom.json:5:39: error: the quantity `0` must be above 0 [bad-quantity]
          5 | {"name": "bomgate:quantity", "value": "0"}]}
            |                                       ^^^
          help: leave the line out if there is none; write `unknown` if it is not known; put a discount into the unit prices
        """),
    Fault(
      text: """
        {"type": "device", "name": "X", "properties": [
        {"name": "bomgate:unit_price", "value": "-3"},
        {"name": "bomgate:made_in", "value": "China"},
        {"name": "bomgate:option", "value": "yes"},
        {"name": "bomgate:spec:memory", "value": "64"},
        {"name": "bomgate:spec:memory_gb", "value": "64 TFLOPS"}]}
        """,
      shown: """
        bom.json:3:41: error: the unit price `-3` cannot be negative [negative-price]
          3 | {"name": "bomgate:unit_price", "value": "-3"},
            |                                         ^^^^
          help: a discount is no line of its own; put it into the unit prices
        bom.json:4:38: error: `China` is not a country code [bad-country]
          4 | {"name": "bomgate:made_in", "value": "China"},
            |                                      ^^^^^^^
          help: write two capital letters, such as `CN` or `US`; write `foreign` where only known not to be China
        bom.json:5:37: error: expected `true` or `false` [wrong-type]
          5 | {"name": "bomgate:option", "value": "yes"},
            |                                     ^^^^^
        bom.json:6:10: error: unknown spec `memory` [unknown-spec]
          6 | {"name": "bomgate:spec:memory", "value": "64"},
            |          ^^^^^^^^^^^^^^^^^^^^^
        bom.json:7:45: error: the unit `TFLOPS` of `64 TFLOPS` does not fit here [wrong-unit]
          7 | {"name": "bomgate:spec:memory_gb", "value": "64 TFLOPS"}]}
            |                                             ^^^^^^^^^^^
          help: the unit here is `GB`
        """),
    Fault(
      text: """
        {"type": "device", "name": "X", "origins": [
        {"stage": "manufactured", "distribution": [{"isoCode": "China", "percentage": 100}]}]},
        {"type": "device", "name": "Y", "origins": [
        {"stage": "manufactured", "distribution": [{"isoCode": "CN", "percentage": 120}]}]},
        {"type": "device", "name": "Z", "origins": [{"distribution": [{"isoCode": "CN"}]}]}
        """,
      shown: """
        bom.json:3:56: error: `China` is not a country code [bad-country]
          3 | {"stage": "manufactured", "distribution": [{"isoCode": "China", "percentage": 100}]}]},
            |                                                        ^^^^^^^
          help: write a code of ISO 3166, such as `CN` or `CN-GD`
        bom.json:5:76: error: `120` is no percentage from 0 to 100 [bad-percentage]
          5 | …tion": [{"isoCode": "CN", "percentage": 120}]}]},
            |                                          ^^^
        bom.json:6:63: error: a share of origin needs `isoCode` and `percentage` [wrong-type]
          6 | …me": "Z", "origins": [{"distribution": [{"isoCode": "CN"}]}]}
            |                                          ^^^^^^^^^^^^^^^^^
        """),
    Fault(
      text: """
        {"type": "component-choice", "name": "c", "components": []},
        {"type": "component-choice", "name": "d", "operator": "NOT", "components": []}
        """,
      shown: """
        bom.json:2:1: error: the `component-choice` has no `operator` [missing-key]
          2 | {"type": "component-choice", "name": "c", "components": []},
            | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          help: write `XOR` (one of them), `OR` (any of them) or `AND` (all of them)
        bom.json:3:55: error: unknown operator `NOT` [unknown-value]
          3 | {"type": "component-choice", "name": "d", "operator": "NOT", "components": []}
            |                                                       ^^^^^
          help: known are `AND`, `OR`, `XOR`
        """),
  ])
  func `a component that is wrong is shown`(fault: Fault) throws {
    let reading = try CycloneDXReading(
      #"{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": ["# + "\n" + fault.text + "\n]}")
    #expect(reading.bills.isEmpty)
    #expect(reading.faults() == fault.shown)
  }

  @Test func `what is said of the project is checked as in the canonical bill`() throws {
    let reading = try CycloneDXReading(
      """
      {"bomFormat": "CycloneDX", "specVersion": "1.6", "metadata": {"properties": [
      {"name": "bomgate:region", "value": "宁厦"},
      {"name": "bomgate:facility", "value": "datacenter"},
      {"name": "bomgate:buyer", "value": "company"},
      {"name": "bomgate:date", "value": "2025/3/1"},
      {"name": "bomgate:currency", "value": "yuan"},
      {"name": "bomgate:fact:peu", "value": "1.2"},
      {"name": "bomgate:fact:pue", "value": "low"},
      {"name": "bomgate:fact:renewable_share", "value": "80 GB"},
      {"name": "bomgate:fact:national_hub", "value": "ja"},
      {"name": "bomgate:unit_price", "value": "1"}
      ]}}
      """)
    #expect(reading.bills.isEmpty)
    #expect(
      reading.faults(in: .zh) == """
        bom.json:2:37: 错误: 未知的地区 `宁厦` [unknown-region]
          2 | {"name": "bomgate:region", "value": "宁厦"},
            |                                     ^^^^^^
          建议: 是否想写 `宁夏`？
        bom.json:3:39: 错误: 未知的设施 `datacenter` [unknown-value]
          3 | {"name": "bomgate:facility", "value": "datacenter"},
            |                                       ^^^^^^^^^^^^
          建议: 是否想写 `data-center`？
        bom.json:4:36: 错误: 未知的采购人 `company` [unknown-value]
          4 | {"name": "bomgate:buyer", "value": "company"},
            |                                    ^^^^^^^^^
          建议: 可用的有：`party-government`、`public-institution`、`enterprise`、`cii-operator`
        bom.json:5:35: 错误: `2025/3/1` 不是日期 [bad-date]
          5 | {"name": "bomgate:date", "value": "2025/3/1"},
            |                                   ^^^^^^^^^^
          建议: 写成 年-月-日，如 `2025-03-01`
        bom.json:6:39: 错误: `yuan` 不是货币代码 [bad-currency]
          6 | {"name": "bomgate:currency", "value": "yuan"},
            |                                       ^^^^^^
          建议: 写三个大写字母，如 `CNY`
        bom.json:7:10: 错误: 未知的事实 `peu` [unknown-fact]
          7 | {"name": "bomgate:fact:peu", "value": "1.2"},
            |          ^^^^^^^^^^^^^^^^^^
          建议: 是否想写 `pue`？
        bom.json:8:39: 错误: `low` 不是数值 [wrong-type]
          8 | {"name": "bomgate:fact:pue", "value": "low"},
            |                                       ^^^^^
          建议: 写成 `0.9`、`90%` 或 `2000 PFLOPS`
        bom.json:9:51: 错误: `80 GB` 的单位 `GB` 与此处不符 [wrong-unit]
          9 | {"name": "bomgate:fact:renewable_share", "value": "80 GB"},
            |                                                   ^^^^^^^
          建议: 此处的单位是 `ratio`
        bom.json:10:48: 错误: 这里应是 `true` 或 `false` [wrong-type]
          10 | {"name": "bomgate:fact:national_hub", "value": "ja"},
             |                                                ^^^^
        bom.json:11:10: 错误: 属性 `bomgate:unit_price` 说的是一个组件，不是整个项目 [misplaced-property]
          11 | {"name": "bomgate:unit_price", "value": "1"}
             |          ^^^^^^^^^^^^^^^^^^^^
          建议: 请移到该组件的 `properties` 中
        """)
  }

  @Test func `components nested without end are refused`() throws {
    var text = #"{"type": "device", "name": "X"}"#
    for _ in 0..<16 { text = #"{"type": "device", "name": "X", "components": [\#(text)]}"# }
    let reading = try CycloneDXReading(#"{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [\#(text)]}"#)
    #expect(reading.bills.isEmpty)
    #expect(reading.problems.sorted.map(\.code) == ["too-deep"])
    #expect(reading.problems.sorted.first?.message.en == "`components` is nested deeper than 16 levels")
  }

  @Test(arguments: [
    Fault(
      text: "<bom xmlns=\"http://cyclonedx.org/schema/bom/2.0\"/>",
      shown: """
        bom.xml:1:1: error: version `2.0` of CycloneDX is not read [unknown-version]
          1 | <bom xmlns="http://cyclonedx.org/schema/bom/2.0"/>
            | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          help: this program reads `1.4`, `1.5`, `1.6`, `1.7`; have the tool export one of these
        """),
    Fault(
      text: "<bom/>",
      shown: """
        bom.xml:1:1: error: `<bom>` is not the `<bom>` of CycloneDX [unknown-format]
          1 | <bom/>
            | ^^^^^^
          help: a CycloneDX document begins with `<bom xmlns="http://cyclonedx.org/schema/bom/1.6">`
        """),
    Fault(
      text: """
        <bom xmlns="http://cyclonedx.org/schema/bom/1.6">
        <components><component type="device"/></components></bom>
        """,
      shown: """
        bom.xml:2:13: error: the component has no `name` [missing-key]
          2 | <components><component type="device"/></components></bom>
            |             ^^^^^^^^^^^^^^^^^^^^^^^^^^
          help: every component needs `type` and `name`
        """),
  ])
  func `an XML document that is wrong is shown`(fault: Fault) throws {
    let reading = try CycloneDXReading(fault.text, name: "bom.xml")
    #expect(reading.bills.isEmpty)
    #expect(reading.faults() == fault.shown)
  }
}
