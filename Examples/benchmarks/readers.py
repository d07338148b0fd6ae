#!/usr/bin/env python3
"""Measures how fast foreign formats are read, through the whole program, and ends with 1 where a figure is missed.

usage: readers.py [BINARY] [--runs N]

The workbook is made by XlsxWriter (PyPI); without it that figure counts as missed.
"""
import os, statistics

from figures import Figures, arguments, run, timed

PROJECT = "project:\n  region: \"640500\"\n  facility: intelligent-computing-center\n  date: 2025-03-01\n"
ROWS = [
    ("AI服务器", "华为", "Atlas 800T A2", "中国", 64, 1450000), ("AI加速卡", "华为", "昇腾910B3", "中国", 512, 110000),
    ("CPU", "华为", "鲲鹏920", "中国", 256, 5800), ("交换机", "NVIDIA", "SN5600", "以色列", 6, 325000),
    ("服务器操作系统", "麒麟软件", "银河麒麟高级服务器操作系统V10", "中国", 64, 12000), ("数据库", "达梦", "DM8", "中国", 4, 220260),
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


if __name__ == "__main__":
    main()
