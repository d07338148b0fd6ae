import Engine
import Evaluation
import Glibc
import Reports

/// The progress of a long run on standard error: a line that changes on a terminal, else one now and then.
struct Progress {
  private let isShown: Bool
  private let isTerminal: Bool
  private let wording: BatchWording
  private let size: Int?
  private let began = Clock.milliseconds
  private var next: Int
  private var read = 0

  /// A progress as asked for; by default it is shown on a terminal.
  init(_ isWanted: Bool?, _ options: BatchOptions, _ speech: OutputOptions) {
    isTerminal = isatty(2) == 1
    isShown = isWanted ?? isTerminal
    wording = BatchWording(speech.language)
    size = isShown ? options.inputSize : nil
    next = began + (isTerminal ? 200 : 5_000)
  }

  /// Shows what is done, if it is time to.
  mutating func show(_ tally: BatchTally, read bytes: Int) {
    read += bytes
    guard isShown else { return }
    let now = Clock.milliseconds
    guard now >= next else { return }
    next = now + (isTerminal ? 200 : 5_000)
    let text = wording.progress(tally, done: read, of: size, milliseconds: now - began)
    Output.note(isTerminal ? "\r\u{1B}[K" + text : text + "\n")
  }

  /// Leaves the line empty.
  func clear() {
    if isShown, isTerminal { Output.note("\r\u{1B}[K") }
  }
}
