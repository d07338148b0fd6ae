public import Diagnostics

/// What a file of bills is written in.
public enum BomFormat: String, CaseIterable, Sendable {
  /// The canonical bill, in YAML or JSON.
  case bom
  /// Canonical bills in JSON, one a line.
  case ndjson
  /// Manifests or a dump of Kubernetes, in YAML or JSON.
  case kubernetes
  /// A plan or a state of Terraform, as `terraform show -json` writes it.
  case terraform
  /// A dump of a Redfish service: a folder of JSON files, or one.
  case redfish
  /// What `lshw -json` prints.
  case lshw
  /// What `dmidecode` prints.
  case dmidecode
  /// What `lspci -nn` or `lspci -vmmnn` prints.
  case lspci
  /// An export of NetBox: separated values, or a folder of several.
  case netbox
  /// A hardware bill in CycloneDX, in JSON or XML.
  case cyclonedx
  /// A procurement sheet: separated values or a workbook.
  case table

  /// What a reader sees.
  public var title: Localized {
    switch self {
    case .bom: Localized(zh: "物料清单（YAML 或 JSON）", en: "a bill of materials in YAML or JSON")
    case .ndjson: Localized(zh: "每行一份 JSON 清单", en: "a bill in JSON on every line")
    case .kubernetes: Localized(zh: "Kubernetes 清单", en: "manifests of Kubernetes")
    case .terraform: Localized(zh: "Terraform 计划或状态（JSON）", en: "a plan or a state of Terraform in JSON")
    case .redfish: Localized(zh: "Redfish 导出", en: "a dump of a Redfish service")
    case .lshw: Localized(zh: "lshw -json 的输出", en: "the output of lshw -json")
    case .dmidecode: Localized(zh: "dmidecode 的输出", en: "the output of dmidecode")
    case .lspci: Localized(zh: "lspci -nn 的输出", en: "the output of lspci -nn")
    case .netbox: Localized(zh: "NetBox 导出的 CSV", en: "an export of NetBox in CSV")
    case .cyclonedx: Localized(zh: "CycloneDX 硬件清单（JSON 或 XML）", en: "a CycloneDX bill in JSON or XML")
    case .table: Localized(zh: "采购表格（CSV、TSV、XLSX）", en: "a procurement sheet in CSV, TSV or XLSX")
    }
  }
}
