#!/usr/bin/env python3
"""Measures how fast foreign formats are read, through the whole program, and ends with 1 where a figure is missed.

usage: readers.py [BINARY] [--runs N]

The workbook is made by XlsxWriter (PyPI); without it that figure counts as missed. Tables and lines are read by the program
ReaderSpeed beside BINARY, on one core, into lines with their numbers read and their components resolved.
"""
import os, random, re, statistics, subprocess

from figures import ROOT, Figures, arguments, run, timed

PROJECT = "project:\n  region: \"640500\"\n  facility: intelligent-computing-center\n  date: 2025-03-01\n"
ROWS = [
    ("AI服务器", "华为", "Atlas 800T A2", "中国", 64, 1450000), ("AI加速卡", "华为", "昇腾910B3", "中国", 512, 110000),
    ("CPU", "华为", "鲲鹏920", "中国", 256, 5800), ("交换机", "NVIDIA", "SN5600", "以色列", 6, 325000),
    ("服务器操作系统", "麒麟软件", "银河麒麟高级服务器操作系统V10", "中国", 64, 12000), ("数据库", "达梦", "DM8", "中国", 4, 220260),
]

PRODUCTS = [
    ("server", "浪潮 Inspur", "NF5280M10"), ("cpu", "海光 Hygon", "7310"), ("accelerator", "华为 Huawei", "昇腾 910B"), ("os", "麒麟软件 Kylin", "银河麒麟 V10"),
    ("database", "达梦 Dameng", "DM10 Enterprise"), ("network", "锐捷 Ruijie", "RG-S6990-10QC2XS"), ("storage", "华为 Huawei", "OceanStor Dorado 5100"), ("other", "FS", "MPO-10 OM4, 10m"),
]


def workbook(path, count):
    import xlsxwriter
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet("分项报价表")
    sheet.write_row(0, 0, ["序号", "设备名称", "品牌", "规格型号", "产地", "数量", "单价（元）", "总价（元）", "供应商", "备注"])
    for number in range(count):
        name, brand, model, origin, quantity, price = ROWS[number % len(ROWS)]
        sheet.write_row(number + 1, 0, [number + 1, name, brand, model, origin, quantity, price, quantity * price, "某公司", ""])
    book.close()


def bills(table, lines, count):
    """The same bills as a long table and as JSON, one a line: of about twenty lines, some with quotes."""
    chance = random.Random(7)
    makers = [(kind, vendor, model.replace("10", str(number))) for kind, vendor, model in PRODUCTS for number in range(10, 40)]
    with open(table, "w") as csv, open(lines, "w") as json:
        csv.write("bom_id,region,year,line,kind,vendor,model,quantity,unit_price,origin\n")
        for bill in range(count):
            region, year = chance.choice(["宁夏", "山东", "四川", "江苏"]), chance.choice([2023, 2024, 2025])
            objects = []
            for line in range(1, chance.randint(14, 26)):
                kind, vendor, model = chance.choice(makers)
                quantity, price, origin = chance.randint(1, 256), f"{chance.randint(1, 400_000)}.00", chance.choice(["domestic", "foreign", "unknown"])
                quoted = f'"{model}"' if "," in model else model
                csv.write(f"B{bill:07},{region},{year},{line},{kind},{vendor},{quoted},{quantity},{price},{origin}\n")
                objects.append(f'{{"line":{line},"kind":"{kind}","vendor":"{vendor}","model":"{model}","quantity":{quantity},"unit_price":{price},"origin":"{origin}"}}')
            json.write(f'{{"bom_id":"B{bill:07}","region":"{region}","year":{year},"lines":[{",".join(objects)}]}}\n')


def reading(reader, path):
    """MB/s of the best of some rounds."""
    said = subprocess.run([reader, path, "7"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return float(re.search(r"([0-9.]+) MB/s", said).group(1))


def manifests(path, size):
    """A stream of deployments, one in ten of which asks for cards."""
    with open(path, "w") as file:
        number = 0
        while file.tell() < size:
            cards = '\n            huawei.com/Ascend910B3: "8"' if number % 10 == 0 else ""
            file.write(f"""---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: service-{number:06}
  namespace: team-{number % 40}
  labels: {{app: service-{number:06}, tier: backend, owner: platform}}
  annotations:
    description: "serves requests of the {number}th customer, restarts at night"
spec:
  replicas: {number % 7 + 1}
  selector:
    matchLabels: {{app: service-{number:06}}}
  template:
    metadata:
      labels: {{app: service-{number:06}, tier: backend}}
    spec:
      containers:
      - name: main
        image: registry.example/team/service:{number}
        args: ["--port", "8080", "--log-level", "info", "--workers", "4"]
        env:
        - {{name: REGION, value: cn-north}}
        - {{name: CUSTOMER, value: "{number}"}}
        ports:
        - containerPort: 8080
        resources:
          requests: {{cpu: "2", memory: 4Gi}}
          limits:
            cpu: "4"
            memory: 8Gi{cards}
        readinessProbe:
          httpGet: {{path: /ready, port: 8080}}
          periodSeconds: 10
""")
            number += 1


def main():
    binary, runs = arguments(__doc__, runs=7)
    with Figures() as figures:
        binary = figures.installed(binary)
        path, figure = figures.path, figures.add
        for name in ["bid", "pods"]:
            with open(path(name + ".project.yaml"), "w") as file: file.write(PROJECT)
        try:
            workbook(path("bid.xlsx"), 100_000)
            times, held = zip(*[run([binary, "convert", "--show-columns", path("bid.xlsx")]) for _ in range(runs)])
            print(f"        workbook of 100,000 rows, s: {min(times):.2f} to {max(times):.2f}")
            figure("workbook of 100,000 rows", statistics.median(times), "1.0", "s", statistics.median(times) <= 1.0)
            figure("memory of that", max(held), "150", "MB", max(held) <= 150)
        except ImportError:
            figures.missed.append("workbook (XlsxWriter is not there)")
        manifests(path("pods.yaml"), 10_000_000)
        with open(path("one.yaml"), "w") as file: file.write("apiVersion: v1\nkind: Pod\nspec: {containers: []}\n")
        many, one = timed([[binary, "check", path(name), "--as-of", "2025-03-01"] for name in ["pods.yaml", "one.yaml"]], runs)
        speed = os.path.getsize(path("pods.yaml")) / 1e6 / (statistics.median(many) - statistics.median(one))
        print(f"        Kubernetes stream of 10 MB, s: {min(many):.3f} to {max(many):.3f}; of one pod: {statistics.median(one):.3f}")
        figure("Kubernetes stream", speed, "40", "MB/s", speed >= 40)
        reader = os.path.join(os.path.dirname(binary), "ReaderSpeed")
        if not os.path.exists(reader):
            figures.missed.append("tables and lines (ReaderSpeed is not there)")
            return
        bills(path("boms.csv"), path("boms.ndjson"), 100_000)
        for name, file in [("long table", "boms.csv"), ("lines of JSON", "boms.ndjson")]:
            speed = reading(reader, path(file))
            figure(name, speed, "600", "MB/s", speed >= 600)


if __name__ == "__main__":
    main()
