use outcomes::{Field, Operation as Name, Outcome};

use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{Clid, RegistrarTag},
};

/// Sets what a registrar wants of releases to its tag, as its operator does for it.
///
/// Changes: the tag. Bills and notifies nothing. Checks whether there is such an account.
#[derive(Clone, Debug)]
pub struct Set {
    /// Whose tag.
    pub clid: Clid,
    /// What it wants.
    pub tag: RegistrarTag,
}

impl Operation for Set {
    type Answer = ();
    const NAME: Name = Name::TagSet;
    const OUTCOMES: &'static [Outcome] = &[Outcome::TagSet, Outcome::AccountUnknown];

    fn object(&self) -> &str {
        self.clid.as_str()
    }
}

impl Command for Set {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let unknown = || Refusal::new(Outcome::AccountUnknown).at(Field::AccountId).value(&self.clid);
        let account = cx.store.account_by_clid(&self.clid)?.ok_or_else(unknown)?;
        cx.store.put_tag(account.id, &self.tag)?;
        Ok(Done::new(Outcome::TagSet, ()))
    }
}
