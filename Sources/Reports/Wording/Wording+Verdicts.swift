internal import Evaluation
internal import Policy

extension Verdict {
  /// The sign in front of a line.
  var mark: String {
    switch self {
    case .pass: "✓"
    case .fail: "✗"
    case .undetermined: "?"
    case .notApplicable: "–"
    }
  }

  /// The colour that goes with it.
  var ink: Ink {
    switch self {
    case .pass: .good
    case .fail: .bad
    case .undetermined: .open
    case .notApplicable: .faint
    }
  }
}

extension Wording {
  /// What became of a bill.
  func ofBill(_ verdict: Verdict) -> String {
    switch verdict {
    case .pass: self("合规", "COMPLIANT")
    case .fail: self("不合规", "NOT COMPLIANT")
    case .undetermined: self("尚不能确定", "NOT YET DECIDED")
    case .notApplicable: self("没有强制要求适用", "NO MANDATORY REQUIREMENT APPLIES")
    }
  }

  /// What became of a policy.
  func ofPolicy(_ verdict: Verdict) -> String {
    switch verdict {
    case .pass: self("合规", "compliant")
    case .fail: self("不合规", "not compliant")
    case .undetermined: self("尚不能确定", "not yet decided")
    case .notApplicable: self("无强制要求", "nothing mandatory")
    }
  }

  /// What became of a requirement.
  func ofRequirement(_ verdict: Verdict) -> String {
    switch verdict {
    case .pass: self("符合", "met")
    case .fail: self("不符合", "not met")
    case .undetermined: self("待定", "open")
    case .notApplicable: self("不适用", "not applicable")
    }
  }

  /// Whether a grant can be had.
  func ofGrant(_ verdict: Verdict) -> String {
    switch verdict {
    case .pass: self("符合条件", "eligible")
    case .fail: self("不符合条件", "not eligible")
    case .undetermined: self("待定", "open")
    case .notApplicable: self("不适用", "not applicable")
    }
  }

  /// Whether a text is law.
  func status(_ status: Policy.Status) -> String {
    switch status {
    case .inForce: self("现行有效", "in force")
    case .draft: self("征求意见稿", "draft")
    case .unpublished: self("未公布", "unpublished")
    case .repealed: self("已废止", "repealed")
    }
  }
}
