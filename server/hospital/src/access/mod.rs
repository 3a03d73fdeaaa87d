//! Rights as an admin sees and changes them: exceptions for one person, and the answer to "who may do this, and why".
//!
//! The rights themselves are `domain::access`; nothing here decides anything by itself.
//!
//! | verb | does |
//! | --- | --- |
//! | [`except`], [`end_exception`] | grant or deny one right to one person until a day |
//! | [`exceptions`] | which hold now, and which did |
//! | [`explain`] | may this person do that, and why |
//! | [`explain_everybody`] | who of all may do that, and why |
//! | [`askable`] | whom and what one can ask about |

mod except;
mod explain;
mod list;
mod standing;

pub use except::{Wish, end_exception, except};
pub use explain::{Askable, Everybody, Explained, Target, askable, explain, explain_everybody};
pub use list::{ExceptionRow, Exceptions, exceptions};
