public import Diagnostics
internal import Quantities

/// Reads what `dmidecode` prints of one machine: a server with the processors in its populated sockets and its memory
/// modules. Cards are not in these tables and count as unknown.
public struct DmidecodeReader {
  private let catalog: Catalog

  /// A reader; the catalogue is that of the other readers of machines.
  public init(catalog: Catalog) {
    self.catalog = catalog
  }

  /// Whether a text looks like the output of `dmidecode`.
  public static func recognises(_ file: SourceFile) -> Bool {
    for line in TextLines(of: file).prefix(200) {
      if line.starts(with: "# dmidecode ") || DmiSection.Handle(line) != nil { return true }
    }
    return false
  }

  /// The bill of the machine; none where there are errors, all of which are reported.
  public func read(_ file: SourceFile, _ problems: inout Problems) -> [BillOfMaterials] {
    let before = problems.errorCount
    let sections = DmiSection.all(in: file)
    let known = sections.filter { $0.kind != nil }
    guard let first = known.first else {
      problems.error(
        "no-dmi-table", Localized(zh: "没有找到 DMI 表", en: "no DMI table was found"), at: SourceSpan(file: file),
        help: Localized(
          zh: "请用 root 权限运行 `dmidecode`，保存它的全部输出", en: "run `dmidecode` as root and keep all of its output"))
      return []
    }
    let systems = known.filter { $0.kind == .system }
    if systems.count > 1 {
      problems.error(
        "several-hosts",
        Localized(zh: "文件里有几台机器的 dmidecode 输出", en: "the file holds dmidecode output of several machines"),
        at: systems[1].span, help: Localized(zh: "每台机器一个文件", en: "use one file for each machine"),
        notes: [Diagnostic.Note(Localized(zh: "第一处在这里", en: "the first is here"), at: systems[0].span)])
      return []
    }
    var host = Host(at: (systems.first ?? first).span)
    host.nameSystem(systems.first, among: known)
    host.addProcessors(known.filter { $0.kind == .processor })
    let flash = Set(known.filter { $0.kind == .memoryArray && !$0.isSystemMemory }.compactMap(\.handle))
    for section in known where section.kind == .memoryDevice {
      if let array = section.fields["Array Handle"]?.text, flash.contains(array) { continue }
      host.addMemory(section)
    }
    host.addUnseen(
      .accelerator,
      Localized(
        zh: "dmidecode 不显示加速卡，按未知计；请再用 `lspci -nn` 的输出",
        en: "dmidecode shows no accelerators, so they count as unknown; see also the output of `lspci -nn`"),
      at: host.line.span)
    host.check(&problems)
    guard problems.errorCount == before else { return [] }
    return [BillOfMaterials(hosts: [host], file: file)]
  }
}
