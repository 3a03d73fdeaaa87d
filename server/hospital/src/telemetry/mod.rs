//! Readings: recorded durably ([`Recorder`]), kept in memory as known now ([`Now`]), and read back as trend and table.
//!
//! A reading is the device's; whose it is says the device session that holds its time.

mod alarms;
mod device_now;
mod insert;
mod judging;
mod line;
pub(crate) mod list;
pub mod messages;
mod minutes;
pub(crate) mod now;
mod past;
mod placements;
pub(crate) mod rebuild;
mod record;
mod retain;
mod row;
mod scores;
mod seen;
mod silence;
mod tallies;
mod thin;
pub(crate) mod trend;
mod writer;

pub use judging::Judging;
pub use list::list_readings;
pub use minutes::{Kept, MINUTE_DAYS, go_on_keeping_minutes, keep_minutes};
pub use now::{Event, Heard, Now, Placement};
pub use past::{Around, FARTHEST, PastAlarm, PastDay, Range, around_alarm, past_day};
pub use placements::load_placements;
pub(crate) use placements::{load_hospital, load_measuring};
pub use rebuild::{newest_reading, rebuild};
pub use record::{Recorded, Recorder};
pub use retain::{keep_partitions, retain_partitions};
pub use seen::Seen;
pub use silence::watch_for_silence;
pub use tallies::{Tallies, keep_tallies, write_tallies};
pub use trend::{Trend, trend};
