//! The addresses of machines that are kept.

use domain::ids::DeviceId;
use uuid::Uuid;

/// Every machine of the hospital, and what is due.
pub const MACHINES: &str = "/hospital/machines";
/// What moves of it, for the page that is open.
pub const MACHINES_NOW: &str = "/hospital/machines/now";
/// Registers a machine.
pub const MACHINE_REGISTER: &str = "/hospital/machines/register";
/// The tests and limits of the water for dialysis.
pub const WATER: &str = "/hospital/machines/water";

/// How whole the data of each machine are.
pub const DATA_QUALITY: &str = "/hospital/data-quality";

/// The pages of one machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MachinePage {
    /// All of it; the label leads here.
    Console,
    /// What comes again, what is open, the counter.
    Maintenance,
    /// Its disinfections.
    Disinfection,
    /// What came with it on paper.
    Documents,
    /// What did not come from it in time.
    Gaps,
    /// What was done and changed, and whose it was.
    Log,
    /// What its alarms watch for.
    Limits,
    /// What it sent as HL7.
    Messages,
    /// The label that is glued to it.
    Label,
    /// Changes its papers.
    Edit,
}

/// A page of one machine.
pub fn machine(device: DeviceId, page: MachinePage) -> String {
    let page = match page {
        MachinePage::Console => "",
        MachinePage::Maintenance => "/maintenance",
        MachinePage::Disinfection => "/disinfection",
        MachinePage::Documents => "/documents",
        MachinePage::Gaps => "/gaps",
        MachinePage::Log => "/log",
        MachinePage::Limits => "/limits",
        MachinePage::Messages => "/messages",
        MachinePage::Label => "/label",
        MachinePage::Edit => "/edit",
    };
    format!("/devices/{device}{page}")
}

/// What moves of the console, for the page that is open.
pub fn machine_now(device: DeviceId) -> String {
    format!("/devices/{device}/now")
}

/// Whether an open page asks for this by itself: what moves of it.
pub(super) fn is_asked_by_page(path: &str) -> bool {
    path == MACHINES_NOW || (path.starts_with("/devices/") && path.ends_with("/now"))
}

/// A piece of work.
pub fn machine_work(device: DeviceId, work: Uuid) -> String {
    format!("/devices/{device}/work/{work}")
}

/// The machines after one, by name.
pub fn machines_after(name: &str) -> String {
    format!("{MACHINES}?after={}", super::escaped(name))
}

/// What moves of the page that begins there.
pub fn machines_now_after(name: &str) -> String {
    format!("{MACHINES_NOW}?after={}", super::escaped(name))
}

/// How whole the data were in the last `days` days.
pub fn data_quality(days: i32) -> String {
    format!("{DATA_QUALITY}?days={days}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_moves_is_asked_by_the_page_and_the_page_by_somebody() {
        let device = DeviceId(Uuid::nil());
        assert!(is_asked_by_page(&machine_now(device)) && is_asked_by_page(MACHINES_NOW));
        assert!(!is_asked_by_page(MACHINES));
        for page in [MachinePage::Console, MachinePage::Log, MachinePage::Maintenance] {
            assert!(!is_asked_by_page(&machine(device, page)), "{page:?}");
        }
    }
}
