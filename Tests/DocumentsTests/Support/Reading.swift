import Diagnostics
import Documents

/// Reads a text as JSON if the name says so, else as YAML.
func document(_ text: String, name: String = "a.yaml", limits: DocumentLimits = .default) throws(Problems) -> Document {
  try document(SourceFile(name: name, bytes: Array(text.utf8)), limits: limits)
}

/// Reads a file as JSON if its name says so, else as YAML.
func document(_ file: SourceFile, limits: DocumentLimits = .default) throws(Problems) -> Document {
  if file.name.hasSuffix(".json") { return try JSON.document(in: file, limits: limits) }
  return try YAML.document(in: file, limits: limits)
}

/// What is wrong with a text, as XML if the name says so; nothing if it can be read.
func problems(in text: String, name: String = "a.yaml", limits: DocumentLimits = .default) -> Problems {
  do {
    if name.hasSuffix(".xml") {
      _ = try XML.document(in: SourceFile(name: name, bytes: Array(text.utf8)), limits: limits)
    } else {
      _ = try document(text, name: name, limits: limits)
    }
    return Problems()
  } catch {
    return error
  }
}

/// The codes of what is wrong with a text, by place.
func codes(in text: String, name: String = "a.yaml", limits: DocumentLimits = .default) -> [String] {
  problems(in: text, name: name, limits: limits).sorted.map(\.code)
}
