/// Words that may stand beside a short product code without changing what it is: sizes, form factors, counts, 加速卡.
enum PlainWording {
  /// Whether a word is one of them.
  static func holds(_ word: String) -> Bool {
    if words.contains(word) { return true }
    if word.unicodeScalars.count == 1, characters.contains(word) { return true }
    // Sizes and counts: 16gb, 300w, x8, 8x, 2.
    let lead = word.prefix { !$0.isNumber }
    let digits = word.dropFirst(lead.count).prefix { $0.isNumber }
    let unit = word.dropFirst(lead.count + digits.count)
    return !digits.isEmpty && (lead.isEmpty || lead == "x")
      && ["", "g", "gb", "gib", "w", "x", "tb"].contains(String(unit))
  }

  private static let words: Set<String> = [
    "gpu", "npu", "pcie", "sxm", "sxm2", "sxm3", "sxm4", "sxm5", "oam", "nvl", "tensor", "core", "card", "ecc", "gddr6",
    "hbm2", "hbm2e", "hbm3", "tesla", "accelerator", "graphics", "passive", "active", "gen4", "gen5",
  ]
  private static let characters: Set<String> = Set(
    "卡张块个片台路款显加速存训练推理图形处理器智能计算型号单双宽（）()[]【】,，、.:：/*×".unicodeScalars.map { String($0) })
}
