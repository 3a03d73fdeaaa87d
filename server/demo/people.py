"""The invented people and devices around the real recordings. Names, numbers and days of birth belong to nobody.

Sex and age are those of the record. The year of birth is YEAR minus the age at admission, and the day lies before November, so that
the person has that age at the end of YEAR. The day, the hospital number and the health id are counted from the bed number.
"""
import math
import uuid

YEAR = 2026
NAMESPACE = uuid.UUID("6f1c2b8e-3d8a-4c58-9a55-7d2f0b6c4e11")

# Family and given name by bed; the sex of the record must fit (BEDS in choose.py).
NAMES = [
    ("Okafor", "Amara"), ("Mwangi", "Joseph"), ("Khan", "Imran"), ("Brandt", "Daniel"), ("Ferreira", "Ana"), ("Benali", "Fatima"),
    ("Yusuf", "Halima"), ("Adeyemi", "Thomas"), ("Nair", "Priya"), ("Petrov", "Ivan"), ("Eze", "Ngozi"), ("Mendes", "Clara"),
]
# The second hospital has people and devices but no recording: its beds are quiet, and nobody of the first hospital may see them.
ELSEWHERE = [("Lindqvist", "Sara", "female", 57), ("Tanaka", "Hiroshi", "male", 73)]

PEOPLE_HEADER = ["hospital", "bed", "family_name", "given_name", "sex", "born_on", "hospital_number", "health_id", "source", "stay_id"]
DEVICE_PARAMETERS = ["heart_rate", "respiration", "spo2", "systolic", "diastolic", "mean_pressure", "temperature", "consciousness", "oxygen"]
DEVICES_HEADER = ["hospital", "bed", "device_id", "name", "model", "serial", "recording", *(f"{name}_s" for name in DEVICE_PARAMETERS)]


def luhn(digits):
    """The check digit that makes `digits` plus itself pass the Luhn test (ISO/IEC 7812-1, annex B)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        number = int(digit) * (2 if place % 2 == 0 else 1)
        total += number - 9 if number > 9 else number
    return str(-total % 10)


def health_id(number):
    """14 digits in groups of 2, 4, 4 and 4; the last one is the check digit."""
    body = f"91{(7754_2081_339 + (number - 1) * 104_729_013) % 10**11:011}"
    digits = body + luhn(body)
    return f"{digits[:2]}-{digits[2:6]}-{digits[6:10]}-{digits[10:]}"


def born_on(age, number):
    return f"{YEAR - age:04}-{number * 7 % 10 + 1:02}-{number * 11 % 28 + 1:02}"


def person_rows(beds):
    rows = []
    for bed, (window, (family, given)) in enumerate(zip(beds, NAMES), start=1):
        stay = window.stay
        rows.append(["riverbend", bed, family, given, stay.sex, born_on(stay.age, bed), f"RG-{203 + bed} {4041 + bed * 137}",
                     health_id(bed), stay.source, stay.stay_id])
    for bed, (family, given, sex, age) in enumerate(ELSEWHERE, start=1):
        number = len(NAMES) + bed
        rows.append(["hillside", bed, family, given, sex, born_on(age, number), f"HS-{100 + bed} {2041 + bed * 89}", health_id(number), "", ""])
    return PEOPLE_HEADER, rows


def device_rows(promised):
    """One monitor a bed. Promised intervals in seconds at speed 1; empty where the recording never charts the parameter."""
    rows = []
    for bed, minutes in enumerate(promised, start=1):
        seconds = [math.ceil(minutes[name]) * 60 if name in minutes else "" for name in DEVICE_PARAMETERS]
        rows.append(["riverbend", bed, uuid.uuid5(NAMESPACE, f"riverbend/{bed}"), f"Monitor bed {bed}", "Lumen M4", f"LM4-26-{1000 + bed * 37}",
                     f"bed_{bed:02}", *seconds])
    for bed in range(1, len(ELSEWHERE) + 1):
        rows.append(["hillside", bed, uuid.uuid5(NAMESPACE, f"hillside/{bed}"), f"Monitor bed {bed}", "Lumen M4", f"LM4-26-{2000 + bed * 37}", "",
                     *("" for _ in DEVICE_PARAMETERS)])
    return DEVICES_HEADER, rows
