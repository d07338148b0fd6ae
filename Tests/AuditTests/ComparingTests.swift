import Foundation
import Testing
import Transcripts

/// What differs between two runs, and what shows only across bills.
struct ComparingTests {
  @Test func `a diff names bills that changed, that are new and that are gone`() throws {
    let batch = try KeptBatch()
    try batch.keep()
    try batch.scratch.write(
      Data((KeptBatch.table(3, domestic: 6) + KeptBatch.table(1, from: 9).dropFirst(KeptBatch.head.count)).utf8),
      to: "boms.csv")
    try batch.keep()
    let diff = try batch.audit("diff 1 2")
    #expect(
      diff.output == """
        ~ b1  pass → fail
            cn-sd-qingdao-haizhixin/domestic-cards-70  pass → fail
        ~ b2  pass → fail
            cn-sd-qingdao-haizhixin/domestic-cards-70  pass → fail
        + b9  fail
        - b4  pass
        2 changed, 1 new, 1 gone, 1 the same

        """)
    #expect(diff.status == 1)
    let same = try batch.audit("diff 2 2")
    #expect(same.output == "0 changed, 0 new, 0 gone, 4 the same\n")
    #expect(same.status == 0)
    let lines = try batch.audit("diff 1 2 --format json").output.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[2] == #"{"after":{"verdict":"fail"},"bill":"b9","grants":[],"requirements":[]}"#)
  }

  @Test func `bills that share an outcome are compared by what it says, whatever its number`() throws {
    let before = KeptBatch.table(50, domestic: 1, from: 900)
    let batch = try KeptBatch(
      [
        "more.csv": before + KeptBatch.table(200).dropFirst(KeptBatch.head.count),
        "less.csv": KeptBatch.table(200, domestic: 6),
      ], bills: 200)
    for inputs in ["boms.csv", "more.csv", "less.csv"] { try batch.keep(inputs) }
    try batch.query("SELECT count(DISTINCT run) FROM outcomes") { #expect($0 == ["3"]) }
    #expect(try batch.audit("diff 1 2").output.hasSuffix("\n0 changed, 50 new, 0 gone, 200 the same\n"))
    // Every third bill failed before.
    #expect(try batch.audit("diff 1 3").output.hasSuffix("\n134 changed, 0 new, 0 gone, 66 the same\n"))
  }

  @Test func `a run that is not there is named`() throws {
    let batch = try KeptBatch()
    try batch.keep()
    let outcome = try batch.audit("diff 1 7")
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("audit.db: error: there is no run 7 [no-such-run]\n"))
  }

  private static func bill(_ id: String, _ lines: String, region: String = "370200") -> String {
    """
    bom: 1
    project: {id: \(id), enterprise: 某云, region: "\(region)", facility: intelligent-computing-center, buyer: enterprise,
      date: 2025-03-01}
    lines:
    \(lines)

    """
  }

  @Test func `bills that claim the same are found across projects`() throws {
    let batch = try KeptBatch([
      "d/a.yaml": Self.bill(
        "a",
        """
          - {kind: accelerator, vendor: 华为, model: 昇腾910B3, quantity: 2, unit_price: 100, tags: ["serial:S1", "serial:S2"]}
          - {kind: cpu, vendor: 海光, model: 7285, quantity: 1, unit_price: 50, tags: ["invoice:9"]}
          - {kind: cpu, vendor: 海光, model: 7285, quantity: 1, unit_price: 50, tags: ["invoice:9"]}
        """),
      "d/b.yaml": Self.bill(
        "b",
        """
          - {id: x, kind: accelerator, vendor: 华为, model: 昇腾910B3, quantity: 1, unit_price: 120.0001, tags: ["serial:S2"]}
          - {kind: storage, vendor: 甲, model: 乙, quantity: 1, tags: ["invoice:9", "serial:T"]}
          - {kind: storage, vendor: 甲, model: 乙, quantity: 1, tags: ["serial:T"]}
        """),
    ])
    try batch.run("bomgate batch d --store audit.db --parts listed")
    let outcome = try batch.audit("anomalies")
    #expect(
      outcome.output == """
        ! serial number S2 (acc-ascend-910b3) is in more than one project
            a line 1
            b line x
        ! serial number T (甲 乙) appears more than once
            b line 2
            b line 3
        ! invoice 9 is used in more than one project
            a line 2
            a line 3
            b line 2
        ! invoice 9 (海光 7285) is split over several lines
            a line 2
            a line 3
        ! acc-ascend-910b3: 2 unit prices from 100.00 to 120.0001 CNY
            a line 1  100.00
            b line x  120.0001
        5 anomalies

        """)
    #expect(outcome.status == 1)
    #expect(try batch.audit("anomalies --price-spread 20.0001%").output.contains("4 anomalies"))
    #expect(try batch.audit("anomalies --price-spread 20.00009%").output.contains("5 anomalies"))
    #expect(try batch.audit("anomalies 1 --format json").output.split(separator: "\n").count == 5)
  }

  @Test func `machines and sheets bring their serial numbers along, and so do converted ones`() throws {
    let host = """
      Handle 0x1, DMI type 1, 27 bytes
      System Information
      \tManufacturer: Huawei
      \tProduct Name: TaiShan 200
      \tSerial Number: 2102312RGH10
      Handle 0x4, DMI type 17, 40 bytes
      Memory Device
      \tSize: 64 GB
      \tPart Number: M393
      \tSerial Number: 0123456789

      """
    let batch = try KeptBatch([
      "d/host.dmidecode.txt": host, "d/other.txt": host.replacing("2102312RGH10", with: "2102312RGH11"),
      "d/sheet.csv": "名称,型号,数量,序列号\n服务器,TaiShan 200,2,2102312RGH09、2102312RGH10\n硬盘,M1,2,0123456789\n",
    ])
    try batch.run("mkdir e; for f in d/*; do bomgate convert $f > e/$(basename $f).yaml; done")
    for (folder, names) in [
      ("d", ["d/host.dmidecode.txt", "d/sheet.csv"]), ("e", ["e/host.dmidecode.txt.yaml", "e/sheet.csv.yaml"]),
    ] {
      try batch.run("rm -f audit.db; bomgate batch \(folder) --as-of 2025-03-01 --store audit.db")
      #expect(
        try batch.audit("anomalies").output == """
          ! serial number 2102312RGH10 is in more than one project
              \(names[0]) line 1
              \(names[1]) line 1
          1 anomaly

          """)
    }
  }

  @Test func `grants of one enterprise are held against its yearly cap`() throws {
    let line = "  - {kind: accelerator, vendor: 华为, model: 昇腾910B3, quantity: 8}"
    let batch = try KeptBatch([
      "a.yaml": Self.bill("a", line, region: "330100"), "b.yaml": Self.bill("b", line, region: "330100"),
      "c.yaml": Self.bill("c", line, region: "330100").replacing("某云", with: "另一家"),
    ])
    try batch.run("bomgate batch a.yaml b.yaml c.yaml --store audit.db --policy cn-zj-hangzhou-voucher-2024")
    #expect(
      try batch.audit("anomalies").output.hasPrefix(
        """
        ! cn-zj-hangzhou-voucher-2024/voucher-domestic (某云 2025): up to 16000000.00 in all, which may pass the yearly cap of \
        8000000.00 CNY
            a  8000000.00
            b  8000000.00

        """))
  }

  @Test func `bills of two runs are one project where their ids are the same`() throws {
    let line = { (price: Int) in
      "  - {kind: cpu, vendor: 海光, model: 7285, quantity: 1, unit_price: \(price), tags: [\"serial:S\"]}"
    }
    let batch = try KeptBatch(["a.yaml": Self.bill("a", line(1)), "b.yaml": Self.bill("b", line(1))])
    try batch.run("bomgate batch a.yaml --store audit.db; bomgate batch a.yaml --store audit.db")
    try batch.run("bomgate batch b.yaml --store audit.db")
    #expect(try batch.audit("anomalies 1 2").output == "0 anomalies\n")
    #expect(try batch.audit("anomalies 1 2").status == 0)
    #expect(
      try batch.audit("anomalies 1 3").output.contains("serial number S (海光 7285) is in more than one project"))
  }
}
