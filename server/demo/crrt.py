#!/usr/bin/env python3
"""Makes recordings/crrt_01.csv: 24 hours of a machine that dialyses around the clock. The product never runs this; it is kept so that anybody can check it.

    python3 crrt.py DATA --write

DATA holds `mimic4_demo/crrt_therapy.csv` as README.md describes. Standard library only, and the same input gives the same bytes. To take another stay or other hours: STAY and BEGIN.
"""
import csv
import sys
from datetime import datetime, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
# Of the three stays with settings the one whose hours hold all of them most often.
STAY, BEGIN = "25133749", datetime(2146, 5, 28, 21, 9)
COLUMNS = ["minute", "blood_flow", "dialysate_flow", "substitution_rate", "uf_rate"]


def per_minute(*hourly):
    """mL/h, of which each may be missing, as mL/min of all together; empty where one is missing."""
    return "" if "" in hourly else f"{sum(map(float, hourly)) / 60:.2f}".rstrip("0").rstrip(".")


def rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            at = datetime.fromisoformat(row["recorded_dttm"].rstrip("Z"))
            if row["hospitalization_id"] == STAY and BEGIN <= at < BEGIN + timedelta(days=1):
                yield [
                    int((at - BEGIN).total_seconds() // 60),
                    per_minute(row["blood_flow_rate"]),
                    per_minute(row["dialysate_flow_rate"]),
                    per_minute(row["pre_filter_replacement_fluid_rate"], row["post_filter_replacement_fluid_rate"]),
                    row["ultrafiltration_out"].removesuffix(".0"),
                ]


def main():
    found = sorted(rows(Path(sys.argv[1]) / "mimic4_demo" / "crrt_therapy.csv"), key=lambda row: row[0])
    out = open(HERE / "recordings" / "crrt_01.csv", "w", newline="", encoding="utf-8") if "--write" in sys.argv else sys.stdout
    with out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(found)


if __name__ == "__main__":
    main()
