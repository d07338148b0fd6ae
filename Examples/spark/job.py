"""Judges bills on a Spark cluster by `bomgate worker`, one process a core.

    spark-submit --py-files worker.py job.py INPUT... --format ndjson --output DIR -- WORKER OPTIONS

The rows of `bomgate batch` are written to DIR as Parquet, the sums of a portfolio to DIR.portfolio as text for
`bomgate merge`. A bill is told by its file and its place there: one that is read twice counts once.
"""

import argparse
import csv
import io
import json
import os
import re
import sys
from urllib.parse import unquote, urlparse

from pyspark.sql import SparkSession
from pyspark.sql import functions as F

from worker import Worker

# A worker takes 64 MiB at most; a few thousand bills are enough to keep it busy.
FRAME_BYTES = 4 << 20
TABLE_OPTIONS = dict(escape='"', nullValue="", emptyValue="", ignoreLeadingWhiteSpace=False, ignoreTrailingWhiteSpace=False)
ROWS = "kind string, source string, row string"


def lines(spark, paths):
    """The lines of files of JSON, each with its file, the split of it, the partition that read it and its number there."""
    # Bytes, not text: what is no UTF-8 is an error row, as it is for batch.
    return spark.read.text(paths, lineSep="\n").select(
        *place(), F.col("value").cast("binary").alias("text"))


def table(spark, paths, form, splits_csv=False):
    """The rows of long tables, each with its place; and the header."""
    if form == "csv":
        # A header that differs from that of the first file, or a record of another length, is an error.
        frame = spark.read.csv(
            paths, header=True, inferSchema=False, enforceSchema=False, mode="FAILFAST", multiLine=not splits_csv,
            **TABLE_OPTIONS)
    else:
        frame = spark.read.parquet(*paths)
    inexact = [f"{name} ({kind})" for name, kind in frame.dtypes if re.match("float|double|array|map|struct|binary", kind)]
    if inexact:
        sys.exit(f"job.py: {', '.join(inexact)}: give decimals, integers or text; no amount is computed from binary numbers")
    if "bom_id" not in frame.columns:
        sys.exit(f"job.py: the table has no column bom_id, only {', '.join(frame.columns)}")
    cells = [F.col(f"`{name}`").cast("string") for name in frame.columns]
    header = io.StringIO()
    csv.writer(header, lineterminator="\n").writerow(frame.columns)
    options = {key: str(value).lower() if isinstance(value, bool) else value for key, value in TABLE_OPTIONS.items()}
    return header.getvalue(), frame.select(
        *place(), F.coalesce(F.col("bom_id").cast("string"), F.lit("")).alias("bom_id"),
        F.to_csv(F.struct(*cells), options).alias("text"))


def place():
    """Where a row was read. A split is read whole and in order by whoever reads it."""
    return [
        F.col("_metadata.file_path").alias("source"), F.col("_metadata.file_block_start").alias("split"),
        F.spark_partition_id().alias("reader"), F.monotonically_increasing_id().alias("number")]


def bills_of_lines(frame):
    """The lines again, each once, those of a split together and in order; with the first line of each split."""
    lines = F.max("number") - F.min("number") + 1
    counts = frame.groupBy("source", "split", "reader").agg(lines.alias("lines")).groupBy("source", "split").agg(
        F.max("lines")).collect()
    first, sums = {}, {}
    for source, split, count in sorted(counts):
        first[source, split] = sums.get(source, 1)
        sums[source] = first[source, split] + count
    sorted_lines = frame.repartition("source", "split").sortWithinPartitions("source", "split", "reader", "number")
    return sorted_lines.select("source", "split", "reader", "number", "text"), first


def bills_of_table(frame):
    """The bills, each once: the text of its rows in their order, whichever files' splits they stood in."""
    rows = frame.repartition("source", "bom_id")
    parts = rows.groupBy("source", "bom_id", "split", "reader").agg(
        F.sort_array(F.collect_list(F.struct("number", "text"))).alias("rows"))
    # What a reader read twice stands side by side now; of what two readers read, one is taken.
    read = F.col("rows")
    single = F.filter(read, lambda row, at: (at == 0) | (row.number != F.get(read, at - 1).number))
    once = parts.withColumn("rows", single).groupBy("source", "bom_id", "split").agg(F.min_by("rows", "reader").alias("rows"))
    whole = once.groupBy("source", "bom_id").agg(
        F.sort_array(F.collect_list(F.struct("split", F.col("rows.number").alias("numbers"), F.col("rows.text").alias("texts")))).alias("parts"))
    text = F.concat_ws("\n", F.flatten(F.col("parts.texts")))
    return whole.sortWithinPartitions("source", "parts").select("source", F.encode(text, "utf-8").alias("text"))


def blocks_of_lines(rows, first, limit):
    """Blocks of lines of one split: source, number of the first line, bytes."""
    split, reader, last, block, size, line = None, None, -1, [], 0, 1
    for row in rows:
        if (row.source, row.split) != split or size > limit:
            if block:
                yield split[0], line, b"\n".join(block) + b"\n"
            line = first[row.source, row.split] if (row.source, row.split) != split else line + len(block)
            if (row.source, row.split) != split:
                split, reader, last = (row.source, row.split), row.reader, -1
            block, size = [], 0
        # The whole split was read by the first reader; what another one read, or has the same number, is there already.
        if row.reader == reader and row.number > last:
            last = row.number
            block.append(bytes(row.text))
            size += len(row.text) + 1
    if block:
        yield split[0], line, b"\n".join(block) + b"\n"


def blocks_of_table(rows, header, limit):
    """Blocks of whole bills of one file under the header."""
    source, block, size = None, [], 0
    for row in rows:
        if row.source != source or size > limit:
            if block:
                yield source, 1, b"\n".join([header] + block) + b"\n"
            source, block, size = row.source, [], 0
        block.append(bytes(row.text))
        size += len(row.text) + 1
    if block:
        yield source, 1, b"\n".join([header] + block) + b"\n"


def local_name(source):
    """A file as batch would name it: a path where it is on a disk, else its address."""
    address = urlparse(source)
    return unquote(address.path) if address.scheme == "file" else source


def judged(blocks, kind, command, rules, digest):
    """The answers of one worker to the blocks of a partition."""
    block = next(blocks, None)
    if block is None:
        return
    with Worker(command, rules) as worker:
        if worker.ready["rules"] != digest:
            raise RuntimeError(f"bomgate on this machine has the rules {worker.ready['rules']}, the driver's has {digest}")
        while block is not None:
            source, line, bills = block
            name = local_name(source)
            rows, sums = worker.judge(kind, name, line, bills)
            if rows:
                yield "rows", name, rows[:-1].decode()
            if sums:
                yield "portfolio", name, sums[:-1].decode()
            block = next(blocks, None)


def judge(spark, frame, command, rules=b"", header=None, limit=FRAME_BYTES):
    """The rows and the sums of lines of JSON, or of the rows of a table under a header."""
    # Wrong options or rules are told here, before a task begins.
    with Worker(command, rules) as worker:
        digest = worker.ready["rules"]
    if header is None:
        bills, first = bills_of_lines(frame)
        known = spark.sparkContext.broadcast(first)
        answers = bills.rdd.mapPartitions(
            lambda rows: judged(blocks_of_lines(rows, known.value, limit), "lines", command, rules, digest))
    else:
        head = header.rstrip("\n").encode()
        answers = bills_of_table(frame).rdd.mapPartitions(
            lambda rows: judged(blocks_of_table(rows, head, limit), "table", command, rules, digest))
    answers = spark.createDataFrame(answers, ROWS, verifySchema=False)
    return answers.select("kind", "source", F.explode(F.split("row", "\n")).alias("row"))


def named(rows, columns):
    """The rows with columns of their own: those that were chosen, else the ones that everybody asks for."""
    if columns:
        names = [column.split("=")[0].split(":")[0] for column in columns]
        cells = F.from_json("row", ", ".join(f"`{name}` string" for name in names)).alias("cells")
        return rows.select("kind", cells, F.when(F.col("kind") == "portfolio", F.col("row")).alias("portfolio")).select(
            "kind", *[F.col(f"cells.`{name}`") for name in names], "portfolio")
    return rows.select(
        "kind", "source", F.get_json_object("row", "$.bom_id").alias("bom_id"),
        F.get_json_object("row", "$.verdict").alias("verdict"), F.get_json_object("row", "$.error.code").alias("error"),
        F.when(F.col("kind") == "rows", F.col("row")).alias("row"),
        F.when(F.col("kind") == "portfolio", F.col("row")).alias("portfolio"))


def write(spark, answers, output, columns=()):
    """Writes rows and sums at once, so that each task's are there once or not at all; then the sums as text too."""
    named(answers, columns).write.partitionBy("kind").parquet(output)
    sums = spark.read.parquet(output).where("kind = 'portfolio'")
    sums.select("portfolio").coalesce(1).write.text(output.rstrip("/") + ".portfolio")


def archive(folder):
    """The rule files of a folder, for the first frame."""
    files = {}
    for place, _, names in os.walk(folder):
        for name in names:
            if name.endswith(".yaml") and not name.endswith(".tests.yaml"):
                path = os.path.join(place, name)
                with open(path, encoding="utf-8") as file:
                    files[os.path.relpath(path, folder)] = file.read()
    return files


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input", nargs="+", help="files, folders or patterns that Spark can read")
    parser.add_argument("--format", choices=["ndjson", "csv", "parquet"], required=True)
    parser.add_argument("--output", required=True, help="a folder that is not there yet")
    parser.add_argument("--bomgate", default="bomgate", help="the program on every machine")
    parser.add_argument("--rules", help="a folder of rules on this machine, in place of the built-in ones")
    parser.add_argument("--add-rules", action="append", default=[], help="a folder of rules to add")
    parser.add_argument("--columns", default="", help="only these columns, as batch names them")
    parser.add_argument("--split-csv", action="store_true", help="no field of a CSV holds a line break: cut large files")
    arguments, options = sys.argv[1:], []
    if "--" in arguments:
        cut = arguments.index("--")
        arguments, options = arguments[:cut], arguments[cut + 1 :]
    chosen = parser.parse_args(arguments)

    book = {"rules": archive(chosen.rules)} if chosen.rules else {}
    if chosen.add_rules:
        book["add_rules"] = [archive(folder) for folder in chosen.add_rules]
    columns = [column for column in chosen.columns.split(",") if column]
    command = [chosen.bomgate, "worker", *options] + (["--columns", chosen.columns] if columns else [])

    spark = SparkSession.builder.appName("bomgate").getOrCreate()
    if chosen.format == "ndjson":
        header, frame = None, lines(spark, chosen.input)
    else:
        header, frame = table(spark, chosen.input, chosen.format, chosen.split_csv)
    answers = judge(spark, frame, command, json.dumps(book).encode() if book else b"", header)
    write(spark, answers, chosen.output, columns)


if __name__ == "__main__":
    main()
