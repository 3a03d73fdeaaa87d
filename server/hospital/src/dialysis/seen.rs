//! What somebody saw of a session, in one word: who signs sends it back, so that nobody signs what was written since.

use uuid::Uuid;

use super::chair::Sheet;
use super::written::Written;

impl Sheet {
    /// Everything that is written of it, in one word: another line, another look or another witness is another word. Lines are added and never changed, so the same word is the same
    /// session, and who signs sends back the word of what they saw.
    pub fn word(&self) -> String {
        fn ids<T>(lines: &[Written<T>]) -> impl Iterator<Item = Uuid> {
            lines.iter().map(|line| line.id)
        }
        let looks = self
            .look
            .iter()
            .map(|look| look.id)
            .chain(self.after.iter().map(|after| after.id));
        let ran = ids(&self.observations)
            .chain(ids(&self.access_looks))
            .chain(ids(&self.targets))
            .chain(ids(&self.exchanges))
            .chain(ids(&self.interventions))
            .chain(ids(&self.events));
        let used = ids(&self.medicines).chain(ids(&self.samples)).chain(ids(&self.lots));
        let all = looks.chain(ran).chain(used).fold(0, |all, id| all ^ id.as_u128());
        let witnessed = self.medicines.iter().filter(|line| line.what.witness.is_some()).count();
        format!("{all:x}-{witnessed}")
    }
}
