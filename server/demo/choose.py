"""Finds each stay's best window, and chooses the twelve beds by a rule that is written here and nowhere else.

To change the ward: change BEDS. Each entry says what kind of window stands at that bed; of each kind the densest are taken in turn.
"""
import math
from dataclasses import dataclass

from sources import NUMBERS, Stay
from survey import WINDOW_MIN, changes, describe, gaps

# What a window must have at all. Gaps in minutes.
MOVES_WITHIN = 60
VITALS_WITHIN = 120
SCORABLE_SHARE = 0.75

# Beds 1 to 12: which kind, and the sex that fits the invented name. "minute" is the MIMIC-II record, the only one with a value every minute.
BEDS = [
    ("calm", "female"), ("middling", "male"), ("calm", "male"), ("calm", "male"), ("minute", "female"), ("calm", "female"),
    ("ill", "female"), ("calm", "male"), ("calm", "female"), ("calm", "male"), ("middling", "female"), ("ventilated", "female"),
]
# A bed may begin at another minute than its densest window does, if it keeps this share of its rows.
KEEPS_SHARE = 0.9
# How many starting points the search for an even board tries.
STARTS = 6


@dataclass
class Window:
    """24 hours of one stay: rows `(minute, row)` with minutes from 0, and the figures of survey.py."""
    stay: Stay
    start: int
    window: list
    figures: dict

    def kind(self):
        """What it shows on a ward, or None when NEWS2 can be scored too seldom to say."""
        f = self.figures
        if f["scorable"] < SCORABLE_SHARE:
            return None
        if f["ventilated"] > 0.5:
            return "ventilated"
        if f["median"] >= 7:
            return "ill"
        if f["median"] >= 5:
            return "middling"
        return "calm" if f["red"] <= 0.10 else None


def cut(stay, start):
    """The window of a stay that begins at this minute."""
    rows = [(minute - start, row) for minute in sorted(stay.rows) if start <= minute < start + WINDOW_MIN
            for row in stay.rows[minute] if row]
    return Window(stay, start, rows, describe(rows))


def fits(figures):
    """Whether a window moves at least every hour and has its vital signs throughout."""
    return max(figures["worst_gap"], figures["still"]) <= MOVES_WITHIN and figures["worst_vital"] <= VITALS_WITHIN


def densest(stay, step):
    """The densest window that moves at least every hour and has its vital signs throughout; None when the stay has none.

    Windows begin `step` minutes apart; of equally dense ones the earliest is taken.
    """
    minutes = sorted(m for m, rows in stay.rows.items() if any(set(row) & set(NUMBERS) for row in rows))
    best = None
    for start in range(minutes[0] // step * step, minutes[-1], step):
        count = sum(start <= minute < start + WINDOW_MIN for minute in minutes)
        if count < WINDOW_MIN // MOVES_WITHIN or (best and count <= best.figures["density"]):
            continue
        window = cut(stay, start)
        if fits(window.figures):
            best = window
    return best


def windows(stays):
    """One window of each stay that has one, densest first; then by how much can be scored, then by stay number."""
    found = [window for window in (densest(stay, 60) for stay in stays.values()) if window]
    return sorted(found, key=lambda w: (-w.figures["density"], -w.figures["scorable"], w.stay.stay_id))


def first_valid(stay):
    """The densest window of the MIMIC-II record, to the minute. It has no temperature, GCS or oxygen, so it is never scored."""
    starts = range(0, max(stay.rows) - WINDOW_MIN + 2)
    minutes = sorted(stay.rows)
    values = {m: sum(len(row) for row in stay.rows[m]) for m in minutes}

    def count(start):
        return sum(values[m] for m in minutes if start <= m < start + WINDOW_MIN)
    return cut(stay, max(starts, key=lambda start: (count(start), -start)))


def choose(candidates, mimic2):
    """The windows of beds 1 to 12. A patient lies in one bed only."""
    taken, beds = set(), []
    for kind, sex in BEDS:
        if kind == "minute":
            beds.append(first_valid(mimic2))
            continue
        one = next(w for w in candidates if (w.kind(), w.stay.sex) == (kind, sex) and w.stay.patient_id not in taken)
        taken.add(one.stay.patient_id)
        beds.append(one)
    return interleave(beds)


def others(bed):
    """Windows of the same stay that are of the same kind and nearly as dense, by start in minutes: `(start, changed minutes as bits)`."""
    found = []
    for start in range(bed.start - WINDOW_MIN // 2, bed.start + WINDOW_MIN // 2):
        window = cut(bed.stay, start)
        f = window.figures
        if f["density"] >= KEEPS_SHARE * bed.figures["density"] and fits(f) and window.kind() == bed.kind():
            found.append((start, sum(1 << minute for minute in changes(window.window))))
    return found


def stillness(bits):
    """How badly the board stands still: the squares of all minutes beyond 2 without a change."""
    minutes = [minute for minute in range(WINDOW_MIN) if bits >> minute & 1]
    return sum((gap - 2) ** 2 for gap in gaps(minutes) if gap > 2)


def interleave(beds):
    """Moves the windows of the beds against each other, one bed at a time until nothing gets better, so that the board moves evenly.

    Charts are written at full hours, and the one record by the minute has two pauses of 21 minutes: side by side, uncharted, the
    whole board would stand still there. Only the choice of the 24 hours changes; no value moves within its recording.
    """
    choices = [others(bed) if bed.stay.source != "MIMIC-II" else [(bed.start, sum(1 << m for m in changes(bed.window)))] for bed in beds]
    best = None
    for first in range(STARTS):
        at = [(first * 7 * (bed + 1)) % len(options) for bed, options in enumerate(choices)]
        score, better = math.inf, True
        while better:
            better = False
            for bed, options in enumerate(choices):
                rest = 0
                for other, chosen in enumerate(at):
                    if other != bed:
                        rest |= choices[other][chosen][1]
                value, index = min((stillness(rest | bits), index) for index, (_, bits) in enumerate(options))
                if value < score:
                    score, at[bed], better = value, index, True
        if best is None or score < best[0]:
            best = (score, list(at))
        if score == 0:
            break
    return [cut(bed.stay, options[index][0]) for bed, options, index in zip(beds, choices, best[1])]
