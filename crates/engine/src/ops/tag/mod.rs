//! Tags: registrars as they name each other.

mod list;
mod set;

pub use list::{List, ListedTag};
pub use set::Set;

use outcomes::{Field, Outcome};

use crate::{
    Context, Failure, Refusal,
    model::{Account, Clid},
    policy::TagPolicy,
    ports::store::Snapshot,
};

/// The registrar behind a tag.
///
/// # Errors
/// `tag_reserved`, `tag_unknown`.
pub(super) fn find<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    policy: &TagPolicy,
    tag: &str,
) -> Result<Account, Failure> {
    let refused = |outcome| Refusal::new(outcome).at(Field::Tag).value(tag);
    if policy.reserved.iter().any(|reserved| reserved == tag) {
        return Err(refused(Outcome::TagReserved).into());
    }
    let account = Clid::parse(tag).ok().map_or(Ok(None), |clid| cx.store.account_by_clid(&clid))?;
    account.ok_or_else(|| refused(Outcome::TagUnknown).into())
}
