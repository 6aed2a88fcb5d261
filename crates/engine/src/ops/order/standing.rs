//! What became of what was ordered.

use crate::{
    Context, Fault,
    model::{Domain, DomainId, Goods, Instant, ObjectId, OrderLine, Secret, TransferState},
    ports::store::Snapshot,
};

/// A line of an order as it stands now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderedLine {
    /// The line.
    pub line: OrderLine,
    /// What became of it.
    pub standing: OrderStanding,
    /// When the registration ends, if the account sponsors the domain.
    pub expires_at: Option<Instant>,
    /// What it says, as long as it can be asked for.
    pub words: Option<Secret>,
}

/// What became of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrderStanding {
    /// It was done.
    Done,
    /// It was refused, with the outcome of this name.
    Refused(String),
    /// It waits to be submitted.
    Kept,
    /// A transfer stands so.
    Transfer(TransferState),
}

/// The lines as they stand, each with a look at its domain.
///
/// # Errors
/// A fault of the store.
pub(super) fn lines<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    lines: Vec<OrderLine>,
) -> Result<Vec<OrderedLine>, Fault> {
    lines.into_iter().map(|line| look(cx, line)).collect()
}

fn look<S: Snapshot + ?Sized>(cx: &Context<'_, S>, line: OrderLine) -> Result<OrderedLine, Fault> {
    let store = cx.store;
    let named = line.object.filter(|_| line.goods.domain().is_some());
    let domain = named.map_or(Ok(None), |object| store.domain_by_id(DomainId(object.0)))?;
    let is_own = |domain: &Domain| domain.sponsor == line.account;
    let expires_at = domain.filter(is_own).map(|domain| domain.expires_at);
    let standing = match (&line.refused, &line.goods, line.object) {
        (Some(outcome), ..) => OrderStanding::Refused(outcome.clone()),
        (None, ..) if line.is_kept() => OrderStanding::Kept,
        (None, Goods::Transfer(_), Some(object)) => transfer(store, &line, object)?,
        (None, ..) => OrderStanding::Done,
    };
    let words = line.words.as_ref().map(|words| cx.unseal(words, line.account)).transpose()?;
    Ok(OrderedLine { line, standing, expires_at, words })
}

/// The transfer that the line asked for: that which the account asked for at that moment.
fn transfer<S: Snapshot + ?Sized>(
    store: &S,
    line: &OrderLine,
    object: ObjectId,
) -> Result<OrderStanding, Fault> {
    let all = store.transfers_of(object)?;
    let own = all.iter().find(|one| one.gaining == line.account && one.requested_at == line.placed_at);
    // With its domain its transfers are forgotten, and it was over before that.
    Ok(own.map_or(OrderStanding::Done, |transfer| OrderStanding::Transfer(transfer.state)))
}
