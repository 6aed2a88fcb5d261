//! Tags: registrars as they name each other.

mod list;
mod nobody;
mod set;

pub use list::{List, ListedTag};
pub use set::Set;

use outcomes::{Field, Outcome};

use crate::{
    Failure, Refusal, Writing,
    model::{Account, Clid},
    policy::TagPolicy,
};

/// The registrar behind a tag; behind the tag of nobody an account that is opened when it is first needed.
///
/// # Errors
/// `tag_reserved`, `tag_unknown`.
pub(super) fn find(cx: &mut Writing<'_>, policy: &TagPolicy, tag: &str) -> Result<Account, Failure> {
    let refused = |outcome| Refusal::new(outcome).at(Field::Tag).value(tag);
    if policy.reserved.iter().any(|reserved| reserved == tag) {
        return Err(refused(Outcome::TagReserved).into());
    }
    let clid = Clid::parse(tag).map_err(|_| refused(Outcome::TagUnknown))?;
    match cx.store.account_by_clid(&clid)? {
        Some(account) => Ok(account),
        None if policy.detagged.as_deref() == Some(tag) => nobody::open(cx, &clid),
        None => Err(refused(Outcome::TagUnknown).into()),
    }
}
