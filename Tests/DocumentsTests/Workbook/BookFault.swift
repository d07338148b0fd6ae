import Testing

/// A file that cannot be read, and everything that is said about it.
struct BookFault: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let bytes: [UInt8]
  let english: String
  /// The Chinese words: message and help, with a bar between.
  let chinese: String

  init(_ name: String, _ bytes: [UInt8], _ english: String, zh chinese: String) {
    testDescription = name
    self.bytes = bytes
    self.english = english
    self.chinese = chinese
  }

  /// A workbook of one cell whose sheet is changed as a part.
  static func sheet(_ change: (inout Archive.Part) -> Void) -> [UInt8] {
    Book("<row r='1'><c r='A1'><v>1</v></c></row>").changing("xl/worksheets/sheet1.xml", change)
  }
}
