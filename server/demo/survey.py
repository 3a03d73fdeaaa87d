"""What a window of 24 hours is like: how dense, how ill, how well NEWS2 can be scored, and what each bed can honestly promise.

The NEWS2 bands are those of chart 1 (Royal College of Physicians 2017, scale 1), used here only to choose recordings; the product's
own rules live in `domain`.
"""
import math
from collections import Counter

from sources import NUMBERS

WINDOW_MIN = 24 * 60
MONITOR = ["heart_rate", "respiration", "spo2"]
PRESSURES = ["systolic", "diastolic", "mean_pressure"]
# A promise is never shorter than this minute and never longer than chart 4's longest interval.
LONGEST_PROMISE_MIN = 12 * 60
# Slow parameters stay valid for the interval of chart 4 for the score before, at most 12 h.
CHART_4_MIN = {"0": 12 * 60, "low": 6 * 60, "high": 60}
PARAMETERS = [*NUMBERS, "consciousness", "oxygen"]


def charted(row):
    """The parameters that a row charts, in the words of the API."""
    found = {name for name in NUMBERS if name in row}
    if "gcs" in row:
        found.add("consciousness")
    if "oxygen_device" in row:
        found.add("oxygen")
    return found


def minutes_by_parameter(window):
    found = {name: [] for name in PARAMETERS}
    for minute, row in window:
        for name in charted(row):
            if not found[name] or found[name][-1] != minute:
                found[name].append(minute)
    return found


def gaps(minutes):
    """Gaps in minutes, the last one wrapping to the first value of the next round: the recording starts again when it ends."""
    if not minutes:
        return []
    return [b - a for a, b in zip(minutes, minutes[1:])] + [minutes[0] + WINDOW_MIN - minutes[-1]]


def percentile_90(values):
    ordered = sorted(values)
    return ordered[math.ceil(0.9 * len(ordered)) - 1]


def promise(minutes):
    """Ninth decile of the gaps in whole minutes, at most 12 h; None when the parameter is not charted at all."""
    found = gaps(minutes)
    return min(max(1, percentile_90(found)), LONGEST_PROMISE_MIN) if found else None


def points(name, value):
    """NEWS2 points, chart 1, scale 1."""
    if name == "consciousness":
        return 0 if value == "15" else 3
    if name == "oxygen":
        return 2
    number = float(value)
    bands = {
        "respiration": ((8, 3), (11, 1), (20, 0), (24, 2), (math.inf, 3)),
        "spo2": ((91, 3), (93, 2), (95, 1), (math.inf, 0)),
        "systolic": ((90, 3), (100, 2), (110, 1), (219, 0), (math.inf, 3)),
        "heart_rate": ((40, 3), (50, 1), (90, 0), (110, 1), (130, 2), (math.inf, 3)),
        "temperature": ((35.0, 3), (36.0, 1), (38.0, 0), (39.0, 1), (math.inf, 2)),
    }[name]
    rounded = round(number, 1) if name == "temperature" else math.floor(number + 0.5)
    return next(score for top, score in bands if rounded <= top)


SCORED = ["respiration", "spo2", "oxygen", "systolic", "heart_rate", "consciousness", "temperature"]


def value_of(name, row):
    return row["gcs"] if name == "consciousness" else row["oxygen_device"] if name == "oxygen" else row[name]


def walk(window, promised, real_time):
    """Minute by minute: the score or None, and whether some valid part has 3 points.

    `real_time` uses chart 4 for the slow parameters; without it they stay valid once charted, as in a replay at speed 60, where
    chart 4's hour outlasts the 24 minutes that the recording takes.
    """
    newest, at, last, result = {}, 0, None, []
    for minute in range(WINDOW_MIN):
        while at < len(window) and window[at][0] <= minute:
            row = window[at][1]
            for name in charted(row) & set(SCORED):
                newest[name] = (minute, points(name, value_of(name, row)))
            at += 1
        slow = WINDOW_MIN
        if real_time:
            slow = CHART_4_MIN["0" if not last else "low" if last < 5 else "high"]
        parts = {}
        for name, (when, score) in newest.items():
            limit = 2 * promised[name] if name in MONITOR else slow
            if minute - when <= limit:
                parts[name] = score
        score = sum(parts.values()) if len(parts) == len(SCORED) else None
        last = score if score is not None else last
        result.append((score, 3 in parts.values()))
    return result


def describe(window):
    """The figures by which a window is chosen."""
    minutes = minutes_by_parameter(window)
    promised = {name: promise(found) for name, found in minutes.items()}
    rows_at = sorted({minute for minute, row in window if set(row) & set(NUMBERS)})
    figures = {
        "density": len(rows_at),
        "worst_gap": max(gaps(rows_at), default=WINDOW_MIN),
        "worst_vital": max((max(gaps(minutes[name]), default=WINDOW_MIN) for name in [*MONITOR, "systolic"])),
        "temperature": len(minutes["temperature"]),
        "gcs": len(minutes["consciousness"]),
        "oxygen": len(minutes["oxygen"]),
        "still": longest_still(window),
    }
    if None in (promised[name] for name in MONITOR):
        return figures | {"scorable": 0.0, "scorable_live": 0.0, "red": 0.0, "median": None, "high": 0.0, "ventilated": 0.0}
    replayed, live = walk(window, promised, False), walk(window, promised, True)
    scores = sorted(score for score, _ in replayed if score is not None)
    devices = [row["oxygen_device"] for _, row in window if "oxygen_device" in row]
    return figures | {
        "scorable": len(scores) / WINDOW_MIN,
        "scorable_live": sum(score is not None for score, _ in live) / WINDOW_MIN,
        "red": sum(red for _, red in replayed) / WINDOW_MIN,
        "median": scores[len(scores) // 2] if scores else None,
        "high": sum(score >= 7 for score in scores) / len(scores) if scores else 0.0,
        "ventilated": sum(name in ("ventilator", "non_invasive") for name in devices) / len(devices) if devices else 0.0,
    }


def changes(window):
    """The minutes at which some value of the bed differs from the one before."""
    newest, found = {}, []
    for minute, row in window:
        for name, value in row.items():
            if newest.get(name) != value:
                newest[name] = value
                if not found or found[-1] != minute:
                    found.append(minute)
    return found


def longest_still(window):
    """The longest stretch in minutes in which nothing on the bed changes, over the end and round to the start too."""
    return max(gaps(changes(window)), default=WINDOW_MIN)


def promises(bed):
    """Minutes promised by parameter for one bed; only for what is charted."""
    found = {name: promise(minutes) for name, minutes in minutes_by_parameter(bed.window).items()}
    return {name: minutes for name, minutes in found.items() if minutes is not None}


def percent(share):
    return f"{round(share * 100)} %"


HEADER = ("| bed | stay | sex, age | rows | worst gap | HR RR SpO2 SBP gap | temp | GCS | O2 | scorable | at 1x | a red part | median | 7 or more | "
          "ventilated |\n|" + " --- |" * 15 + "\n")


def line(window, bed):
    f = window.figures
    cells = [bed or "", window.stay.stay_id, f"{window.stay.sex[:1].upper()} {window.stay.age}", f["density"], f["worst_gap"], f["worst_vital"],
             f["temperature"], f["gcs"], f["oxygen"], percent(f["scorable"]), percent(f["scorable_live"]), percent(f["red"]),
             "-" if f["median"] is None else f["median"], percent(f["high"]), percent(f["ventilated"])]
    return "| " + " | ".join(str(cell) for cell in cells) + " |\n"


def table(candidates, beds):
    """All candidate windows, densest first, with the bed each was given."""
    given = {id(bed): str(number) for number, bed in enumerate(beds, start=1)}
    every = [*candidates, *(bed for bed in beds if bed not in candidates)]
    return ("# The windows that could be chosen\n\nMade by `extract.py`. Rows = minutes with a vital sign among 1440; gaps in minutes, "
            "over the end and round to the start; temp, GCS and O2 = times charted; shares as README.md explains. Last the twelve as they "
            "stand on the ward, after their windows were moved against each other.\n\n"
            + HEADER + "".join(line(window, given.get(id(window))) for window in every))


def worst_gaps(beds):
    """The longest time without a changed value: on each bed, and on the board, all beds beginning together."""
    board = sorted({minute for bed in beds for minute in changes(bed.window)})
    each = ", ".join(f"bed {number}: {bed.figures['still']}" for number, bed in enumerate(beds, start=1))
    return (f"\n## Stillness\n\nLongest time without a changed value, in recorded minutes (seconds at speed 60). On each bed: {each}. "
            f"Anywhere on the board: {max(gaps(board))}.\n")


def dropped(stays, beds):
    """How many values were taken out as impossible: in all stays of the source, and in the stays of the beds."""
    def words(counts):
        return ", ".join(f"{name} {count}" for name, count in sorted(counts.items())) or "none"
    every = sum((stay.dropped for stay in stays.values()), Counter())
    each = "".join(f"- bed {number}: {words(bed.stay.dropped)}\n" for number, bed in enumerate(beds, start=1) if bed.stay.dropped)
    return f"\n## Impossible values dropped\n\nIn all stays of MIMIC-IV demo: {words(every)}. In the whole stays that the beds are cut from:\n\n{each}"
