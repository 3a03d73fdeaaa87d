//! How large the text of the portal and of the public pages is.

use serde::{Deserialize, Serialize};

/// One of three sizes: everything on a page is measured by it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextSize {
    /// As the page was laid out.
    #[default]
    Usual,
    /// A quarter larger.
    Large,
    /// Half larger: WCAG 2.2, 1.4.4 asks for twice as large, which a browser's own zoom brings on top.
    Largest,
}

impl TextSize {
    /// All, the smallest first.
    pub const ALL: [Self; 3] = [Self::Usual, Self::Large, Self::Largest];

    /// The word in the database, in the form and in the cookie.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Usual => "usual",
            Self::Large => "large",
            Self::Largest => "largest",
        }
    }

    /// The size of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.name() == name)
    }

    /// What a page says of itself; nothing where its text is as large as it was laid out.
    pub fn mark(self) -> Option<&'static str> {
        (self != Self::Usual).then(|| self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_found_by_its_name_alone() {
        for size in TextSize::ALL {
            assert_eq!(TextSize::parse(size.name()), Some(size));
        }
        assert_eq!(TextSize::parse("huge"), None);
        assert_eq!(
            TextSize::ALL.map(TextSize::mark),
            [None, Some("large"), Some("largest")]
        );
    }
}
