//! Quantities that must not be taken for one another: a rate per kilogram for one without, litres for millilitres. The number inside is public; the type is its unit.

use serde::{Deserialize, Serialize};

use crate::numbers::fixed;

macro_rules! quantities {
    ($($(#[$doc:meta])* $name:ident, $sign:literal, $decimals:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub f64);

        impl $name {
            /// The unit as it stands behind the number.
            pub const SIGN: &'static str = $sign;
            /// The decimals in which it is read.
            pub const DECIMALS: usize = $decimals;

            /// As it is read, rounded, with its unit and a space that does not break.
            pub fn write(self) -> String {
                format!("{}\u{a0}{}", fixed(self.0, $decimals), $sign)
            }
        }
    )+};
}

quantities! {
    /// Weight of a body, kg.
    Kilograms, "kg", 1;
    /// A volume, mL.
    Millilitres, "mL", 0;
    /// A time, min.
    Minutes, "min", 0;
    /// A pressure, mmHg.
    MmHg, "mmHg", 0;
    /// A rate of ultrafiltration, mL/h.
    MlPerHour, "mL/h", 0;
    /// A rate of ultrafiltration by weight, mL/kg/h.
    MlPerKgHour, "mL/kg/h", 1;
    /// A concentration of urea (or of urea nitrogen: both of one treatment in the same unit), mmol/L or mg/dL.
    Urea, "mmol/L", 1;
}

impl Millilitres {
    /// In litres.
    pub fn litres(self) -> f64 {
        self.0 / 1_000.0
    }

    /// Of litres.
    pub fn of_litres(litres: f64) -> Self {
        Self(litres * 1_000.0)
    }
}

impl Minutes {
    /// In hours.
    pub fn hours(self) -> f64 {
        self.0 / 60.0
    }

    /// Whole hours and minutes, rounded up to the minute: `(4, 35)`.
    pub fn clock(self) -> (u32, u32) {
        let whole = (self.0 - 1e-9).ceil().max(0.0) as u32;
        (whole / 60, whole % 60)
    }
}
