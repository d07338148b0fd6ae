internal import Diagnostics
internal import Engine
internal import Glibc

/// The target that the environment names, with the built-in rule book.
private let subject: (trial: FuzzTrial, target: FuzzTarget) = {
  guard let name = getenv("FUZZ_TARGET"), let target = FuzzTarget(rawValue: String(cString: name)) else {
    stop("FUZZ_TARGET must be one of \(FuzzTarget.allCases.map(\.rawValue).joined(separator: " "))")
  }
  do throws(Problems) { return (FuzzTrial(try Engine(rules: RuleFile.builtIn)), target) } catch {
    stop(error.sorted.map { $0.rendered(in: .en) }.joined(separator: "\n"))
  }
}()

/// What libFuzzer calls with every input; anything that does not hold ends the process, as a trap does.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  do { _ = try subject.trial.run(Array(UnsafeBufferPointer(start: start, count: count)), subject.target) } catch {
    stop(error.description)
  }
  return 0
}

/// Says why, and ends the process; `fatalError` says nothing in a program that is optimised.
private func stop(_ message: String) -> Never {
  let bytes = Array("Fatal error: \(message)\n".utf8)
  write(2, bytes, bytes.count)
  abort()
}
