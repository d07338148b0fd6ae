/// What became of a requirement, a policy or a bill.
public enum Verdict: String, CaseIterable, Sendable {
  case pass, fail, undetermined
  case notApplicable = "not_applicable"

  /// The worst of several: fail, undetermined, pass; those that do not apply are left out.
  public static func worst(_ verdicts: some Sequence<Verdict>) -> Verdict {
    verdicts.filter { $0 != .notApplicable }.max { $0.badness < $1.badness } ?? .notApplicable
  }

  /// The best of several: pass, undetermined, fail; those that do not apply are left out.
  public static func best(_ verdicts: some Sequence<Verdict>) -> Verdict {
    verdicts.filter { $0 != .notApplicable }.min { $0.badness < $1.badness } ?? .notApplicable
  }

  /// The verdict where it is not known whether the law speaks of this project: a failure is no longer sure.
  public var softened: Verdict { self == .fail ? .undetermined : self }

  /// Pass or fail.
  public var isDefinite: Bool { self == .pass || self == .fail }

  private var badness: Int {
    switch self {
    case .notApplicable: -1
    case .pass: 0
    case .undetermined: 1
    case .fail: 2
    }
  }
}
