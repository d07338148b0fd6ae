import Diagnostics
import Testing

/// A text with something wrong, and everything that is said about it.
struct Fault: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let text: String
  /// The problems as an English reader sees them.
  let english: String
  /// The Chinese words of each problem, a line each: message, notes, help, with bars between.
  let chinese: String

  init(_ name: String, _ text: String, _ english: String, zh chinese: String) {
    testDescription = name
    self.text = text
    self.english = english
    self.chinese = chinese
  }

  /// Reads the text under a file name that says in which format it is.
  func check(in name: String) {
    let found = problems(in: text, name: name).sorted
    #expect(found.map { $0.rendered(in: .en) }.joined(separator: "\n") == english)
    let words = found.map { ([$0.message] + $0.notes.map(\.message) + [$0.help].compactMap(\.self)).map(\.zh) }
    #expect(words.map { $0.joined(separator: "|") }.joined(separator: "\n") == chinese)
  }
}
