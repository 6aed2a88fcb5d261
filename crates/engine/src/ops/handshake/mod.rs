//! Releases: a registrar gives domains to another one, which may want to be asked before. So may one to whose registrant
//! the registry passes domains on.
//!
//! ```text
//!   domain::Release ──> done, if the gaining registrar takes everything      ──> both are told
//!   domain::PassOn  └─> a case, if it wants to be asked ──Accept──> done     ──> the losing one is told
//!                                                       ──Reject, or silence for some days ──> likewise
//! ```

mod accept;
mod hand;
mod lapse;
mod pass_on;
mod reject;

pub use accept::Accept;
pub(super) use hand::{Batch, hand_over};
pub(super) use lapse::lapse;
pub(super) use pass_on::pass_on;
pub use reject::Reject;

use outcomes::{Field, Outcome};

use crate::{
    Context, Failure, Fault, Refusal,
    model::{Contact, DomainName, HandshakeCase, HandshakeId, Holder},
    ports::store::Snapshot,
};

/// What a case was about, once it is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// Its number.
    pub case: HandshakeId,
    /// The domains.
    pub names: Vec<DomainName>,
}

/// The open case of the actor with a number, as clients write it.
///
/// # Errors
/// `case_unknown`.
fn find_own<S: Snapshot + ?Sized>(cx: &Context<'_, S>, case: &str) -> Result<HandshakeCase, Failure> {
    let found = HandshakeId::parse(case).map_or(Ok(None), |id| cx.store.handshake(id))?;
    let own = found.filter(|found| found.gaining == cx.actor.id());
    own.ok_or_else(|| Refusal::new(Outcome::CaseUnknown).at(Field::CaseId).value(case).into())
}

/// The domains of a case that are still the losing registrar's, and their registrant.
///
/// # Errors
/// A fault of the store.
fn batch_of<S: Snapshot + ?Sized>(cx: &Context<'_, S>, case: &HandshakeCase) -> Result<Batch, Failure> {
    let mut domains = cx.store.handshake_domains(case.id)?;
    domains.retain(|domain| domain.sponsor == case.losing);
    let registrant = cx.store.contact_by_id(case.registrant)?;
    let missing = || Fault::internal(format!("the registrant of case {} is missing", case.id));
    Ok(Batch { domains, registrant: registrant.ok_or_else(missing)? })
}

/// A registrant as notices tell of it.
///
/// # Errors
/// A fault of the store.
pub(super) fn holder<S: Snapshot + ?Sized>(cx: &Context<'_, S>, contact: &Contact) -> Result<Holder, Fault> {
    let updated = match contact.updater.zip(contact.updated_at) {
        Some((updater, at)) => Some((cx.clid(updater)?.to_string(), at)),
        None => None,
    };
    Ok(Holder {
        id: contact.id,
        handle: contact.handle.clone(),
        created_at: contact.created_at,
        details: contact.details.clone(),
        sponsor: Some(cx.clid(contact.sponsor)?.to_string()),
        creator: Some(cx.clid(contact.creator)?.to_string()),
        updated,
    })
}
