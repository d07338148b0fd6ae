import ArgumentParser
import Evaluation

/// The exit status of a run, the worst one last.
enum Status: Int32, Comparable {
  case compliant = 0
  case undetermined = 3
  case violated = 1
  case unreadable = 2

  /// The status of a verdict.
  init(_ verdict: Verdict) {
    switch verdict {
    case .pass, .notApplicable: self = .compliant
    case .undetermined: self = .undetermined
    case .fail: self = .violated
    }
  }

  static func < (left: Status, right: Status) -> Bool { left.rank < right.rank }

  /// Output that could not be written.
  static let outputFailure = ExitCode(74)

  private var rank: Int {
    switch self {
    case .compliant: 0
    case .undetermined: 1
    case .violated: 2
    case .unreadable: 3
    }
  }
}
