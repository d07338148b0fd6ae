"""One `bomgate worker` and the frames that it takes and gives."""

import json
import struct
import subprocess


class Worker:
    """A process that has its rules; every block of bills that it is given comes back as rows and sums."""

    def __init__(self, command, rules=b""):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.ready, self.head = self.ask({"frame": "rules"}, rules)

    def judge(self, kind, source, line, bills):
        """The rows of some bills, and the sums of a portfolio if the worker was started with one."""
        answer, payload = self.ask({"frame": kind, "source": source, "line": line}, bills)
        return payload[: answer["rows"]], payload[answer["rows"] :]

    def ask(self, header, payload):
        text = json.dumps(header).encode()
        try:
            self.process.stdin.write(struct.pack(">II", len(text), len(payload)) + text)
            self.process.stdin.write(payload)
            self.process.stdin.flush()
        except BrokenPipeError:
            self.fail()
        header, payload = struct.unpack(">II", self.read(8))
        return json.loads(self.read(header)), self.read(payload)

    def read(self, count):
        data = self.process.stdout.read(count)
        if len(data) < count:
            self.fail()
        return data

    def fail(self):
        raise RuntimeError(
            f"bomgate worker ended with {self.process.wait()}; standard error of this task says why")

    def close(self):
        """Ends the process; that it did not end well is an error, whatever it answered."""
        self.process.stdin.close()
        if self.process.wait() != 0:
            self.fail()

    def __enter__(self):
        return self

    def __exit__(self, fault, *_):
        if fault is None:
            self.close()
        else:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
