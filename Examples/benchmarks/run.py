#!/usr/bin/env python3
"""Measures the program against its figures; ends with 1 where one is missed.

  python3 Examples/benchmarks/run.py [BINARY] [--runs 20]

BINARY is .build/release/bomgate unless another is named. The data is made anew in a temporary folder, the same every time.
"""
import json, os, random, shutil, statistics, subprocess, sys, tempfile

from figures import Figures, arguments, run, spread, timed

PYTHON = "/usr/bin/python3" if os.path.exists("/usr/bin/python3") else sys.executable
PRODUCTS = [
    ("server", "华为", "Atlas 800T A2训练服务器", 1450000), ("server", "新华三", "UniServer R4930 G7", 98000),
    ("server", "浪潮", "NF5280M6", 82000), ("cpu", "华为", "鲲鹏920", 5800), ("cpu", "海光", "C86-4G", 9200),
    ("cpu", "Intel", "Xeon Gold 6430", 16500), ("accelerator", "华为", "昇腾910B3", 110000),
    ("accelerator", "NVIDIA", "H20 96GB", 105000), ("accelerator", "沐曦", "曦云C500 PCIe", 78000),
    ("storage", "华为", "OceanStor Dorado 5000 V6", 380000), ("network", "NVIDIA", "ConnectX-7 400G 网卡", 12000),
    ("network", "华为", "CloudEngine 16800", 160000), ("os", "麒麟软件", "银河麒麟高级服务器操作系统V11", 12000),
    ("os", "Canonical", "Ubuntu 22.04", 3000), ("database", "达梦", "DM8", 220000),
    ("middleware", "东方通", "TongWeb V7", 60000), ("cooling", "英维克", "冷板式液冷机柜", 75000),
]


def line(pick, number):
    """One line of a bill, about 140 bytes, by turns on one line and on several: people write both."""
    kind, vendor, model, price = pick.choice(PRODUCTS)
    fields = [f"id: l{number:05}", f"kind: {kind}", f"vendor: {vendor}", f"model: {model}", f"quantity: {pick.randint(1, 640)}",
              f"unit_price: {price + pick.randint(0, 999)}", f"lot: 第{pick.randint(1, 9)}包"]
    fields += pick.choice([[], [], ["origin: domestic"], ["origin: foreign", "vendor_country: US"]])
    return f"  - {{{', '.join(fields)}}}\n" if number % 2 else "  - " + "\n    ".join(fields) + "\n"


def bill(number, lines=20):
    """A bill of `lines` lines; 20 of them are about 3 kB."""
    pick = random.Random(number)
    head = (f"bom: 1\nproject:\n  id: center-{number:04}\n  name: 第{number}号智算中心\n  region: \"640500\"\n"
            "  facility: intelligent-computing-center\n  buyer: enterprise\n  date: 2025-03-01\n  prices: tax-included\n"
            "  facts: {pue: 1.18, renewable_share: 82%}\nlines:\n")
    return head + "".join(line(pick, i) for i in range(lines))


def started(commands, runs):
    """The same by hyperfine, which starts a process with less of its own in the way.

    It times all runs of one command before the next, so that it is given one run of each at a time: what slows the
    machine down for a moment then slows down both, and not one of them.
    """
    if not shutil.which("hyperfine"): return timed(commands, runs), "this script"
    for command in commands: run(command)
    kept = [[] for _ in commands]
    for turn in range(3 * runs):
        order = list(range(len(commands)))
        if turn % 2: order.reverse()
        with tempfile.NamedTemporaryFile(suffix=".json") as file:
            subprocess.run(
                ["hyperfine", "-N", "-i", "-w", "1", "-r", "1", "--style", "none", "--export-json", file.name]
                + [" ".join(commands[index]) for index in order],
                check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            for index, result in zip(order, json.load(file)["results"]): kept[index] += result["times"]
    return kept, "hyperfine"


def machine():
    with open("/proc/cpuinfo") as file:
        model = next((text.split(":", 1)[1].strip() for text in file if text.startswith("model name")), "unknown processor")
    return f"{model}, {os.cpu_count()} cores, Linux {os.uname().release}, load {os.getloadavg()[0]:.2f} at the start"


def main():
    binary, runs = arguments(__doc__, runs=20)
    print(machine())
    with Figures() as figures:
        binary = figures.installed(binary)
        path, figure = figures.path, figures.add
        with open(path("bill.yaml"), "w") as file: file.write(bill(0))
        check = [binary, "check", path("bill.yaml")]
        (ours, python), by = started([check, [PYTHON, "-c", "pass"]], runs)
        print(f"        check of one bill of 20 lines, ms: {spread(ours)} ({by})\n        python3 -c pass, ms: {spread(python)}")
        ratio = statistics.median(ours) / statistics.median(python)
        figure("cold start, in those of python3", ratio, "1.0, aim 0.6", "", ratio <= 1.0)
        held = run(check)[1]
        figure("memory of that check", held, "40", "MB", held <= 40)

        # A list is good YAML and no bill: it is read whole, refused at once, and nothing else is timed with it.
        pick = random.Random(1)
        with open(path("large.yaml"), "w") as file: file.writelines(line(pick, i) for i in range(60_000))
        with open(path("small.yaml"), "w") as file: file.write(line(pick, 0))
        size = (os.path.getsize(path("large.yaml")) - os.path.getsize(path("small.yaml"))) / 1e6
        large, small = timed([[binary, "check", path("large.yaml")], [binary, "check", path("small.yaml")]], runs, expected=(2,))
        speed = size / (statistics.median(large) - statistics.median(small))
        print(f"        YAML of {size:.1f} MB, ms: {spread(large)}; of one line: {spread(small)}")
        figure("YAML reading", speed, "50", "MB/s", speed >= 50)

        for number in range(1000):
            with open(path(f"b{number:04}.yaml"), "w") as file: file.write(bill(number))
        many = [binary, "check", "--format", "json"] + [path(f"b{number:04}.yaml") for number in range(1000)]
        size = sum(os.path.getsize(name) for name in many[4:]) / 1e6
        times, = timed([many], runs)
        print(f"        1,000 bills of {size:.1f} kB each, ms: {spread(times)}")
        seconds = statistics.median(times)
        figure("1,000 bills in one call", seconds, "0.15", "s", seconds <= 0.15)


if __name__ == "__main__":
    main()
