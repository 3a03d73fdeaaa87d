//! Who gets in, for each role and relation, in one block.

use domain::actor::Role;

/// How somebody stands to Mwangi, in the order of the tables.
///
/// | | fact |
/// | --- | --- |
/// | `treats` | treats him now |
/// | `treated` | treated him until yesterday |
/// | `duty` | is on duty on his ward |
/// | `other` | is on duty on another ward |
/// | `device` | reads the device that measures him; a technician keeps it |
/// | `handed` | that device is handed over to them |
/// | `house` | works in his hospital, and nothing else |
/// | `consent` | works elsewhere; he lets that hospital see |
/// | `taken` | works elsewhere; he has taken that back |
/// | `away` | works elsewhere |
/// | `glass` | works elsewhere, and has opened his record in an emergency |
/// | `shut` | the same, an hour ago |
/// | `denied` | treats him, is on duty, has the device, and is denied every right |
/// | `denied-read` | the same, and is denied to read him, nothing else |
/// | `granted` | works in his hospital, and is granted the right |
pub const RELATIONS: [&str; 15] = [
    "treats",
    "treated",
    "duty",
    "other",
    "device",
    "handed",
    "house",
    "consent",
    "taken",
    "away",
    "glass",
    "shut",
    "denied",
    "denied-read",
    "granted",
];
/// What is expected. `y` opens, `n` is 403 (also for who has no such right at all, whatever it is about), `.` is 404 (they must not learn that it exists), `e`
/// opens a list in which it is missing. A role without a line of its own is one of the others.
const EXPECTED: &str = "
                       treats treated duty other device handed house consent taken away glass shut denied denied-read granted
    read: what is measured
      doctor              y      n      y    n      y      n     n      y      .     .    y     .     n        n         y
      nurse               y      n      y    n      y      n     n      n      .     .    y     .     n        n         y
      technician          n      n      n    n      y      y     n      n      .     .    n     .     n        n         y
      emergency_responder n      n      n    n      n      n     n      n      .     .    y     .     n        n         y
      others              n      n      n    n      n      n     n      n      n     n    n     n     n        n         y
    answer: an alarm, inside the hospital that watches it
      doctor              y      n      y    n      y      n     n      .      .     .    .     .     n        n         y
      nurse               y      n      y    n      y      n     n      .      .     .    .     .     n        n         y
      others              n      n      n    n      n      n     n      n      n     n    n     n     n        n         y
    ward: the board of the ward on which he lies
      doctor              n      n      y    n      n      n     n      .      .     .    .     .     n        n         y
      nurse               n      n      y    n      n      n     n      .      .     .    .     .     n        n         y
      others              n      n      n    n      n      n     n      n      n     n    n     n     n        n         y
    team: who treats him
      doctor              y      n      y    n      y      n     n      n      .     .    n     .     n        y         y
      nurse               y      n      y    n      y      n     n      n      .     .    n     .     n        y         y
      hospital_admin      y      y      y    y      y      y     y      n      .     .    n     .     n        y         y
      others              n      n      n    n      n      n     n      n      n     n    n     n     n        n         y
    assign: say who treats him and where he lies
      hospital_admin      y      y      y    y      y      y     y      n      .     .    n     .     n        y         y
      super_admin         y      y      y    y      y      y     y      n      .     .    n     .     n        y         y
      others              n      n      n    n      n      n     n      n      n     n    n     n     n        n         y
    take-over: treat him from now on
      doctor              n      n      y    n      n      n     n      n      .     .    n     .     n        y         y
      others              n      n      n    n      n      n     n      n      n     n    n     n     n        n         y
    portal: switch his portal, and say what it shows
      hospital_admin      y      y      y    y      y      y     y      n      .     .    n     .     n        y         y
      receptionist        y      y      y    y      y      y     y      n      .     .    n     .     n        y         y
      others              n      n      n    n      n      n     n      n      n     n    n     n     n        n         y
    preview: see what his portal shows him
      doctor              y      n      y    n      y      n     n      n      .     .    n     .     n        n         y
      nurse               y      n      y    n      y      n     n      n      .     .    n     .     n        n         y
      others              n      n      n    n      n      n     n      n      n     n    n     n     n        n         y
    devices: find the device that measures him in the list
      technician          e      e      e    e      y      y     e      e      e     e    e     e     n        y         y
      hospital_admin      y      y      y    y      y      y     y      e      e     e    e     e     n        y         y
      super_admin         y      y      y    y      y      y     y      e      e     e    e     e     n        y         y
      others              n      n      n    n      n      n     n      n      n     n    n     n     n        n         y
    identify: see who he is
      doctor              y      n      y    n      y      n     n      y      .     .    y     .     n        y         y
      nurse               y      n      y    n      y      n     n      n      .     .    y     .     n        y         y
      receptionist        y      y      y    y      y      y     y      n      .     .    n     .     n        y         y
      emergency_responder n      n      n    n      n      n     n      n      .     .    y     .     n        n         y
      hospital_admin      y      y      y    y      y      y     y      n      .     .    n     .     n        y         y
      others              n      n      n    n      n      n     n      n      n     n    n     n     n        n         y
    change: change who he is and how he is reached
      doctor              y      n      y    n      y      n     n      n      .     .    n     .     n        y         y
      nurse               y      n      y    n      y      n     n      n      .     .    n     .     n        y         y
      receptionist        y      y      y    y      y      y     y      n      .     .    n     .     n        y         y
      hospital_admin      y      y      y    y      y      y     y      n      .     .    n     .     n        y         y
      others              n      n      n    n      n      n     n      n      n     n    n     n     n        n         y
    merge: join another record of his to this one
      hospital_admin      y      y      y    y      y      y     y      n      .     .    n     .     n        y         y
      others              n      n      n    n      n      n     n      n      n     n    n     n     n        n         y
    background: what he does not bear, lives with and takes
      doctor              y      n      y    n      y      n     n      y      .     .    y     .     n        n         y
      nurse               y      n      y    n      y      n     n      n      .     .    y     .     n        n         y
      emergency_responder n      n      n    n      n      n     n      n      .     .    y     .     n        n         y
      others              n      n      n    n      n      n     n      n      n     n    n     n     n        n         y
    write: the same, written
      doctor              y      n      y    n      y      n     n      n      .     .    n     .     n        n         y
      nurse               y      n      y    n      y      n     n      n      .     .    n     .     n        n         y
      others              n      n      n    n      n      n     n      n      n     n    n     n     n        n         y
    prescribe: dialysis, which a doctor does
      doctor              y      n      y    n      y      n     n      n      .     .    n     .     n        n         y
      others              n      n      n    n      n      n     n      n      n     n    n     n     n        n         y
    updates: what technicians noted of him at the machine
      doctor              y      n      y    n      y      n     n      y      .     .    y     .     n        n         y
      nurse               y      n      y    n      y      n     n      n      .     .    y     .     n        n         y
      technician          n      n      n    n      y      y     n      n      .     .    n     .     n        n         y
      others              n      n      n    n      n      n     n      n      n     n    n     n     n        n         y
    note: the same, written by who keeps that machine or has it for a while
      technician          n      n      n    n      y      y     n      n      .     .    n     .     n        n         y
      others              n      n      n    n      n      n     n      n      n     n    n     n     n        n         y
    mine: find him among the patients that are theirs, or of the hospital for who may find any
      doctor              y      e      y    e      y      e     e      y      e     e    y     e     n        n         y
      nurse               y      e      y    e      y      e     e      e      e     e    y     e     n        n         y
      technician          e      e      e    e      y      y     e      e      e     e    e     e     n        n         y
      emergency_responder e      e      e    e      e      e     e      e      e     e    y     e     n        n         y
      receptionist        y      y      y    y      y      y     y      e      e     e    e     e     n        y         y
      hospital_admin      y      y      y    y      y      y     y      e      e     e    e     e     n        y         y
      others              n      n      n    n      n      n     n      n      n     n    n     n     n        n         y
    lend: that device, which only who keeps it does
      technician          n      n      n    n      y      n     n      n      n     n    n     n     n        y         n
      others              n      n      n    n      n      n     n      n      n     n    n     n     n        n         n
";

/// The letter of `table` for a role in a relation.
pub fn expected(table: &str, role: Role, relation: &str) -> char {
    let columns = EXPECTED.lines().nth(1).unwrap().split_whitespace();
    let place = columns.into_iter().position(|column| column == relation).unwrap();
    let lines = EXPECTED
        .lines()
        .skip_while(|line| !line.trim_start().starts_with(&format!("{table}:")))
        .skip(1);
    let of_table = lines.take_while(|line| !line.contains(':'));
    let line = of_table
        .into_iter()
        .find(|line| [Some(role.name()), Some("others")].contains(&line.split_whitespace().next()));
    let letter = line.unwrap().split_whitespace().nth(place + 1).unwrap();
    letter.chars().next().unwrap()
}
