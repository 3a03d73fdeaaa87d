"""Reads the two sources into one shape, and drops what cannot be true. Used by extract.py.

A recording is a list of rows; a row is a dict of COLUMNS without `minute`, where a value that was not charted is absent. Nothing
is filled in, smoothed or rounded here.
"""
import csv
import datetime
from collections import Counter, defaultdict
from dataclasses import dataclass, field

NUMBERS = ["heart_rate", "systolic", "diastolic", "mean_pressure", "respiration", "spo2", "temperature"]
COLUMNS = ["minute", *NUMBERS, "consciousness", "gcs", "oxygen_device", "oxygen_lpm", "oxygen_fio2"]

# Narrower than `domain::telemetry::plausible`, which every reading has to pass again: what lies outside is taken for a fault of the
# sensor or of the chart. A rate of 0 is "no signal" in both sources, also where a ventilator breathes for the patient.
PLAUSIBLE = {
    "heart_rate": (20, 300),
    "systolic": (30, 300),
    "diastolic": (10, 200),
    "mean_pressure": (20, 250),
    "respiration": (1, 80),
    "spo2": (30, 100),
    "temperature": (26, 45),
    "oxygen_lpm": (0, 80),
    "oxygen_fio2": (0.21, 1),
}

MIMIC4_VITALS = {
    "heart_rate": "heart_rate", "sbp": "systolic", "dbp": "diastolic", "map": "mean_pressure",
    "respiratory_rate": "respiration", "spo2": "spo2", "temp_c": "temperature",
}

# The category of the source and the word of our API. There is no category for room air in the source.
OXYGEN_DEVICES = {
    "Nasal Cannula": "nasal_cannula", "Face Mask": "face_mask", "High Flow NC": "high_flow", "NIPPV": "non_invasive",
    "CPAP": "non_invasive", "IMV": "ventilator", "Other": "other",
}

# A setting without a device name belongs to the device named before and after it, when both are the same and this near.
SETTING_BELONGS_WITHIN_MIN = 12 * 60


@dataclass
class Stay:
    """One stay: who, and rows by minute since the first one. `dropped` counts impossible values by parameter."""
    stay_id: str
    patient_id: str
    source: str
    sex: str
    age: int
    rows: dict = field(default_factory=lambda: defaultdict(list))
    dropped: Counter = field(default_factory=Counter)


def clean(row, dropped):
    """Takes out what is impossible, and a pressure pair whose diastolic is not below its systolic."""
    for name, (low, high) in PLAUSIBLE.items():
        if name in row and not low <= float(row[name]) <= high:
            dropped[name] += 1
            del row[name]
    if "systolic" in row and "diastolic" in row and float(row["diastolic"]) >= float(row["systolic"]):
        dropped["pressure pair"] += 1
        for name in ("systolic", "diastolic", "mean_pressure"):
            row.pop(name, None)
    return row


def read(path):
    with open(path, newline="", encoding="utf-8") as source:
        return list(csv.DictReader(source))


def minute_of(text):
    """Minutes since year 1. The source's dates are shifted into the 2100s; differences within a stay are real."""
    moment = datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ")
    return moment.toordinal() * 1440 + moment.hour * 60 + moment.minute


def oxygen_rows(charted):
    """Oxygen of one stay: `(minute, row)` for each time a device is known and something was charted."""
    charted = sorted(charted, key=lambda row: row["recorded_dttm"])
    minutes = [minute_of(row["recorded_dttm"]) for row in charted]
    names = [OXYGEN_DEVICES.get(row["device_category"]) for row in charted]
    for at, row in enumerate(charted):
        name = names[at]
        if name is None and (row["fio2_set"] or row["lpm_set"]):
            before = next((i for i in range(at - 1, -1, -1) if names[i]), None)
            after = next((i for i in range(at + 1, len(charted)) if names[i]), None)
            if before is not None and after is not None and names[before] == names[after]:
                near = max(minutes[at] - minutes[before], minutes[after] - minutes[at])
                name = names[before] if near <= SETTING_BELONGS_WITHIN_MIN else None
        if name is not None:
            kept = {"oxygen_device": name, "oxygen_lpm": row["lpm_set"], "oxygen_fio2": row["fio2_set"]}
            yield minutes[at], {key: value for key, value in kept.items() if value}


def consciousness(gcs):
    """GCS 15 is alert. Below, only the number is kept: gcs_rule.csv says what it means."""
    total = str(int(float(gcs)))
    return {"gcs": total, "consciousness": "A"} if total == "15" else {"gcs": total}


def read_stays(folder):
    """Every stay of the MIMIC-IV demo that has vital signs."""
    patients = {row["patient_id"]: row for row in read(folder / "patient.csv")}
    about = {row["hospitalization_id"]: row for row in read(folder / "hospitalization.csv")}
    stays = {}

    def stay_of(stay_id):
        if stay_id not in stays and stay_id in about:
            one = about[stay_id]
            sex = patients.get(one["patient_id"], {}).get("sex_category", "")
            age = int(one["age_at_admission"])
            stays[stay_id] = Stay(stay_id, one["patient_id"], "MIMIC-IV demo", sex.lower(), age)
        return stays.get(stay_id)

    for row in read(folder / "vitals.csv"):
        stay = stay_of(row["hospitalization_id"])
        if stay:
            kept = clean({ours: row[theirs] for theirs, ours in MIMIC4_VITALS.items() if row[theirs]}, stay.dropped)
            if kept:
                stay.rows[minute_of(row["recorded_dttm"])].append(kept)
    slow = [(row["hospitalization_id"], minute_of(row["recorded_dttm"]), consciousness(row["numerical_value"]))
            for row in read(folder / "assessments.csv") if row["assessment_category"] == "gcs_total"]
    by_stay = defaultdict(list)
    for row in read(folder / "respiratory_support.csv"):
        by_stay[row["hospitalization_id"]].append(row)
    slow += [(stay_id, minute, row) for stay_id, rows in by_stay.items() for minute, row in oxygen_rows(rows)]
    for stay_id, minute, row in slow:
        stay = stays.get(stay_id)
        if stay:
            add_slow(stay, minute, clean(row, stay.dropped))
    return stays


def add_slow(stay, minute, row):
    """Puts what was charted beside the monitor into the first row of that minute; a second charting makes a second row."""
    for there in stay.rows[minute]:
        if not set(row) & set(there):
            there.update(row)
            return
    stay.rows[minute].append(row)


def read_mimic2(path):
    """The one MIMIC-II patient (60, F). Zero means that the channel gave nothing. A cuff reading beside an arterial one is a second row."""
    stay = Stay("s00001", "s00001", "MIMIC-II", "female", 60)
    for line in read(path):
        def given(column):
            text = line[column]
            return text if text and float(text) != 0 else None
        arterial = {"systolic": given("ABPSys_mmHg"), "diastolic": given("ABPDias_mmHg"), "mean_pressure": given("ABPMean_mmHg")}
        cuff = {"systolic": given("NBPSys_mmHg"), "diastolic": given("NBPDias_mmHg"), "mean_pressure": given("NBPMean_mmHg")}
        first = {"heart_rate": given("HR_bpm"), "respiration": given("RESP_per_min"), "spo2": given("SpO2_pct")}
        if any(arterial.values()):
            rows = [first | arterial, cuff]
        else:
            rows = [first | cuff]
        for row in rows:
            kept = clean({name: value for name, value in row.items() if value}, stay.dropped)
            if kept:
                stay.rows[int(line["t_min"])].append(kept)
    return stay
