public import Diagnostics
public import Documents

extension RegionTable {
  /// Reads `regions.yaml`.
  public init(_ document: Document, _ problems: inout Problems) {
    let what = Localized(zh: "地区表", en: "the region table")
    var regions: [Region] = []
    guard var top = Fields(document.root, what, &problems) else {
      self.init([])
      return
    }
    for (key, value) in top.require("regions", &problems)?.mapping(what, &problems) ?? [] {
      guard var fields = Fields(value, Localized(zh: "地区", en: "a region"), &problems) else { continue }
      let zh = fields.require("zh", &problems)?.string(&problems) ?? key.text
      let en = fields.require("en", &problems)?.string(&problems) ?? key.text
      let iso = fields.take("iso")?.string(&problems)
      let names = fields.take("names")?.strings(&problems) ?? []
      fields.finish(&problems)
      let spellings = [zh, en] + [iso].compactMap(\.self) + names
      regions.append(Region(code: key.text, name: Localized(zh: zh, en: en), spellings: spellings))
    }
    top.finish(&problems)
    self.init(regions)
  }
}
