internal import Diagnostics

/// A block as it is cut off the input, which one thread does at a time; what it takes to have its bytes is done by
/// whoever takes it.
enum BlockCut {
  case whole(Block)
  /// Lines of a file on a disk. The line at which the run goes on behind them is not known yet.
  case unread(UnreadLines, input: Int, next: BatchPosition)

  /// The block with its bytes, in the memory of others that nobody needs any longer.
  func read(insteadOf spent: inout [UInt8]) -> Block {
    switch self {
    case .whole(let block): return block
    case .unread(let lines, let input, var next):
      do {
        let (piece, nextLine) = try lines.read(insteadOf: &spent)
        next.line = nextLine
        return Block(input: input, content: .lines(piece), next: next, size: lines.count)
      } catch {
        return Block(input: input, content: .problem(lines.file.name, error), next: next, size: lines.count)
      }
    }
  }
}
