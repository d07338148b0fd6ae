import ArgumentParser
import Diagnostics
import Engine
import Evaluation
import Inventory
import Policy
import Quantities
import Reports

extension Batch {
  /// All that a store keeps of this run besides its bills.
  func keptRun(_ engine: Engine, _ columns: ResultColumns) -> KeptRun {
    var settings: [String: [String]] = [
      "began": [Clock.moment], "version": [Bomgate.version], "rules": [engine.rulesDigest],
      "catalog": [engine.catalogDigest], "input": inputs, "lang": [speech.language.rawValue],
      "format": [rowFormat.rawValue], "columns": chosenColumns, "evidence": [judging.evidence.rawValue],
      "basis": [judging.basis.rawValue], "policy": judging.policy, "include": judging.include, "buyer": project.buyer,
      "fact": project.fact, "unsorted": [unsorted ? "yes" : "no"],
    ]
    if rowFormat == .csv { settings["header"] = [String(decoding: CSVRows(columns).header, as: UTF8.self)] }
    let optional = [
      "as-of": project.asOf, "region": project.region, "facility": project.facility, "parts": parts?.rawValue,
      "enforce": judging.enforce?.rawValue, "waivers": judging.waivers, "table-columns": tableColumns,
      "input-format": inputFormat?.rawValue,
      "today": judging.waivers == nil ? nil : judging.today ?? Clock.today.description,
    ]
    for (name, value) in optional { if let value { settings[name] = [value] } }
    return KeptRun(
      settings: settings, rules: engine.ruleFiles, waivers: judging.waivers.flatMap { try? InputFile.read($0) },
      columns: tableColumns.flatMap { try? InputFile.read($0) })
  }
}
