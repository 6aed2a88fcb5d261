use outcomes::{Operation as Name, Outcome};

use crate::{
    Context, Done, Failure, Operation, Query, Reading, Refusal,
    model::{AddressCheck, AddressCode},
    ports::store::Snapshot,
};

/// Shows what is known of the address that a code from a letter is about. Whoever has the code may: the actor does not matter.
/// It is asked before [`super::Confirm`], so that the codes that anybody can think of take no turn of the writer.
///
/// Changes, bills and notifies nothing. Checks, in this order: whether there was such a letter; the key. Both are said in the
/// same way, so that nobody learns which letters there are.
#[derive(Clone, Debug)]
pub struct Find {
    /// The code.
    pub code: AddressCode,
}

impl Operation for Find {
    type Answer = AddressCheck;
    const NAME: Name = Name::AddressInfo;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::AddressFound, Outcome::AuthinfoWrong, Outcome::AuthinfoLocked];
}

impl Query for Find {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<AddressCheck>, Failure> {
        Ok(Done::new(Outcome::AddressFound, find(cx, &self.code)?))
    }
}

/// The address that a code is about.
///
/// # Errors
/// `authinfo_wrong`, also where there is none; `authinfo_locked`.
pub(super) fn find<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    code: &AddressCode,
) -> Result<AddressCheck, Failure> {
    let id = code.check;
    let wrong = || Refusal::new(Outcome::AuthinfoWrong).value(id.0);
    let check = cx.store.address_check_by_id(id)?.ok_or_else(wrong)?;
    cx.prove(&code.key, Some(&check.key), id, &id.0.to_string())?;
    Ok(check)
}
