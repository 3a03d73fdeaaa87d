//! One way to write a list of things that have a name in the database and in forms.

/// An enum of named things: every one in `ALL`, its name (database, form, API), and the one of a name. What a page calls it stands in the word files.
macro_rules! named {
    ($(#[$doc:meta])* $enum:ident { $($(#[$about:meta])* $one:ident = $name:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $enum {
            $($(#[$about])* #[serde(rename = $name)] $one,)+
        }

        impl $enum {
            /// Every one, in the order of a list.
            pub const ALL: &'static [Self] = &[$(Self::$one,)+];

            /// The name in the database and in forms.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$one => $name,)+
                }
            }

            /// The one of that name.
            pub fn parse(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.name() == name)
            }
        }
    };
}

pub(super) use named;
