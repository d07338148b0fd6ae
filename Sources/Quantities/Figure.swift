/// A number as a text states it: `90%`, `2000 PFLOPS`, `1.25`; the unit is nil where none is written.
public struct Figure: Hashable, Sendable {
  /// The number before the unit; for a percentage the hundredth.
  public var value: Rational
  /// The unit; nil where none is written.
  public var unit: Unit?

  /// A number and its unit.
  public init(_ value: Rational, _ unit: Unit? = nil) {
    self.value = value
    self.unit = unit
  }

  /// Why a text is no figure.
  public enum Fault: Error, Hashable, Sendable {
    case malformed, overflow
    case unknownUnit(String)
  }

  /// Reads a number and, behind it, a unit: `90%` is exactly 9/10.
  public init(_ text: String) throws(Fault) {
    let end = text.utf8.lastIndex { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard let end else { throw .malformed }
    let number = String(text[...end])
    let rest = text[text.utf8.index(after: end)...].drop { $0 == " " }
    do {
      value = try Rational(decimal: number)
    } catch .overflow {
      throw .overflow
    } catch {
      // `300 mm2` ends in a digit of its unit.
      guard let space = text.firstIndex(of: " ") else { throw .malformed }
      let name = text[space...].drop { $0 == " " }
      do { value = try Rational(decimal: String(text[..<space])) } catch .overflow { throw .overflow } catch {
        throw .malformed
      }
      guard let first = name.first, !first.isNumber else { throw .malformed }
      guard let unit = Unit(named: String(name)) else { throw .unknownUnit(String(name)) }
      self.unit = unit
      return
    }
    guard !rest.isEmpty else {
      unit = nil
      return
    }
    if rest == "%" {
      do { value = try value / Rational(100) } catch { throw .overflow }
      unit = .ratio
      return
    }
    guard let known = Unit(named: String(rest)) else { throw .unknownUnit(String(rest)) }
    unit = known
  }
}
