//! What clients do.

use engine::{
    Command, End, Engine, Failure, Request,
    model::{AccountId, Domain, RenewalMode, Status},
    ops::{
        StatusChange,
        account::Deposit,
        domain::{
            Create, Delete, Renew, Restore, RestoreReport, SetRenewalMode, TransferApprove, TransferCancel,
            TransferReject, Update,
        },
        poll::Acknowledge,
    },
};

use super::{Decade, ZONES};
use crate::fixture::{create_domain, day, domain_update, line, read, secret, transfer_of, years};

/// Hears the outcome.
type Tell = Box<dyn FnOnce(String) + std::marker::Send>;
type Send = Box<dyn FnOnce(&Engine, Request, Tell)>;

/// One account's command.
pub(super) struct Order {
    /// Which account.
    pub(super) who: usize,
    /// Sends it.
    pub(super) send: Send,
}

impl Order {
    fn new<C: Command>(who: usize, command: C) -> Self {
        let send = |engine: &Engine, request, tell: Tell| {
            engine.command(request, command, move |end: End<C>| tell(outcome_of::<C>(end)));
        };
        Self { who, send: Box::new(send) }
    }
}

fn outcome_of<C: Command>(end: End<C>) -> String {
    match end {
        Ok(done) => format!("{:?}", done.outcome),
        Err(Failure::Refused(refusals)) => format!("{:?}", refusals.first().outcome),
        Err(Failure::Fault(fault)) => format!("a fault: {fault}"),
    }
}

impl Decade {
    /// What somebody wants of a name, as it stands; mostly whoever can have it.
    pub(super) fn order(&mut self, place: usize, domain: Option<Domain>) -> Option<Order> {
        let Some(domain) = domain else { return self.registration(place) };
        let sponsor = self.account(domain.sponsor);
        let other = (sponsor + 1 + self.chance.index(2)) % 3;
        let who = if self.chance.is(95) { sponsor } else { other };
        if domain.statuses.has(Status::PendingTransfer) {
            return Some(self.answer(place, who, other));
        }
        match domain.redemption {
            Some(redemption) if redemption.restore_requested_at.is_some() => self.report(place, who),
            Some(_) => self.restoration(place, who),
            None => Some(self.change(place, who, other)),
        }
    }

    fn registration(&mut self, place: usize) -> Option<Order> {
        // Few ask for what they could not pay in their currency.
        let payers = if ["test", "free.test"].contains(&ZONES[place % ZONES.len()]) { 3 } else { 2 };
        let some = if self.chance.is(98) { payers } else { 3 };
        let who = self.chance.index(some);
        let period = self.chance.pick(&[1, 1, 1, 2, 3]);
        let create = Create { period: years(period), ..create_domain(self.names[place].as_str()) };
        self.chance.is(80).then(|| Order::new(who, create))
    }

    /// The losing or the gaining sponsor ends a transfer, or leaves it to the server.
    fn answer(&mut self, place: usize, who: usize, other: usize) -> Order {
        self.pending.push(place);
        let name = self.names[place].clone();
        match self.chance.below(4) {
            0 => Order::new(who, TransferApprove { name }),
            1 => Order::new(who, TransferReject { name }),
            2 => Order::new(other, TransferCancel { name }),
            _ => Order::new(who, Delete { name }),
        }
    }

    fn restoration(&mut self, place: usize, who: usize) -> Option<Order> {
        let name = self.names[place].clone();
        if !self.chance.is(40) {
            return None;
        }
        self.pending.push(place);
        Some(Order::new(who, Restore { name, is_reported: false }))
    }

    fn report(&mut self, place: usize, who: usize) -> Option<Order> {
        let (at, name) = (day("2027-03-07"), self.names[place].clone());
        let statements = [line("For nobody else."), line("All true.")];
        let report =
            RestoreReport { name, deleted_at: at, restored_at: at, reason: line("Error"), statements };
        self.chance.is(60).then(|| Order::new(who, report))
    }

    /// What can be done about a plain registration.
    fn change(&mut self, place: usize, who: usize, other: usize) -> Order {
        let name = self.names[place].clone();
        match self.chance.below(20) {
            0..5 => {
                let period = years(self.chance.pick(&[1, 1, 2, 9]));
                Order::new(who, Renew { name, current_expiry: None, period })
            }
            5..11 => {
                self.pending.push(place);
                Order::new(other, transfer_of(name.as_str()))
            }
            11..14 => {
                self.pending.push(place);
                Order::new(who, Delete { name })
            }
            14..17 => {
                let modes = [None].into_iter().chain(RenewalMode::ALL.map(Some)).collect::<Vec<_>>();
                Order::new(who, SetRenewalMode { name, mode: self.chance.pick(&modes) })
            }
            17 => Order::new(who, self.mark(place)),
            _ => {
                let authinfo = Some(secret("Let-me-go-7"));
                Order::new(who, Update { authinfo, ..domain_update(name.as_str()) })
            }
        }
    }

    /// Sets a status of the client's, or lifts it.
    fn mark(&mut self, place: usize) -> Update {
        let status = self.chance.pick(&[
            Status::ClientDeleteProhibited,
            Status::ClientRenewProhibited,
            Status::ClientTransferProhibited,
        ]);
        let mut statuses = StatusChange::default();
        match self.chance.is(40) {
            true => statuses.add.push((status, None)),
            false => statuses.remove.push(status),
        }
        Update { statuses, ..domain_update(self.names[place].as_str()) }
    }

    /// An account reads a notice, and has money or not.
    pub(super) fn keep_account(&mut self, who: usize) -> Vec<Order> {
        let account = self.world.accounts()[who].account.clone();
        let id = account.id;
        let mut orders = Vec::new();
        if let Some(queue) = read(&self.world.engine, move |store| store.queue(id)) {
            orders.push(Order::new(who, Acknowledge { notice: queue.head.id, protocol: None }));
        }
        if self.chance.is(33) {
            let minor = self.chance.below(60_000) + 1;
            orders.push(Order::new(who, Deposit { clid: account.clid.clone(), minor }));
        }
        orders
    }

    fn account(&self, id: AccountId) -> usize {
        self.world.accounts().iter().position(|actor| actor.id() == id).unwrap()
    }
}
