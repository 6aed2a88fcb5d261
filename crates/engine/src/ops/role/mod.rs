//! Roles of an account: logins of their own for people and programs that may give some commands only.

mod list;
mod remove;
mod set;

pub use list::{List, RoleLine};
pub use remove::Remove;
pub use set::{Expected, Set};

use crate::{
    Context, Failure,
    model::{LoginName, Realm},
    ports::store::Snapshot,
};

/// The login name of a role of the actor's account: what stands before the colon is the account's own login in the
/// realm, or its identifier if it has none there.
///
/// # Errors
/// `login_malformed`.
fn login_of<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    realm: Realm,
    role: &str,
) -> Result<LoginName, Failure> {
    let credentials = cx.store.credentials(cx.actor.id())?;
    let own = credentials.into_iter().find(|held| held.realm == realm && held.role.is_none());
    let own = own.map_or_else(|| cx.actor.account.clid.to_string(), |credential| credential.login);
    Ok(LoginName::of_role(&own, role)?)
}
