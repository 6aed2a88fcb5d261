//! Steps that several properties take at random.

use engine::{
    Actor, Command, Failure, Outcome,
    model::{Delegation, Status},
    ops::{
        StatusChange,
        domain::{
            Create, Delete, LinkChange, Renew, Restore, RestoreReport, TransferApprove, TransferCancel,
            TransferReject, TransferRequest, Update,
        },
    },
};
use proptest::prelude::{Just, Strategy, any, prop_oneof};

use crate::fixture::{
    World, create_domain, day, domain_update, hosts, line, name, secret, transfer_of, years,
};

/// One account does something about one domain.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Step {
    /// Which of the three accounts.
    pub(crate) who: usize,
    /// Which of [`DOMAINS`].
    pub(crate) what: usize,
    pub(crate) act: Act,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Act {
    Create(u8),
    Renew(u8),
    Request,
    Approve,
    Reject,
    Cancel,
    Delete,
    Restore,
    Report,
    /// Sets the authInfo that requests present.
    Open,
    /// Sets a status, or lifts it.
    Mark(Status, bool),
    /// Delegates to a host, or no more.
    Delegate(bool),
    /// Lets days pass.
    Wait(u8),
}

/// One waits for answers and has redemption, one does neither, one is free for whoever pays in euros.
pub(crate) const DOMAINS: [&str; 3] = ["shop.test", "shop.attr.test", "shop.free.test"];

/// The host that [`Act::Delegate`] is about; [`prepare`] makes it.
const SERVER: &str = "ns1.example";

/// Makes a world ready for steps.
pub(crate) fn prepare(world: &World) {
    world.add_host(&world.alpha, SERVER, &[]);
    for domain in DOMAINS {
        // So that a picture of the world shows it.
        name(domain);
    }
}

/// Any step.
pub(crate) fn step() -> impl Strategy<Value = Step> {
    // Mostly of one account about one domain, so that what takes several steps comes to its end.
    let first_of_three = || prop_oneof![6 => Just(0), 2 => Just(1), 1 => Just(2)];
    (first_of_three(), first_of_three(), act()).prop_map(|(who, what, act)| Step { who, what, act })
}

fn act() -> impl Strategy<Value = Act> {
    let mark = proptest::sample::select(&CLIENT_STATUSES[..]);
    prop_oneof![
        4 => (1..4_u8).prop_map(Act::Create),
        3 => (1..4_u8).prop_map(Act::Renew),
        4 => Just(Act::Request),
        3 => Just(Act::Approve),
        1 => Just(Act::Reject),
        1 => Just(Act::Cancel),
        4 => Just(Act::Delete),
        6 => Just(Act::Restore),
        4 => Just(Act::Report),
        2 => Just(Act::Open),
        2 => (mark, any::<bool>()).prop_map(|(status, set)| Act::Mark(status, set)),
        2 => any::<bool>().prop_map(Act::Delegate),
        4 => proptest::sample::select(&[1_u8, 6, 20][..]).prop_map(Act::Wait),
    ]
}

const CLIENT_STATUSES: [Status; 5] = [
    Status::ClientDeleteProhibited,
    Status::ClientHold,
    Status::ClientRenewProhibited,
    Status::ClientTransferProhibited,
    Status::ClientUpdateProhibited,
];

impl Step {
    /// Who does it.
    pub(crate) fn actor<'w>(&self, world: &'w World) -> &'w Actor {
        world.accounts()[self.who]
    }

    /// The domain it is about.
    pub(crate) fn domain(&self) -> &'static str {
        DOMAINS[self.what]
    }

    /// Does it; `None` when only time passed.
    pub(crate) fn take(&self, world: &World) -> Option<Outcome> {
        let name = name(self.domain());
        Some(match self.act {
            Act::Create(period) => {
                let create = Create { period: years(period), ..create_domain(self.domain()) };
                self.ask(world, create)
            }
            Act::Renew(period) => {
                self.ask(world, Renew { name, current_expiry: None, period: years(period) })
            }
            Act::Request => self.ask(world, TransferRequest { ..transfer_of(self.domain()) }),
            Act::Approve => self.ask(world, TransferApprove { name }),
            Act::Reject => self.ask(world, TransferReject { name }),
            Act::Cancel => self.ask(world, TransferCancel { name }),
            Act::Delete => self.ask(world, Delete { name }),
            Act::Restore => self.ask(world, Restore { name, is_reported: false }),
            Act::Report => self.ask(world, self.report()),
            Act::Open => self.ask(world, Update { authinfo: Some(secret("Let-me-go-7")), ..self.update() }),
            Act::Mark(status, set) => {
                self.ask(world, Update { statuses: marking(status, set), ..self.update() })
            }
            Act::Delegate(to) => self.ask(world, self.delegating(to)),
            Act::Wait(days) => {
                world.pass_days(days.into());
                return None;
            }
        })
    }

    fn ask<C: Command>(&self, world: &World, command: C) -> Outcome {
        match world.command(self.actor(world), command) {
            Ok(done) => done.outcome,
            Err(Failure::Refused(refusals)) => refusals.first().outcome,
            Err(Failure::Fault(fault)) => panic!("{self:?}: {fault}"),
        }
    }

    fn update(&self) -> Update {
        domain_update(self.domain())
    }

    fn delegating(&self, to: bool) -> Update {
        let here = || LinkChange { delegation: hosts(&[SERVER]), ..LinkChange::default() };
        let nowhere = || LinkChange { delegation: Delegation::default(), ..LinkChange::default() };
        let (add, remove) = if to { (here(), nowhere()) } else { (nowhere(), here()) };
        Update { add, remove, ..self.update() }
    }

    fn report(&self) -> RestoreReport {
        let at = day("2027-03-07");
        let statements = [line("For nobody else."), line("All true.")];
        let reason = line("Registrant error");
        RestoreReport { name: name(self.domain()), deleted_at: at, restored_at: at, reason, statements }
    }
}

fn marking(status: Status, set: bool) -> StatusChange {
    match set {
        true => StatusChange { add: vec![(status, None)], remove: Vec::new() },
        false => StatusChange { add: Vec::new(), remove: vec![status] },
    }
}
