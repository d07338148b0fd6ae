import Quantities
import Seeds

extension SeededGenerator {
  /// A whole number of up to `bits` bits, short and long ones alike; often just at a power of two.
  mutating func magnitude(bits: Int = 126) -> Int128 {
    let width = Int.random(in: 0...bits, using: &self)
    let power = Int128(1) << Int128(width)
    switch Int.random(in: 0..<8, using: &self) {
    case 0: return power
    case 1: return power - 1
    case 2: return width < bits ? power + 1 : power
    default: return Int128.random(in: 0...power, using: &self)
    }
  }

  /// A number whose numerator and denominator have up to `bits` bits.
  mutating func rational(bits: Int = 126) throws -> Rational {
    let top = magnitude(bits: bits)
    let bottom = Int.random(in: 0..<3, using: &self) == 0 ? 1 : max(1, magnitude(bits: bits))
    return try Rational(Bool.random(using: &self) ? top : -top, over: bottom)
  }

  /// A small fraction, as a sampled point or a threshold.
  mutating func smallRational() throws -> Rational {
    try Rational(Int128(Int.random(in: -12...12, using: &self)), over: Int128(Int.random(in: 1...6, using: &self)))
  }
}
