//! The table: which role may do what, and for whom. Nothing that is not here is allowed.
//!
//! A row says which relations suffice, each by itself. Printed to `server/docs/rights.md`, which a reviewer reads and a test compares.

use super::action::Action;
use super::relation::Relations;
use crate::actor::{Role, Task};

/// What of a patient a clinician may read: whom they treat, who lies on a ward where they are on duty, who is on a device that is theirs; each
/// suffices. Beside that, whoever they opened in an emergency.
const CARE: Relations = Relations::TREATING
    .and(Relations::WARD)
    .and(Relations::DEVICE)
    .and(Relations::BREAK_GLASS);
const HOSPITAL: Relations = Relations::HOSPITAL;
const OWN: Relations = Relations::OWN;

/// The relations that suffice for `role` to do `action`; none when the role may not. For pages that show the table; what somebody may says [`super::decide`].
pub const fn reach(role: Role, action: Action) -> Relations {
    use Action as A;
    use Role as R;
    match (action, role) {
        (A::WatchWard, R::Doctor | R::Nurse) => Relations::WARD,
        // A doctor also reads whom the patient let their hospital see.
        (A::ReadPatient, R::Doctor) => CARE.and(Relations::CONSENT),
        (A::ReadPatient, R::Nurse) => CARE,
        // C17: a technician sees the patient on the one device that is theirs.
        (A::ReadPatient, R::Technician) => Relations::DEVICE,
        (A::ReadPatient, R::EmergencyResponder) => Relations::BREAK_GLASS,
        (A::ReadPatient | A::ReadTrace, R::Patient) => OWN,
        (A::ReadPatient, R::Proxy) => Relations::PROXY,
        // Reception finds and registers everybody of its hospital, and sees who they are; the record of their care is not theirs.
        (
            A::FindPatient | A::RegisterPatient | A::ReadIdentity | A::ChangeIdentity,
            R::Receptionist | R::HospitalAdmin,
        ) => HOSPITAL,
        (A::ReadIdentity, R::Doctor) => CARE.and(Relations::CONSENT),
        (A::ReadIdentity, R::Nurse) => CARE,
        (A::ReadIdentity | A::ReadBackground, R::EmergencyResponder) => Relations::BREAK_GLASS,
        (A::ReadBackground, R::Doctor) => CARE.and(Relations::CONSENT),
        (A::ReadBackground, R::Nurse) => CARE,
        // What is written is written by the hospital that holds it, for whoever is cared for there.
        (A::ChangeIdentity | A::ChangeBackground, R::Doctor | R::Nurse) => CARE.without(Relations::BREAK_GLASS),
        (A::ReadDialysis, R::Doctor) => CARE.and(Relations::CONSENT),
        (A::ReadDialysis, R::Nurse) => CARE,
        (A::ReadDialysis, R::EmergencyResponder) => Relations::BREAK_GLASS,
        (A::ReadDialysis | A::BookOwnSession, R::Patient) => OWN,
        (A::ReadDialysis, R::Proxy) => Relations::PROXY,
        // Who sits where and when is planned by whoever is on duty there, and by who books for the whole hospital: names and times, no record.
        (A::ReadDiary | A::PlanDiary, R::Doctor | R::Nurse) => Relations::WARD,
        (A::ReadDiary | A::PlanDiary, R::Receptionist | R::HospitalAdmin) => HOSPITAL,
        // A doctor prescribes and signs, whoever is at the chair runs the session; all three where the patient is cared for.
        (A::PrescribeDialysis | A::SignDialysis, R::Doctor) | (A::RunDialysis, R::Doctor | R::Nurse) => {
            CARE.without(Relations::BREAK_GLASS)
        }
        // C54: a technician notes at the machine that is theirs what they see of whoever is on it; whoever reads the patient reads it, and a doctor takes it back.
        (A::ReadUpdates, R::Doctor) => CARE.and(Relations::CONSENT),
        (A::ReadUpdates, R::Nurse) => CARE,
        (A::ReadUpdates | A::UpdateDialysis, R::Technician) => Relations::DEVICE,
        (A::RevertUpdate, R::Doctor) => CARE.without(Relations::BREAK_GLASS),
        // What a maker calls back is looked for in the whole hospital: whoever was treated with it may lie on any ward.
        (A::RecallLot, R::Doctor | R::Nurse | R::HospitalAdmin) => HOSPITAL,
        // A forecast is judged by whoever would go by it; that it stands at the chair is decided by who runs the hospital. Nobody is named in it.
        (A::ReadForecast, R::Doctor | R::Nurse | R::HospitalAdmin) => HOSPITAL,
        (A::SetForecast, R::HospitalAdmin) => HOSPITAL,
        (A::AcknowledgeAlarm, R::Doctor | R::Nurse) => CARE.without(Relations::BREAK_GLASS),
        // A value at which somebody must act is reported and answered where the patient is cared for; it is read by whoever reads the record.
        (A::ReadCritical, R::Doctor) => CARE.and(Relations::CONSENT),
        (A::ReadCritical, R::Nurse) => CARE,
        (A::ReadCritical, R::EmergencyResponder) => Relations::BREAK_GLASS,
        (A::ReportCritical, R::Doctor | R::Nurse) => CARE.without(Relations::BREAK_GLASS),
        // Whoever the house told of one by name answers that one, and reads nothing of the patient by it. A technician on call does not: a value that was read back tells nobody any longer, and they
        // cannot act on it.
        (A::AnswerCritical, R::Doctor | R::Nurse) => CARE.without(Relations::BREAK_GLASS).and(Relations::TOLD),
        // That one waits, and for how long, is the whole house's to see; whose and what it is, only theirs who read it.
        (A::ListCriticals, R::Doctor | R::Nurse | R::Technician | R::HospitalAdmin) => HOSPITAL,
        // Nobody calls for another, also not who cares for them: a call says that somebody lies there and needs help now, and that knows who lies there. Who cares for them sees what became of it.
        (A::ReadCall | A::CallNurse, R::Patient) => OWN,
        (A::ReadCall, R::Proxy) => Relations::PROXY,
        // Who calls is seen by whoever is on duty on the ward, or was told as being on call; whoever cares for the patient says that they come, and so does whoever the house told by name. That
        // one may come, and reads nothing of the patient by it.
        (A::ListCalls, R::Doctor | R::Nurse | R::Technician) => HOSPITAL,
        (A::AnswerCall, R::Doctor | R::Nurse) => CARE.without(Relations::BREAK_GLASS).and(Relations::TOLD),
        (A::AnswerCall, R::Technician) => Relations::TOLD,
        // At which value somebody is called is a doctor's order; whoever is called may know what everybody is watched for.
        (A::SetPatientLimits, R::Doctor) => CARE.without(Relations::BREAK_GLASS),
        (A::ReadAlarmRules, R::Doctor | R::Nurse | R::Technician | R::HospitalAdmin) => HOSPITAL,
        (A::SetAlarmRules, R::HospitalAdmin) => HOSPITAL,
        // Whoever is called, and whoever waits for them, knows who it is.
        (A::ReadOnCall, R::Doctor | R::Nurse | R::Technician | R::HospitalAdmin) => HOSPITAL,
        (A::SetOnCall, R::HospitalAdmin) => HOSPITAL,
        // Everybody reads what concerns them as part of their own pages; what is said is said by who runs the hospital, and to every hospital by who runs the platform.
        (A::SetSystemAlerts, R::HospitalAdmin) => HOSPITAL,

        // Who treats somebody is known to those who read the record, and to who assigns them: that one needs the name and not the record.
        (A::ReadCareTeam, R::Doctor | R::Nurse) => CARE.without(Relations::BREAK_GLASS),
        (A::ReadCareTeam, R::HospitalAdmin) => HOSPITAL,
        (A::TakeOverPatient, R::Doctor) => Relations::WARD,

        // A conversation is of two, and of nobody who runs the hospital or the platform.
        (A::ReadChat, R::Doctor) => Relations::TALKS.and(Relations::BREAK_GLASS),
        (A::ReadChat, R::Nurse | R::EmergencyResponder) => Relations::BREAK_GLASS,
        (A::ReadChat, R::Technician | R::Patient) => Relations::TALKS,
        (A::WriteChat, R::Doctor | R::Technician | R::Patient) => Relations::TALKS,

        (A::ReadDevices | A::HandOverDevice | A::LendDevice, R::Technician) => Relations::DEVICE,
        (A::ReadDevices | A::HandOverDevice, R::HospitalAdmin) => HOSPITAL,
        // A machine holds nobody's record. A technician keeps the one that is theirs; nurses see them all, because a machine that is not fit is theirs to set aside, and log
        // what they disinfect. Water is of the whole unit, so each technician tests it.
        (A::ReadMachine | A::KeepMachine | A::PlaceMachine | A::LogDisinfection, R::Technician) => Relations::DEVICE,
        // Whoever stands at the machine says that they look at its alarm; not at those of the patient on it.
        (A::AnswerMachineAlarm, R::Technician) => Relations::DEVICE,
        (A::ReadMachine | A::LogDisinfection, R::Nurse) => HOSPITAL,
        // At which value of a patient somebody is called is a doctor's order, at one machine too: whoever keeps it sets only what it measures of itself and its circuit.
        (A::ReadMachine | A::SetMachineLimits, R::Doctor) => HOSPITAL,
        (A::ReadWater | A::LogWater, R::Technician | R::Nurse) => HOSPITAL,
        (
            A::ReadMachine
            | A::KeepMachine
            | A::SetMachineLimits
            | A::PlaceMachine
            | A::ManageMachines
            | A::LogDisinfection
            | A::ReadWater
            | A::LogWater,
            R::HospitalAdmin,
        ) => HOSPITAL,
        // Which wards, beds and chairs there are is said by who runs the hospital; nobody lies in them here.
        (A::ManagePlaces, R::HospitalAdmin) => HOSPITAL,
        (A::ReadHospital | A::ManageDeviceTokens | A::ManageClients, R::HospitalAdmin) => HOSPITAL,

        (
            A::ReadAccount | A::ChangeAccount,
            R::Doctor
            | R::Nurse
            | R::Technician
            | R::Pharmacist
            | R::Receptionist
            | R::BillingClerk
            | R::LabTechnician
            | R::EmergencyResponder
            | R::HospitalAdmin
            | R::SuperAdmin
            | R::Patient
            | R::Proxy,
        ) => OWN,

        (A::ListStaff, R::HospitalAdmin | R::Receptionist) => HOSPITAL,
        (A::ManageStaff | A::ManageSessions | A::ManageRights | A::ExplainRights, R::HospitalAdmin) => HOSPITAL,
        (A::ReadDuties | A::AssignCare, R::HospitalAdmin) => HOSPITAL,

        (A::ReadAudit | A::ExportAudit | A::ReviewBreakGlass | A::ReadConsents, R::HospitalAdmin) => HOSPITAL,
        // Anybody's record in any hospital can be opened in an emergency by who treats people: that is what it is for. What is opened, the reason and the hour
        // are told to the patient and reviewed.
        (A::BreakGlass, R::Doctor | R::Nurse | R::EmergencyResponder) => HOSPITAL,

        (A::ChangeConsent | A::GiveConsent | A::ManageProxies | A::NameProxy, R::Patient) => OWN,
        (A::ManagePortal | A::CloseAccount, R::HospitalAdmin | R::Receptionist) => HOSPITAL,
        (A::PreviewPortal, R::Doctor | R::Nurse) => CARE.without(Relations::BREAK_GLASS),
        (A::ConfirmRegistration, R::Receptionist | R::HospitalAdmin) => HOSPITAL,
        (A::EraseRecord | A::MergeRecords | A::ReadOutbox, R::HospitalAdmin) => HOSPITAL,
        // Any account of the house; in a hospital, those of its patients.
        (A::ApproveHospital | A::CloseAccount | A::SetAlertsEverywhere, R::SuperAdmin) => Relations::PLATFORM,
        (_, R::SuperAdmin) => of_super_admin(action),
        _ => Relations::NONE,
    }
}

/// A super admin passes every check of administration in the hospital where they act (C14). What they do not get is another hospital, and patients: for those a
/// relation is needed that only care gives (`server/docs/decisions/0007-rights.md`).
const fn of_super_admin(action: Action) -> Relations {
    use Action as A;
    match action {
        A::ReadDevices
        | A::ReadForecast
        | A::SetForecast
        | A::ReadAlarmRules
        | A::SetAlarmRules
        | A::ReadOnCall
        | A::SetOnCall
        | A::ListCriticals
        | A::SetSystemAlerts
        | A::ReadMachine
        | A::KeepMachine
        | A::SetMachineLimits
        | A::PlaceMachine
        | A::ManagePlaces
        | A::ManageMachines
        | A::LogDisinfection
        | A::ReadWater
        | A::LogWater
        | A::ReadHospital
        | A::ManageDeviceTokens
        | A::ManageClients
        | A::ListStaff
        | A::ManageStaff
        | A::ManageSessions
        | A::ManageRights
        | A::ExplainRights
        | A::ReadDuties
        | A::AssignCare
        | A::ReadAudit
        | A::ExportAudit
        | A::ReviewBreakGlass
        | A::ReadConsents
        | A::ReadOutbox => HOSPITAL,
        _ => Relations::NONE,
    }
}

/// Whether a piece of the house's own work may do `action`.
pub(super) const fn of_task(task: Task, action: Action) -> bool {
    match task {
        Task::Seed => matches!(
            action,
            Action::SeedHospital | Action::PostReadings | Action::ManageDeviceTokens
        ),
        Task::SignIn => matches!(action, Action::OpenSession),
        Task::Watch => matches!(action, Action::ReadPlacements | Action::PostReadings),
        Task::Retain => matches!(action, Action::RetainReadings | Action::CountMachines),
        Task::Seal => matches!(action, Action::SealAudit),
        Task::Keys => matches!(action, Action::KeepKeys),
        Task::Jobs => matches!(action, Action::RunJobs),
        Task::Rights => matches!(action, Action::ReadPlacements),
        Task::Find => matches!(action, Action::BreakGlass | Action::RegisterPatient),
    }
}

/// The relations within which a right that an admin granted to one person holds: their own hospital, as far as it reaches.
pub(super) const GRANTED: Relations = HOSPITAL
    .and(Relations::WARD)
    .and(Relations::TREATING)
    .and(Relations::DEVICE);

/// The table as the reviewed file has it: one line for each action, one column for each role.
pub fn printed() -> String {
    let roles: Vec<Role> = Role::ALL.into_iter().collect();
    let head: Vec<&str> = roles.iter().map(|role| role.name()).collect();
    let mut text = format!(
        "| action | step-up | {} |\n|{}\n",
        head.join(" | "),
        " --- |".repeat(head.len() + 2)
    );
    for action in Action::ALL {
        let cells: Vec<String> = roles
            .iter()
            .map(|role| reach(*role, *action).words().collect::<Vec<_>>().join(", "))
            .collect();
        let fresh = if action.wants_fresh_proof() { "yes" } else { "" };
        text.push_str(&format!("| `{}` | {fresh} | {} |\n", action.name(), cells.join(" | ")));
    }
    text
}
