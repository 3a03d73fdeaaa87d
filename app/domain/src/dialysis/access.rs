//! The way to the blood: a fistula, a graft or a catheter, and what was seen, felt, heard and measured of it.

use serde::{Deserialize, Serialize};

use super::ektv::Drawn;
use super::named::named;
use super::read::{Range, Reader};
use crate::invalid::Invalid;
use crate::records::Dated;
use crate::time::Civil;

named! {
    /// What it is.
    AccessKind {
        /// An arteriovenous fistula.
        Fistula = "fistula",
        /// An arteriovenous graft.
        Graft = "graft",
        /// A tunnelled catheter.
        Tunnelled = "tunnelled",
        /// A catheter that is not tunnelled.
        NonTunnelled = "non_tunnelled",
    }
}

impl AccessKind {
    /// Whether it is a catheter: no needles, no thrill, an exit site.
    pub const fn is_catheter(self) -> bool {
        matches!(self, Self::Tunnelled | Self::NonTunnelled)
    }

    /// From where blood for urea is drawn, which decides the formula of eKt/V.
    pub const fn drawn(self) -> Drawn {
        match self.is_catheter() {
            true => Drawn::Catheter,
            false => Drawn::Arteriovenous,
        }
    }

    /// The flow in mL/min below which it is looked at: graft 600, fistula 500 (`spec/clinical.md`, access flow: KDOQI 2006/2019, "graft < 600, fistula < 400–500 ml/min, refer
    /// with clinical signs"; the guideline itself was not at hand to be compared, and the higher end is taken, which is the safe side). It marks, and stops nothing. None for a
    /// catheter.
    pub const fn least_flow(self) -> Option<i32> {
        match self {
            Self::Graft => Some(600),
            Self::Fistula => Some(500),
            Self::Tunnelled | Self::NonTunnelled => None,
        }
    }
}

named! {
    /// On which side.
    Side {
        /// Left.
        Left = "left",
        /// Right.
        Right = "right",
    }
}

named! {
    /// Why it is used no longer.
    AccessEnd {
        /// It failed.
        Failed = "failed",
        /// It was taken out.
        Removed = "removed",
        /// It was infected.
        Infected = "infected",
        /// Another came in its place.
        Replaced = "replaced",
        /// It was written down by mistake.
        Mistake = "mistake",
    }
}

named! {
    /// How much of a thrill or a bruit there is.
    Felt {
        /// As it should be.
        Present = "present",
        /// Weak.
        Weak = "weak",
        /// None.
        Absent = "absent",
    }
}

named! {
    /// How the vessel feels.
    Feel {
        /// Soft.
        Soft = "soft",
        /// Firm.
        Firm = "firm",
        /// It beats like an artery.
        Pulsatile = "pulsatile",
    }
}

named! {
    /// How the exit of a catheter looks.
    ExitSite {
        /// As it should.
        Clean = "clean",
        /// Red.
        Red = "red",
        /// Swollen.
        Swollen = "swollen",
        /// A discharge.
        Discharge = "discharge",
    }
}

/// One access.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    /// What it is.
    pub kind: AccessKind,
    /// On which side.
    pub side: Side,
    /// Where: `radio-cephalic wrist`, `internal jugular`.
    pub site: String,
    /// When it was made or put in, as far as anybody knows.
    pub made_on: Option<Dated>,
    /// What else.
    pub note: Option<String>,
}

/// An access as typed; the names are those of the form's fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// [`AccessKind`] by its name.
    pub kind: String,
    /// [`Side`] by its name.
    pub side: String,
    /// Where.
    pub site: String,
    /// A day, a month or a year; may stay empty.
    pub made_on: String,
    /// Text.
    pub note: String,
}

impl Typed {
    /// Each field and what stands in it, for a form that comes back.
    pub fn fields(&self) -> [(&'static str, &str); 5] {
        [
            ("kind", &self.kind),
            ("side", &self.side),
            ("site", &self.site),
            ("made_on", &self.made_on),
            ("note", &self.note),
        ]
    }

    /// Reads it.
    ///
    /// # Errors
    /// A fault for each field that is missing or cannot be.
    pub fn read(&self, today: Civil) -> Result<Access, Vec<Invalid>> {
        let mut it = Reader::default();
        let read = Access {
            kind: it.one("kind", &self.kind, AccessKind::parse, AccessKind::Fistula),
            side: it.one("side", &self.side, Side::parse, Side::Left),
            site: it.words("site", &self.site, 80, "Enter where it is."),
            made_on: Dated::read_begun("made_on", &self.made_on, today).unwrap_or_else(|fault| {
                it.fault(&fault.field, &fault.reason);
                None
            }),
            note: it.maybe_text("note", &self.note, 500),
        };
        it.done(read)
    }
}

/// What was seen, felt, heard or measured; what was not looked at is not there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// The hum that is felt; not of a catheter.
    pub thrill: Option<Felt>,
    /// The hum that is heard; not of a catheter.
    pub bruit: Option<Felt>,
    /// How it feels; not of a catheter.
    pub feel: Option<Feel>,
    /// Whether a bulge grew.
    pub aneurysm: Option<bool>,
    /// How the exit looks; of a catheter.
    pub exit_site: Option<ExitSite>,
    /// Flow, mL/min.
    pub flow: Option<i32>,
    /// Whether it may be used.
    pub safe_to_use: bool,
    /// What is wrong; there when it may not be used.
    pub problem: Option<String>,
}

/// An assessment as typed; the names are those of the form's fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedAssessment {
    /// [`Felt`] by its name; may stay empty.
    pub thrill: String,
    /// [`Felt`] by its name; may stay empty.
    pub bruit: String,
    /// [`Feel`] by its name; may stay empty.
    pub feel: String,
    /// `yes`, `no`, or empty.
    pub aneurysm: String,
    /// [`ExitSite`] by its name; may stay empty.
    pub exit_site: String,
    /// mL/min.
    pub flow: String,
    /// `yes` or `no`.
    pub safe_to_use: String,
    /// Text.
    pub problem: String,
}

const FLOW: Range = Range(50.0, 5_000.0, 0, "mL/min");

impl TypedAssessment {
    /// Each field and what stands in it, for a form that comes back.
    pub fn fields(&self) -> [(&'static str, &str); 8] {
        [
            ("thrill", &self.thrill),
            ("bruit", &self.bruit),
            ("feel", &self.feel),
            ("aneurysm", &self.aneurysm),
            ("exit_site", &self.exit_site),
            ("flow", &self.flow),
            ("safe_to_use", &self.safe_to_use),
            ("problem", &self.problem),
        ]
    }

    /// Reads what was found of an access of this kind: nobody feels the thrill of a catheter, and a fistula has no exit.
    ///
    /// # Errors
    /// A fault for each field that is missing or out of its range.
    pub fn read(&self, kind: AccessKind) -> Result<Assessment, Vec<Invalid>> {
        let mut it = Reader::default();
        let is_catheter = kind.is_catheter();
        let read = Assessment {
            thrill: it
                .maybe_one("thrill", &self.thrill, Felt::parse)
                .filter(|_| !is_catheter),
            bruit: it.maybe_one("bruit", &self.bruit, Felt::parse).filter(|_| !is_catheter),
            feel: it.maybe_one("feel", &self.feel, Feel::parse).filter(|_| !is_catheter),
            aneurysm: Reader::yes(&self.aneurysm).filter(|_| !is_catheter),
            exit_site: it
                .maybe_one("exit_site", &self.exit_site, ExitSite::parse)
                .filter(|_| is_catheter),
            flow: it.maybe_whole("flow", &self.flow, FLOW).filter(|_| !is_catheter),
            safe_to_use: it.answer("safe_to_use", &self.safe_to_use),
            problem: it.maybe_text("problem", &self.problem, 500),
        };
        if Reader::yes(&self.safe_to_use) == Some(false) && read.problem.is_none() {
            it.fault("problem", "Say why it cannot be used.");
        }
        it.done(read)
    }
}

named! {
    /// What an assessment says that somebody should look at.
    Sign {
        /// No thrill or no bruit: it may be closed.
        Silent = "silent",
        /// A weak thrill or bruit.
        Weak = "weak",
        /// It beats like an artery: narrow further on.
        Pulsatile = "pulsatile",
        /// A bulge.
        Aneurysm = "aneurysm",
        /// The exit is not clean: it may be infected.
        ExitSite = "exit_site",
        /// The flow is below [`AccessKind::least_flow`].
        LowFlow = "low_flow",
    }
}

impl Assessment {
    /// What somebody should look at, the most urgent first.
    pub fn signs(&self, kind: AccessKind) -> Vec<Sign> {
        let heard = [self.thrill, self.bruit];
        let is_low = |flow: i32| kind.least_flow().is_some_and(|least| flow < least);
        let found = [
            (Sign::Silent, heard.contains(&Some(Felt::Absent))),
            (
                Sign::ExitSite,
                self.exit_site.is_some_and(|look| look != ExitSite::Clean),
            ),
            (Sign::LowFlow, self.flow.is_some_and(is_low)),
            (Sign::Pulsatile, self.feel == Some(Feel::Pulsatile)),
            (Sign::Aneurysm, self.aneurysm == Some(true)),
            (Sign::Weak, heard.contains(&Some(Felt::Weak))),
        ];
        found.into_iter().filter_map(|(sign, is)| is.then_some(sign)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_used_says_why_and_a_catheter_has_no_thrill() {
        let typed = TypedAssessment {
            thrill: "absent".into(),
            exit_site: "red".into(),
            flow: "450".into(),
            safe_to_use: "no".into(),
            ..TypedAssessment::default()
        };
        assert_eq!(typed.read(AccessKind::Fistula).unwrap_err()[0].field, "problem");
        let told = TypedAssessment {
            problem: "no flow".into(),
            ..typed
        };
        let fistula = told.read(AccessKind::Fistula).unwrap();
        assert_eq!((fistula.exit_site, fistula.flow), (None, Some(450)));
        assert_eq!(fistula.signs(AccessKind::Fistula), [Sign::Silent, Sign::LowFlow]);
        let catheter = told.read(AccessKind::Tunnelled).unwrap();
        assert_eq!((catheter.thrill, catheter.flow), (None, None));
        assert_eq!(catheter.signs(AccessKind::Tunnelled), [Sign::ExitSite]);
        assert_eq!(
            TypedAssessment::default().read(AccessKind::Graft).unwrap_err()[0].field,
            "safe_to_use"
        );
    }

    #[test]
    fn a_flow_is_low_by_the_kind_of_access() {
        for (kind, flow, is_low) in [
            (AccessKind::Graft, 599, true),
            (AccessKind::Graft, 600, false),
            (AccessKind::Fistula, 499, true),
            (AccessKind::Fistula, 500, false),
        ] {
            let found = Assessment {
                thrill: Some(Felt::Present),
                bruit: None,
                feel: Some(Feel::Soft),
                aneurysm: Some(false),
                exit_site: None,
                flow: Some(flow),
                safe_to_use: true,
                problem: None,
            };
            assert_eq!(!found.signs(kind).is_empty(), is_low, "{kind:?} {flow}");
        }
    }

    #[test]
    fn an_access_is_read() {
        let today = Civil {
            year: 2026,
            month: 11,
            day: 27,
            hour: 8,
            minute: 0,
            second: 0,
        };
        let typed = Typed {
            kind: "fistula".into(),
            side: "left".into(),
            site: " radio-cephalic  wrist ".into(),
            made_on: "2023-05".into(),
            note: String::new(),
        };
        assert_eq!(typed.read(today).unwrap().site, "radio-cephalic wrist");
        let ahead = Typed {
            made_on: "2027".into(),
            ..typed
        };
        assert_eq!(ahead.read(today).unwrap_err()[0].field, "made_on");
        assert_eq!(Typed::default().read(today).unwrap_err().len(), 3);
        assert_eq!(AccessKind::NonTunnelled.drawn(), Drawn::Catheter);
    }
}
