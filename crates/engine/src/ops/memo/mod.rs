//! Memos: what an account keeps beside itself, a domain or an order, in words of its own.

mod find;
mod set;

pub use find::Find;
pub use set::Set;

use crate::{
    Context, Failure,
    model::{AccountId, DomainName, Line, MemoKind, MemoPlace, OperationId},
    ops::{domain, order},
    ports::store::Snapshot,
};

/// Where a memo of the actor is kept.
#[derive(Clone, Debug)]
pub struct MemoRef {
    /// About what.
    pub about: About,
    /// A number of the actor's own.
    pub number: u8,
    /// Under which name.
    pub key: Line,
}

/// What a memo is about.
#[derive(Clone, Debug)]
pub enum About {
    /// The actor's account.
    Account,
    /// A domain of the actor.
    Domain(DomainName),
    /// An order of the actor.
    Order(OperationId),
}

impl MemoRef {
    /// The place of a memo of the actor.
    ///
    /// # Errors
    /// `domain_unknown`, `not_sponsor`, `order_unknown`, `order_of_another`.
    fn place<S: Snapshot + ?Sized>(&self, cx: &Context<'_, S>) -> Result<MemoPlace, Failure> {
        let account = cx.actor.id();
        let (kind, object) = match &self.about {
            About::Account => (MemoKind::Account, account.0),
            About::Domain(name) => (MemoKind::Domain, domain::find_own(cx, name)?.id.0),
            About::Order(id) => {
                order::find_own(cx, *id)?;
                (MemoKind::Order, id.0)
            }
        };
        Ok(MemoPlace { account, kind, object, number: self.number, key: self.key.clone() })
    }

    /// The place where the account above keeps what it says of itself.
    fn place_above(&self, parent: AccountId) -> Option<MemoPlace> {
        let (kind, number, key) = (MemoKind::Account, self.number, self.key.clone());
        let place = MemoPlace { account: parent, kind, object: parent.0, number, key };
        matches!(self.about, About::Account).then_some(place)
    }
}
