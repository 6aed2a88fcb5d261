use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Failure, Fault, Operation, Query, Reading,
    listing::Listing,
    model::{AccountName, ObjectClass, ObjectId, ObjectLine, Page, Pattern, Window},
    ops::subaccount,
    ports::store::{ObjectFilter, Slice, Snapshot},
};

/// Lists the objects of an account by windows, by class and age.
///
/// Changes, bills and notifies nothing. Checks whether the account exists and is the actor's own or below it.
#[derive(Clone, Debug)]
pub struct List {
    /// Whose; `None`: the actor's own.
    pub account: Option<AccountName>,
    /// Only those of this class.
    pub class: Option<ObjectClass>,
    /// Only those whose name fits.
    pub name: Option<Pattern>,
    /// Which rows.
    pub window: Window,
}

impl Operation for List {
    type Answer = Page<ObjectLine>;
    const NAME: Name = Name::ObjectList;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::ObjectsListed, Outcome::AccountUnknown, Outcome::AccountOfAnother];
}

impl Query for List {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Self::Answer>, Failure> {
        let owner = subaccount::id_of(cx, self.account.as_ref())?;
        let filter = ObjectFilter { owner, class: self.class, name: self.name.clone() };
        Ok(Done::new(Outcome::ObjectsListed, cx.page(&filter, self.window)?))
    }
}

impl Listing for ObjectFilter {
    type Row = ObjectLine;
    type Key = (ObjectClass, ObjectId);

    fn key(row: &ObjectLine) -> Self::Key {
        (row.class, row.id)
    }

    fn slice(&self, store: &dyn Snapshot, slice: &Slice<Self::Key>) -> Result<Vec<ObjectLine>, Fault> {
        store.objects(self, slice)
    }

    fn count(&self, store: &dyn Snapshot) -> Result<u64, Fault> {
        store.count_objects(self)
    }
}
