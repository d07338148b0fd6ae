"""What the benchmarks share: where the program is, which figures were missed, how runs are timed."""
import argparse, os, shutil, statistics, subprocess, sys, tempfile, time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MEMORY = "/dev/shm"


class Figures:
    """The figures of one run; as a context it gives a temporary folder and ends the script with 1 where one was missed."""

    def __init__(self):
        self.missed = []

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        # A program that makes sure of its results, as ours does, would be measured by the disk.
        has_room = os.path.isdir(MEMORY) and shutil.disk_usage(MEMORY).free > 4 << 30
        self.memory = tempfile.TemporaryDirectory(dir=MEMORY if has_room else None)
        return self

    def __exit__(self, kind, *_):
        self.folder.cleanup()
        self.memory.cleanup()
        if kind is None and self.missed: sys.exit("missed: " + "; ".join(self.missed))

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def result(self, name):
        """A path for results that are written and thrown away: in memory where that has room for them."""
        return os.path.join(self.memory.name, name)

    def installed(self, binary):
        """A copy of the program, with what stands beside it. As the linker writes a file it lies in the system's cache in small bits, and runs some 5 % slower than what was installed."""
        for name in ["bomgate-audit", "ReaderSpeed"]:
            beside = os.path.join(os.path.dirname(binary), name)
            if os.path.exists(beside): shutil.copy(beside, self.path(name))
        return shutil.copy(binary, self.path("bomgate"))

    def add(self, name, value, bound, unit, is_met):
        if not is_met: self.missed.append(name)
        print(f"{'ok    ' if is_met else 'MISSED'}  {name}: {value:.3g} {unit} (bound {bound})")


def arguments(doc, runs):
    """The program's path and the number of runs, from the command line."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary", nargs="?", default=os.path.join(ROOT, ".build/release/bomgate"))
    parser.add_argument("--runs", type=int, default=runs)
    options = parser.parse_args()
    binary = os.path.abspath(options.binary)
    if not os.path.exists(binary): sys.exit(f"{binary} is missing; Examples/benchmarks/README.md says how it is built")
    return binary, options.runs


def run(command, expected=(0, 1, 3)):
    """Seconds of one run with its output thrown away, which must end with an expected status, and the most memory in MB of 1,000,000 bytes. That counts a little of this script too."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    status = os.waitstatus_to_exitcode(status)
    if status not in expected: sys.exit(f"{' '.join(command[:4])} ended with {status}: its time says nothing")
    return seconds, usage.ru_maxrss * 1024 / 1e6


def timed(commands, runs, expected=(0, 1, 3)):
    """The seconds of every run of several commands. They take turns, so that a busy moment hits all of them."""
    for command in commands: run(command, expected)
    times = [[] for _ in commands]
    for _ in range(runs):
        for command, kept in zip(commands, times): kept.append(run(command, expected)[0])
    return times


def spread(times, unit=1e3):
    return f"{min(times) * unit:.1f} to {max(times) * unit:.1f}, median {statistics.median(times) * unit:.1f}"
