/// The name of a project in a cell.
enum ProjectName {
  /// Whether it is one to every reader as it stands, or there is none.
  static func isPlain(_ text: UnsafeRawBufferPointer) -> Bool {
    guard text.count > 0 else { return true }
    guard text.count <= 200, text.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != 0x7F }),
      let name = String(validating: text, as: UTF8.self)
    else { return false }
    let cell = CellText(name)
    return cell.text == name && !cell.isMissing && !cell.looksLikeFormula && RowLabel(name) == nil
  }
}
