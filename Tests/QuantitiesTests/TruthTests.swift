import Quantities
import Testing

@Suite struct TruthTests {
  @Test(arguments: [
    (Truth.yes, Truth.yes, Truth.yes, Truth.yes), (.yes, .unknown, .unknown, .yes), (.yes, .no, .no, .yes),
    (.unknown, .yes, .unknown, .yes), (.unknown, .unknown, .unknown, .unknown), (.unknown, .no, .no, .unknown),
    (.no, .yes, .no, .yes), (.no, .unknown, .no, .unknown), (.no, .no, .no, .no),
  ])
  func `and and or follow Kleene`(left: Truth, right: Truth, both: Truth, either: Truth) {
    #expect(left & right == both)
    #expect(left | right == either)
  }

  @Test(arguments: [(Truth.yes, Truth.no), (.unknown, .unknown), (.no, .yes)])
  func `not turns what is known`(value: Truth, turned: Truth) {
    #expect(!value == turned)
  }

  @Test func `the laws of De Morgan hold`() {
    let all = [Truth.no, .unknown, .yes]
    for a in all {
      for b in all {
        #expect(!(a & b) == !a | !b)
        #expect(!(a | b) == !a & !b)
      }
    }
  }

  @Test func `what is missing is unknown`() {
    #expect(Truth(true) == .yes && Truth(false) == .no)
    #expect(Truth(Bool?.none) == .unknown && Truth(Bool?.some(false)) == .no)
    #expect(Truth.yes.isPossible && Truth.unknown.isPossible && !Truth.no.isPossible)
    #expect(Truth.no < .unknown && .unknown < .yes)
  }
}
