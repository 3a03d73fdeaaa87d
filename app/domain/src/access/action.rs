//! What somebody may want to do: module and verb, once for code, audit, scopes and pages.
//!
//! To add one: a line in the list below, its rows in `table.rs`, and `WARDLIGHT_WRITE=1 cargo test -p domain rights` renews `server/docs/rights.md`.

macro_rules! actions {
    ($($(#[$doc:meta])* $variant:ident $name:literal $words:literal;)*) => {
        /// Something a person, a device, a program or a worker may want to do.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action {
            $($(#[$doc])* $variant,)*
        }

        impl Action {
            /// Every action, for tables and tests.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name under which audit, exceptions and scopes keep it: `module.verb`.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// In words that finish "may …".
            pub const fn words(self) -> &'static str {
                match self { $(Self::$variant => $words,)* }
            }
        }
    };
}

actions! {
    /// See the live board of a ward: names, values, alarms.
    WatchWard "ward.watch" "see the live board of a ward";
    /// See one patient's readings, trend and alarms.
    ReadPatient "patient.read" "read this patient’s values";
    /// Find any patient of a hospital by name or number, and see its list.
    FindPatient "patient.find" "find any patient of the hospital";
    /// Register a patient, after looking who is registered already.
    RegisterPatient "patient.register" "register patients";
    /// See who a patient is, without the record of their care.
    ReadIdentity "patient.identify" "see who this patient is";
    /// Change who a patient is and how they are reached.
    ChangeIdentity "patient.change" "change who this patient is and how they are reached";
    /// Join two records of one person, and take them apart again.
    MergeRecords "patient.merge" "join two records of one person";
    /// Read allergies, and what else every treatment has to know.
    ReadBackground "background.read" "read allergies, conditions and medicines";
    /// Write allergies, and what else every treatment has to know.
    ChangeBackground "background.change" "write allergies, conditions and medicines";
    /// Read how somebody is dialysed: prescription, weights, access, sessions.
    ReadDialysis "dialysis.read" "read this patient’s dialysis";
    /// Prescribe dialysis, set the dry weight, say by which access.
    PrescribeDialysis "dialysis.prescribe" "prescribe dialysis";
    /// Run a session of dialysis, from check-in to its end.
    RunDialysis "dialysis.run" "run sessions of dialysis";
    /// Sign a session of dialysis, and amend one that is signed.
    SignDialysis "dialysis.sign" "sign sessions of dialysis";
    /// See what technicians noted of a patient at the machine, field by field.
    ReadUpdates "dialysis.read_updates" "see what was noted of this patient at the machine";
    /// Note something of a patient at the machine that one keeps.
    UpdateDialysis "dialysis.update" "note something of this patient at the machine";
    /// Take back what was noted at the machine.
    RevertUpdate "dialysis.take_back" "take back what was noted of this patient at the machine";
    /// See who comes to which chair of a ward, and when.
    ReadDiary "diary.read" "see who comes to which chair, and when";
    /// Book, move and call off sessions of dialysis, and write the weekly plan of a ward.
    PlanDiary "diary.plan" "book chairs and write the weekly plan";
    /// Book, move and give up one's own sessions of dialysis.
    BookOwnSession "diary.book_own" "book their own dialysis";
    /// Find who was treated with something that its maker calls back.
    RecallLot "dialysis.recall" "find who was treated with a lot";
    /// See how good the forecast of a fall of the pressure is that the hospital fitted on its own sessions.
    ReadForecast "dialysis.read_forecast" "see how good the forecast of a fall of the pressure is";
    /// Have that forecast fitted anew, and say whether it stands at the chair.
    SetForecast "dialysis.set_forecast" "fit the forecast of a fall anew and show it at the chair";
    /// Say "I have seen this alarm".
    AcknowledgeAlarm "alarm.acknowledge" "answer alarms";
    /// See devices and how they report, without patients.
    ReadDevices "device.list" "see the devices";
    /// See wards, beds, and counts of a hospital, without patients.
    ReadHospital "hospital.read" "see the hospital in figures";
    /// Read a conversation in which one takes part.
    ReadChat "chat.read" "read the conversations in which they take part";
    /// Begin a conversation and write in it.
    WriteChat "chat.write" "write to those whom they treat or work with";
    /// See one's own account and sessions.
    ReadAccount "account.read" "see this account";
    /// Change one's own profile, password, second factor and sessions.
    ChangeAccount "account.change" "change this account";
    /// Post readings, heartbeats and session starts as a device.
    PostReadings "reading.post" "post readings";
    /// Make, list and revoke tokens of devices.
    ManageDeviceTokens "device_token.manage" "manage the tokens of devices";
    /// Make, list and revoke programs that use the API for a hospital.
    ManageClients "client.manage" "manage the programs that use the API";
    /// See who works in the hospital.
    ListStaff "staff.list" "see who works here";
    /// Invite staff, change their roles, close and open their accounts.
    ManageStaff "staff.manage" "manage staff and their roles";
    /// See and end sessions of the hospital's people.
    ManageSessions "session.manage" "see and end sessions of others";
    /// Grant or deny one person one right, until a day.
    ManageRights "right.manage" "grant or deny single rights";
    /// Ask who may do what, and why.
    ExplainRights "right.explain" "see who may do what";
    /// See who is on duty where, and whose each device is.
    ReadDuties "duty.list" "see who is on duty, and whose each device is";
    /// Say who treats whom, who reads which device, who is on duty where.
    AssignCare "care.assign" "assign doctors, devices and wards";
    /// See who treats a patient, and where they lie.
    ReadCareTeam "care.read" "see who treats a patient";
    /// Begin to treat a patient of a ward on which one is on duty.
    TakeOverPatient "care.take_over" "take over a patient of one’s ward";
    /// See hand-overs of devices, answer them, and end them.
    HandOverDevice "device.hand_over" "answer and end hand-overs of devices";
    /// Lend the device that one keeps to another technician for a while.
    LendDevice "device.lend" "lend the device they keep";
    /// See a patient's critical values, who was told, and who read them back.
    ReadCritical "critical.read" "see a patient’s critical values";
    /// Report a value at which somebody must act now, and withdraw one's own report.
    ReportCritical "critical.report" "report critical values";
    /// Read a critical value back, and write what was done.
    AnswerCritical "critical.answer" "read critical values back and close them";
    /// See which critical values of a hospital wait, and for how long.
    ListCriticals "critical.list" "see which critical values wait";
    /// See one's own calls for a nurse, or those of whom one cares for, and what became of them.
    ReadCall "call.read" "see their own calls for a nurse";
    /// Call one's nurse from a bed or a chair, and take the call back.
    CallNurse "call.make" "call their nurse";
    /// See which patients call on the wards where one is on duty.
    ListCalls "call.list" "see which patients call for a nurse";
    /// Say that one comes to a patient who calls, and that somebody was there.
    AnswerCall "call.answer" "take and close the calls of patients";
    /// See what the hospital watches for, and with which limits.
    ReadAlarmRules "alarm_rule.read" "see what alarms watch for";
    /// Set what the hospital watches for.
    SetAlarmRules "alarm_rule.set" "set what alarms watch for";
    /// See who is on call, and who was told.
    ReadOnCall "on_call.read" "see who is on call";
    /// Say who is on call, and after how long each is told.
    SetOnCall "on_call.set" "say who is on call";
    /// Tell those of a hospital whom it concerns of planned work, an outage, a safety notice; and say that it is over.
    SetSystemAlerts "system_alert.set" "write system alerts";
    /// The same for every hospital.
    SetAlertsEverywhere "system_alert.set_everywhere" "write system alerts for every hospital";
    /// Set limits for one patient.
    SetPatientLimits "patient_limit.set" "set a patient’s own limits";
    /// See a machine: its papers, how it runs, what is due and what was done.
    ReadMachine "machine.read" "see machines and what is due";
    /// Plan work on a machine and do it, take it out of service and bring it back.
    KeepMachine "machine.keep" "keep machines in order";
    /// Set for one machine at which values of whoever is on it somebody is called; what it measures of itself is set by who keeps it.
    SetMachineLimits "machine_limit.set" "set for one machine at which values of a patient it calls";
    /// Say of a technical alarm of a machine that one has seen it; what is measured of the patient is answered by who treats them.
    AnswerMachineAlarm "machine_alarm.answer" "answer technical alarms of machines";
    /// Register machines, change what is written of them, and set the limits of water.
    ManageMachines "machine.manage" "register machines and set limits of water";
    /// Say where a machine stands: put it at a bed or a chair, move it, take it away.
    PlaceMachine "machine.place" "say where machines stand";
    /// Make, rename and retire wards, beds and chairs.
    ManagePlaces "place.manage" "set up wards, beds and chairs";
    /// Write down that a machine was disinfected.
    LogDisinfection "machine.disinfect" "log disinfections";
    /// See what the water for dialysis was tested for.
    ReadWater "water.read" "see the tests of water";
    /// Write down a test of the water for dialysis.
    LogWater "water.log" "log tests of water";
    /// Search the audit.
    ReadAudit "audit.read" "search the audit";
    /// Take the audit out as a file.
    ExportAudit "audit.export" "export the audit";
    /// Open a record in an emergency.
    BreakGlass "break_glass.open" "open a record in an emergency";
    /// Look through emergency openings and close them.
    ReviewBreakGlass "break_glass.review" "review emergency openings";
    /// See which consents hold for a hospital's patients.
    ReadConsents "consent.list" "see consents";
    /// See one's own consents and take them back.
    ChangeConsent "consent.change" "see and withdraw their consents";
    /// Agree to what others do with one's own record.
    GiveConsent "consent.give" "give consent";
    /// See who may see one's own record, and end it.
    ManageProxies "proxy.manage" "see and end who may see their record";
    /// Let somebody who cares for oneself see one's record.
    NameProxy "proxy.name" "name people who may see their record";
    /// See who looked at a record.
    ReadTrace "trace.read" "see who looked at a record";
    /// Switch a patient's portal on or off, and say what it shows.
    ManagePortal "portal.manage" "manage a patient’s portal";
    /// See exactly what a patient sees in the portal.
    PreviewPortal "portal.preview" "preview a patient’s portal";
    /// Close an account, open it again, sign it out everywhere.
    CloseAccount "account.close" "close and open accounts of patients";
    /// Match who registered in the portal to a chart.
    ConfirmRegistration "registration.confirm" "confirm registrations";
    /// Approve or refuse a hospital that registered.
    ApproveHospital "hospital.approve" "approve hospitals";
    /// Make a patient's record unreadable for ever by destroying its key.
    EraseRecord "record.erase" "erase a record";
    /// Read the mails of a demo that were written to disk.
    ReadOutbox "outbox.read" "read the demo’s mails";
    /// Fill an empty demo hospital.
    SeedHospital "hospital.seed" "fill a demo hospital";
    /// Check a password and open or end a browser session.
    OpenSession "session.open" "open a session";
    /// Read placements and sessions of devices to know whose reading a reading is.
    ReadPlacements "placement.read" "read placements";
    /// Make partitions ahead and drop old ones.
    RetainReadings "reading.retain" "keep and drop readings";
    /// Count what machines did into days.
    CountMachines "machine.count" "count what machines did";
    /// Chain and sign the audit.
    SealAudit "audit.seal" "seal the audit";
    /// Wrap keys anew and forget destroyed ones.
    KeepKeys "key.keep" "keep the keys";
    /// Run jobs that were left for later, such as mails.
    RunJobs "job.run" "run jobs";
}

impl Action {
    /// The action of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|action| action.name() == name)
    }

    /// The module before the dot.
    pub fn module(self) -> &'static str {
        self.name().split('.').next().unwrap_or_default()
    }

    /// Whether the person must have proved who they are within the last five minutes (`design/security.md` A2: prescribing, signing, break-glass,
    /// exports, role changes; beside them what opens a door for others or cannot be undone).
    pub const fn wants_fresh_proof(self) -> bool {
        matches!(
            self,
            Self::ManageStaff
                | Self::ManageRights
                | Self::CloseAccount
                | Self::ManageClients
                | Self::AssignCare
                | Self::ManageDeviceTokens
                | Self::ConfirmRegistration
                | Self::ExportAudit
                | Self::BreakGlass
                | Self::EraseRecord
                | Self::MergeRecords
                | Self::ApproveHospital
                | Self::PrescribeDialysis
                | Self::SignDialysis
        )
    }

    /// The right on which it rests: a denial of that denies this too. The board of a ward, a preview and an alarm tell what is measured; who lends a device takes part
    /// in a hand-over; who joins two records changes who somebody is; who keeps a machine or sets its limits sees it, and who logs water sees its tests.
    pub const fn rests_on(self) -> Option<Self> {
        match self {
            Self::WatchWard
            | Self::PreviewPortal
            | Self::AcknowledgeAlarm
            | Self::SetPatientLimits
            | Self::ReadBackground
            | Self::ChangeBackground
            | Self::ReadDialysis
            | Self::PrescribeDialysis
            | Self::RunDialysis
            | Self::SignDialysis
            | Self::ReadUpdates
            | Self::UpdateDialysis
            | Self::RevertUpdate
            | Self::ReadCritical
            | Self::ReportCritical
            | Self::AnswerCritical
            | Self::AnswerCall => Some(Self::ReadPatient),
            Self::LendDevice => Some(Self::HandOverDevice),
            Self::ManagePlaces => Some(Self::ReadHospital),
            Self::KeepMachine
            | Self::SetMachineLimits
            | Self::AnswerMachineAlarm
            | Self::ManageMachines
            | Self::PlaceMachine
            | Self::LogDisinfection => Some(Self::ReadMachine),
            Self::SetForecast => Some(Self::ReadForecast),
            Self::SetAlarmRules => Some(Self::ReadAlarmRules),
            Self::SetOnCall => Some(Self::ReadOnCall),
            Self::SetAlertsEverywhere => Some(Self::SetSystemAlerts),
            Self::LogWater => Some(Self::ReadWater),
            Self::PlanDiary => Some(Self::ReadDiary),
            Self::MergeRecords => Some(Self::ChangeIdentity),
            _ => None,
        }
    }

    /// Whether an admin may grant or deny it to one person: not what belongs to oneself, to devices, or to the house's own work, and not to lend a device, for
    /// which only who keeps it answers, nor a conversation of two others.
    pub const fn is_grantable(self) -> bool {
        !matches!(
            self,
            Self::ReadAccount
                | Self::ReadChat
                | Self::WriteChat
                | Self::ChangeAccount
                | Self::PostReadings
                | Self::LendDevice
                | Self::ChangeConsent
                | Self::GiveConsent
                | Self::ManageProxies
                | Self::NameProxy
                | Self::BookOwnSession
                | Self::ReadCall
                | Self::CallNurse
                | Self::SeedHospital
                | Self::OpenSession
                | Self::ReadPlacements
                | Self::RetainReadings
                | Self::CountMachines
                | Self::SealAudit
                | Self::KeepKeys
                | Self::RunJobs
                | Self::ApproveHospital
                | Self::SetAlertsEverywhere
                | Self::CloseAccount
                | Self::ReadOutbox
        )
    }
}
