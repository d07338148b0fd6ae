internal import Glibc

/// The orders in which the ids of a table grow from bill to bill: as long as they do in one of them, none can have returned.
public struct IdentifierOrders: OptionSet, Hashable, Sendable {
  /// One bit an order.
  public let rawValue: UInt8

  /// The orders of some bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// By their bytes, as programs sort: `b10` before `b9`.
  static let bytes = IdentifierOrders(rawValue: 1)
  /// By their length, then by their bytes, as numbers are counted up: `b9` before `b10`.
  static let length = IdentifierOrders(rawValue: 2)
  /// Both.
  static let all: IdentifierOrders = [.bytes, .length]

  /// Those in which an id is above another.
  init(of id: UnsafeBufferPointer<UInt8>, above last: UnsafeBufferPointer<UInt8>) {
    var order: Int32 = 0
    if let left = last.baseAddress, let right = id.baseAddress {
      order = memcmp(left, right, min(last.count, id.count))
    }
    let isLonger = last.count < id.count
    self = []
    if order < 0 || (order == 0 && isLonger) { insert(.bytes) }
    if isLonger || (order < 0 && last.count == id.count) { insert(.length) }
  }
}
