use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Failure, Fault, Operation, Query, Reading,
    listing::Listing,
    model::{AccountId, DomainId, DomainName, NamePattern, Page, Transfer, TransferReport, Window},
    ops::transfers,
    ports::store::{Slice, Snapshot},
};

/// Shows the pending transfers of domains to the actor, or away from it, through a window.
///
/// Changes, bills and notifies nothing. Checks nothing.
#[derive(Clone, Debug)]
pub struct TransferList {
    /// On which side the actor stands.
    pub side: TransferSide,
    /// Which names.
    pub pattern: NamePattern,
    /// Which part of the list.
    pub window: Window,
}

/// A side of a transfer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TransferSide {
    /// Whoever asked for the domain.
    Gaining,
    /// Whoever has to answer.
    Losing,
}

/// A pending transfer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PendingTransfer {
    /// The domain.
    pub name: DomainName,
    /// Where its transfer stands.
    pub transfer: TransferReport,
}

impl Operation for TransferList {
    type Answer = Page<PendingTransfer>;
    const NAME: Name = Name::DomainTransferList;
    const OUTCOMES: &'static [Outcome] = &[Outcome::TransfersListed];
}

impl Query for TransferList {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Self::Answer>, Failure> {
        let list = Pending { party: cx.actor.id(), side: self.side, pattern: self.pattern.clone() };
        let page = cx.page(&list, self.window)?.try_map(|(name, transfer)| {
            Ok::<_, Fault>(PendingTransfer { name, transfer: transfers::report(cx, &transfer)? })
        })?;
        Ok(Done::new(Outcome::TransfersListed, page))
    }
}

/// The pending transfers of an account.
#[derive(Hash)]
struct Pending {
    party: AccountId,
    side: TransferSide,
    pattern: NamePattern,
}

impl Pending {
    fn is_incoming(&self) -> bool {
        self.side == TransferSide::Gaining
    }
}

impl Listing for Pending {
    type Row = (DomainName, Transfer);
    type Key = DomainId;

    fn key((_, transfer): &Self::Row) -> DomainId {
        DomainId(transfer.object.0)
    }

    fn slice(&self, store: &dyn Snapshot, slice: &Slice<DomainId>) -> Result<Vec<Self::Row>, Fault> {
        store.pending_transfers(self.party, self.is_incoming(), &self.pattern, slice)
    }

    fn count(&self, store: &dyn Snapshot) -> Result<u64, Fault> {
        store.count_pending_transfers(self.party, self.is_incoming(), &self.pattern)
    }
}
