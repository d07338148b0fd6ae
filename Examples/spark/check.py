"""Holds the job on `local[2]` against `bomgate batch` and `bomgate portfolio`, row by row and byte by byte.

    python check.py BOMGATE FOLDER

Splits are cut in the middle of files and bills, a worker is killed, a partition is there twice, and a file is named twice.
"""

import csv
import json
import os
import random
import stat
import subprocess
import sys

from pyspark.sql import SparkSession
from pyspark.sql import functions as F

import job

BILLS = 1000
PLAN = "cn-compute-plan-2023-2025"
TERMS = ["--lang", "en", "--portfolio", PLAN, "--year", "2025", "--by", "region"]
REGIONS = ["110105", "370200", "520100", "640500"]
FIELDS = ["bom_id", "project_name", "region", "facility", "buyer", "date", "kind", "vendor", "model", "quantity", "unit_price"]
PARTS = [
    ("accelerator", "华为", "昇腾910B3", 100000), ("accelerator", "NVIDIA", "A800", 90000), ("cpu", "海光", "海光7285", 20000),
    ("server", "浪潮", "没有这个型号", 300000), ("storage", "某厂商, 上海", "存“储”\"柜\"", 500000), ("os", "麒麟软件", "银河麒麟高级服务器操作系统V10", 12000)]


def bill(number, chance):
    """A bill as rows of a table; one in forty is wrong."""
    project = [
        f"p{number:05}", f"项目{number}\n二期" if chance.random() < 0.1 else f"项目{number}", chance.choice(REGIONS),
        chance.choice(["data-center", "intelligent-computing-center"]), "enterprise",
        f"{chance.choice([2024, 2025, 2026])}-03-01"]
    rows = []
    for _ in range(chance.randint(1, 12)):
        kind, vendor, model, price = chance.choice(PARTS)
        quantity = "-1" if chance.random() < 0.004 else str(chance.randint(1, 999))
        rows.append(project + [kind, vendor, model, quantity, str(price)])
    return rows


def line(rows):
    """The same bill as a line of JSON."""
    identifier, name, region, facility, buyer, date = rows[0][:6]
    return json.dumps({
        "bom": 1,
        "project": {"id": identifier, "name": name, "region": region, "facility": facility, "buyer": buyer, "date": date},
        "lines": [
            {"kind": kind, "vendor": vendor, "model": model, "quantity": int(quantity), "unit_price": int(price)}
            for *_, kind, vendor, model, quantity, price in rows]}, ensure_ascii=False).encode()


def make(folder, spark):
    """The bills as lines, as tables with line breaks in fields, and as Parquet."""
    chance = random.Random(1)
    bills = [bill(number, chance) for number in range(BILLS)]
    for name in ["lines", "tables"]:
        os.makedirs(f"{folder}/{name}")
    for index, part in enumerate([bills[:100], bills[100:800], bills[800:]]):
        with open(f"{folder}/lines/a {index}.ndjson", "wb") as file:
            for rows in part:
                spoilt = chance.random()
                # An empty line, one that is cut short, and one that is no UTF-8.
                file.write(b"\n" if spoilt < 0.02 else b"")
                text = line(rows)
                file.write((text[:40] if spoilt > 0.99 else b"\xff" + text if spoilt > 0.98 else text) + b"\n")
        with open(f"{folder}/tables/{index}.csv", "w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([FIELDS] + [row for rows in part for row in rows])
    rows = [tuple(row) for rows in bills for row in rows]
    spark.createDataFrame(rows, ", ".join(f"{field} string" for field in FIELDS)).coalesce(1).write.parquet(
        f"{folder}/parquet")


def killed(folder, bomgate, name, limit):
    """A program that is bomgate, but the first time that a task calls it: killed after some bytes, or at the end of all."""
    path = f"{folder}/{name}"
    with open(path, "w") as file:
        # The driver's own worker is the first call, and it is left alone.
        file.write(f"""#!{sys.executable}
import os, signal, subprocess, sys
for mark in ["{path}.driver", "{path}.killed"]:
    try:
        os.mkdir(mark)
        break
    except FileExistsError:
        mark = None
if mark != "{path}.killed":
    os.execv("{bomgate}", ["{bomgate}"] + sys.argv[1:])
process, left = subprocess.Popen(["{bomgate}"] + sys.argv[1:], stdin=subprocess.PIPE), {limit}
while left and (data := os.read(0, min(left, 65536))):
    os.write(process.stdin.fileno(), data)
    left -= len(data)
if left == 0:
    process.kill()
process.stdin.close()
process.wait()
os.kill(os.getpid(), signal.SIGKILL)
""")
    os.chmod(path, stat.S_IRWXU)
    return path


def run(*command):
    """What a program prints."""
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout


def same(what, ours, theirs):
    """Two lists of rows are the same in any order."""
    assert theirs, what
    assert sorted(ours) == sorted(theirs), f"{what}: {len(ours)} rows, not the {len(theirs)} of batch: " + str(
        [row for row in zip(sorted(ours), sorted(theirs)) if row[0] != row[1]][:1])
    print(f"{what}: the {len(ours)} rows of batch")


def rows_of(spark, output):
    """The rows that a job wrote."""
    return [row.row for row in spark.read.parquet(output).where("kind = 'rows'").select("row").collect()]


def placeless(row):
    """A row without its place: a table has none behind a shuffle."""
    row = json.loads(row)
    del row["line"]
    if row["error"]:
        del row["error"]["at"]
    return json.dumps(row)


def check(spark, folder, bomgate):
    make(folder, spark)
    limit = 20000

    batch = run(bomgate, "batch", f"{folder}/lines", "--format", "ndjson", "--lang", "en").decode().splitlines()
    portfolio = run(
        bomgate, "portfolio", f"{folder}/lines", "--policy", PLAN, "--year", "2025", "--by", "region", "--format", "json")
    lines = job.lines(spark, [f"{folder}/lines"])
    splits = lines.select("source", "split").distinct().collect()
    assert len(splits) > 10, splits
    one = splits[7]
    twice = lines.union(lines.where((F.col("source") == one.source) & (F.col("split") == one.split)))
    assert twice.count() > lines.count()
    named_twice = job.lines(spark, [f"{folder}/lines", f"{folder}/lines/a 1.ndjson"])
    assert named_twice.count() > lines.count()
    for name, frame, bytes_read in [
        ("plain", lines, None), ("killed in the middle", lines, 30000), ("killed behind its last answer", lines, 1 << 30),
        ("a partition twice", twice, None), ("a file twice", named_twice, None),
    ]:
        output = f"{folder}/out/{name}"
        program = killed(folder, bomgate, f"bomgate-{bytes_read}", bytes_read) if bytes_read else bomgate
        job.write(spark, job.judge(spark, frame, [program, "worker", *TERMS], limit=limit), output)
        assert bytes_read is None or os.path.isdir(f"{program}.killed")
        same(f"lines, {name}", rows_of(spark, output), batch)
        parts = [os.path.join(f"{output}.portfolio", part) for part in os.listdir(f"{output}.portfolio")]
        merged = run(bomgate, "merge", "--format", "json", *[part for part in parts if part.endswith(".txt")])
        assert merged == portfolio and portfolio, f"{name}: the sums are not those of one portfolio"

    batch = run(bomgate, "batch", f"{folder}/tables", "--format", "ndjson", "--lang", "en").decode().splitlines()
    header, tables = job.table(spark, [f"{folder}/tables"], "csv")
    program = killed(folder, bomgate, "bomgate-table", 30000)
    for name, frame in [("killed", tables), ("all twice", tables.union(tables))]:
        output = f"{folder}/out/tables {name}"
        job.write(spark, job.judge(spark, frame, [program, "worker", *TERMS], header=header, limit=limit), output)
        same(f"CSV, {name}", [placeless(row) for row in rows_of(spark, output)], [placeless(row) for row in batch])

    header, tables = job.table(spark, [f"{folder}/parquet"], "parquet")
    output = f"{folder}/out/parquet"
    job.write(spark, job.judge(spark, tables, [bomgate, "worker", "--lang", "en"], header=header, limit=limit), output)
    sourceless = lambda row: json.dumps({**json.loads(placeless(row)), "source": ""})
    same("Parquet", [sourceless(row) for row in rows_of(spark, output)], [sourceless(row) for row in batch])


def main():
    bomgate, folder = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    # Four tries a task, as on a cluster; splits of 32 kB, so that there are many.
    spark = (
        SparkSession.builder.master("local[2,4]").appName("check").config("spark.ui.enabled", False)
        .config("spark.ui.showConsoleProgress", False)
        .config("spark.sql.files.maxPartitionBytes", 32 << 10).config("spark.sql.files.openCostInBytes", 0)
        .config("spark.sql.shuffle.partitions", 5)
        .config("spark.sql.adaptive.coalescePartitions.enabled", False).config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1").config("spark.log.level", "ERROR").getOrCreate())
    for name in ["job.py", "worker.py"]:
        spark.sparkContext.addPyFile(os.path.join(os.path.dirname(os.path.abspath(__file__)), name))
    check(spark, folder, bomgate)


if __name__ == "__main__":
    main()
