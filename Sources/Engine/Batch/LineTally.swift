internal import Diagnostics

/// The lines of a file whose pieces are read by several threads at once.
final class LineTally: @unchecked Sendable {
  private let monitor = Monitor()
  private var known = 0
  private var line: Int

  /// A tally for a file of which the first piece begins at a line.
  init(from line: Int) { self.line = line }

  /// Tells how many lines end in a piece, by its number from 0; gives the line at which it begins. It waits for the pieces
  /// before, each of which must be told of once.
  func add(_ breaks: Int, of piece: Int) -> Int {
    monitor.locked {
      monitor.wait { known == piece }
      defer {
        known += 1
        line += breaks
        monitor.wakeAll()
      }
      return line
    }
  }

  /// The line at which a piece begins; it waits in the same way.
  func line(of piece: Int) -> Int {
    monitor.locked {
      monitor.wait { known == piece }
      return line
    }
  }
}
