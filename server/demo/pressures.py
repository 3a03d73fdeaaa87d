#!/usr/bin/env python3
"""Makes recordings/pressures_01.csv and pressures_02.csv: four hours of blood pressures, as a cuff takes them, which two dialysis machines of the demo send. The product never runs this; it is kept
so that anybody can check it.

    python3 pressures.py DATA --write

DATA holds `mimic4_demo/vitals.csv` and `vitals/mimic2_s00001_numerics_1min.csv` as README.md describes. Standard library only, and the same input gives the same bytes. Nothing is filled in:
a row is a pressure that was charted in that minute.
"""
import csv
import sys
from datetime import datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
MINUTES = 240
# A fall: from 159 to 77 mmHg within three quarters of an hour and up again. It begins there so that the lowest was taken in the minute 133, just before the demo opens (seed/turning.rs).
STAY, BEGIN = "29276678", datetime(2116, 3, 7, 9, 12)
# None: a cuff about every 15 minutes.
STEADY_FROM = 1627


def falling(data):
    with open(data / "mimic4_demo" / "vitals.csv", newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            minute = (datetime.fromisoformat(row["recorded_dttm"].rstrip("Z")) - BEGIN).total_seconds() // 60
            if row["hospitalization_id"] == STAY and 0 <= minute < MINUTES and row["sbp"] and row["dbp"]:
                yield int(minute), int(float(row["sbp"])), int(float(row["dbp"]))


def steady(data):
    with open(data / "vitals" / "mimic2_s00001_numerics_1min.csv", newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            minute = int(row["t_min"]) - STEADY_FROM
            if 0 <= minute < MINUTES and float(row["NBPSys_mmHg"] or 0) > 0:
                yield minute, int(float(row["NBPSys_mmHg"])), int(float(row["NBPDias_mmHg"]))


def main():
    data = Path(sys.argv[1])
    for name, rows in [("pressures_01", falling(data)), ("pressures_02", steady(data))]:
        out = open(HERE / "recordings" / f"{name}.csv", "w", newline="", encoding="utf-8") if "--write" in sys.argv else sys.stdout
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["minute", "systolic", "diastolic"])
        writer.writerows(sorted(rows))
        if out is not sys.stdout:
            out.close()


if __name__ == "__main__":
    main()
