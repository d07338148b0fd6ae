import Diagnostics
import Evaluation
import Quantities
import Testing

@testable import Reports

/// What a batch says of itself, and how its tally is kept.
struct BatchWordingTests {
  private var tally: BatchTally {
    var tally = BatchTally()
    tally.verdicts = [.pass: 1234, .fail: 5, .undetermined: 1]
    tally.errors = 2
    tally.money = ["CNY": .init(amount: Interval(Rational(100), Rational(2_000_000)), open: 3), "USD": .init()]
    return tally
  }

  @Test func `the summary counts verdicts, errors and money in both languages`() {
    #expect(
      BatchWording(.en).summary(tally, skipped: 1) == """
        1,242 bills: 1,234 compliant, 5 not compliant, 1 not yet decided, 2 that could not be judged
        grants of all bills (CNY): 100.00 – 2,000,000.00; 3 without a ceiling besides
        grants of all bills (USD): 0.00
        1 file in folders looked like no bill and was not read

        """)
    #expect(
      BatchWording(.zh).summary(tally) == """
        共 1,242 份清单：合规 1,234，不合规 5，尚不能确定 1，无法判断 2
        各份补贴合计（CNY）：100.00 – 2,000,000.00；另有 3 份没有上限
        各份补贴合计（USD）：0.00

        """)
    #expect(BatchWording(.en).summary(BatchTally()) == "0 bills\n")
  }

  @Test func `the progress says what is done, how fast, and how long it takes still`() {
    #expect(
      BatchWording(.en).progress(tally, done: 250, of: 1000, milliseconds: 2_000)
        == "1,242 bills · 621/s · 25% · 0:06 left · ✓ 1,234 ✗ 5 ? 1 – 0 ! 2")
    #expect(
      BatchWording(.zh).progress(tally, done: 1, of: 100_000, milliseconds: 1_000)
        == "已判断 1,242 份 · 每秒 1,242 份 · 0% · 还需 27:46:39 · ✓ 1,234 ✗ 5 ? 1 – 0 ! 2")
    #expect(
      BatchWording(.en).progress(BatchTally(), done: 0, of: nil, milliseconds: 0)
        == "0 bills · 0/s · ✓ 0 ✗ 0 ? 0 – 0 ! 0")
  }

  @Test func `a tally is kept as a text, and tallies add up`() throws {
    var open = tally
    open.money["EUR"] = .init(amount: nil, open: 1)
    open.expired = 4
    for one in [BatchTally(), tally, open] { #expect(BatchTally(text: one.text) == one) }
    for text in ["errors", "errors=x", "CNY=1;2", "CNY=a;b;0", "pass=-"] { #expect(BatchTally(text: text) == nil) }
    var sum = tally
    sum.add(open)
    #expect(sum.count == 2 * tally.count)
    #expect(sum.money["CNY"] == .init(amount: Interval(Rational(200), Rational(4_000_000)), open: 6))
    #expect(sum.money["EUR"]?.amount == nil)
  }
}
