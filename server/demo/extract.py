#!/usr/bin/env python3
"""Makes the demo's recordings from the open data folder. The product never runs this; it is kept so that anybody can check it.

    python3 extract.py DATA                 prints the table of candidate windows and what is chosen (writes nothing)
    python3 extract.py DATA --write         also writes recordings/bed_NN.csv, people.csv, devices.csv and SURVEY.md here (a minute and a half)

DATA holds `mimic4_demo/` and `vitals/` as README.md describes. Standard library only, and the same input gives the same files,
byte for byte. To take another stay: change a number in `choose.py`; to add a column: `read_stays` in `sources.py`, then COLUMNS.
"""
import argparse
import csv
from pathlib import Path

from choose import choose, windows
from people import device_rows, person_rows
from sources import COLUMNS, read_mimic2, read_stays
from survey import dropped, promises, table, worst_gaps

HERE = Path(__file__).resolve().parent


def write_csv(path, header, rows):
    """Writes rows with LF line ends, so that the file is the same on every system."""
    with open(path, "w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def cells(bed):
    """The rows of a recording's file, by minute."""
    return [[minute, *(row.get(name, "") for name in COLUMNS[1:])] for minute, row in bed.window]


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("data", type=Path)
    ask.add_argument("--write", action="store_true")
    asked = ask.parse_args()

    stays = read_stays(asked.data / "mimic4_demo")
    candidates = windows(stays)
    beds = choose(candidates, read_mimic2(asked.data / "vitals" / "mimic2_s00001_numerics_1min.csv"))
    text = table(candidates, beds) + worst_gaps(beds) + dropped(stays, beds)
    print(text)
    if not asked.write:
        return
    for number, bed in enumerate(beds, start=1):
        write_csv(HERE / "recordings" / f"bed_{number:02}.csv", COLUMNS, cells(bed))
    write_csv(HERE / "people.csv", *person_rows(beds))
    write_csv(HERE / "devices.csv", *device_rows([promises(bed) for bed in beds]))
    (HERE / "SURVEY.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
