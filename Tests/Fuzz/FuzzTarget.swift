internal import Inventory

/// A reader that is fed inputs nobody has thought of; its name is the folder of its corpus.
public enum FuzzTarget: String, CaseIterable, Sendable {
  case bom, ndjson, csv, xlsx
  /// The parts of a workbook as texts, which no checksum keeps from being changed.
  case worksheet
  case cycloneDXJSON = "cyclonedx-json"
  case cycloneDXXML = "cyclonedx-xml"
  case kubernetes, terraform, redfish, lshw, dmidecode, lspci, netbox
  /// Any format, told by its content.
  case detected

  /// The format that the reader is told; nil where the content decides.
  var format: BomFormat? {
    switch self {
    case .bom: .bom
    case .ndjson: .ndjson
    case .csv: .table
    case .cycloneDXJSON, .cycloneDXXML: .cyclonedx
    case .kubernetes: .kubernetes
    case .terraform: .terraform
    case .redfish: .redfish
    case .lshw: .lshw
    case .dmidecode: .dmidecode
    case .lspci: .lspci
    case .netbox: .netbox
    case .xlsx, .worksheet, .detected: nil
    }
  }

  /// The name of the input; workbooks are told by theirs.
  var fileName: String {
    switch self {
    case .xlsx, .worksheet: "input.xlsx"
    default: "-"
    }
  }

  /// The bytes of the file that an input stands for.
  func file(_ input: [UInt8]) -> [UInt8] {
    self == .worksheet ? PlainWorkbook(input).bytes : input
  }
}
