//! Three accounts do as they like with one domain, and a small model says how each step has to end.

use engine::{
    Outcome,
    model::{Status, TransferState},
    ops::domain::{Info, TransferQuery},
};
use proptest::{collection::vec, prelude::*};

use super::{
    sequences,
    steps::{Act, Step},
};
use crate::fixture::{World, name};

/// The domain as the model sees it.
#[derive(Clone, Debug)]
struct Shop {
    sponsor: usize,
    open: bool,
    wrong: u32,
    asked_by: Option<usize>,
    /// The latest transfer: who gains, who loses, how it stands.
    latest: Option<(usize, usize, TransferState)>,
    in_add_grace: bool,
    deleted: bool,
}

#[derive(Default)]
struct Model {
    shop: Option<Shop>,
    /// How many notices wait for each account.
    waiting: [u64; 3],
}

proptest! {
    #![proptest_config(sequences(60))]

    #[test]
    fn any_interleaving_ends_as_the_model_says(steps in vec(step(), 1..80)) {
        let world = World::with_credit(100_000_000, 0);
        let mut model = Model::default();
        for step in steps {
            let expected = model.take(&step);
            prop_assert_eq!(step.take(&world), Some(expected), "{:?}", step);
            compare(&world, &model)?;
        }
        world.assert_audit_clean();
    }
}

fn step() -> impl Strategy<Value = Step> {
    let act = prop_oneof![
        2 => Just(Act::Create(1)),
        5 => Just(Act::Request),
        3 => Just(Act::Approve),
        2 => Just(Act::Reject),
        2 => Just(Act::Cancel),
        1 => Just(Act::Delete),
        4 => Just(Act::Open),
    ];
    (0..3_usize, act).prop_map(|(who, act)| Step { who, what: 0, act })
}

impl Model {
    fn take(&mut self, step: &Step) -> Outcome {
        let who = step.who;
        let Some(shop) = &mut self.shop else {
            if !matches!(step.act, Act::Create(_)) {
                return Outcome::DomainUnknown;
            }
            self.shop = Some(Shop {
                sponsor: who,
                open: true,
                wrong: 0,
                asked_by: None,
                latest: None,
                in_add_grace: true,
                deleted: false,
            });
            return Outcome::DomainCreated;
        };
        match step.act {
            Act::Create(_) => Outcome::DomainTaken,
            Act::Request => shop.request(who, &mut self.waiting),
            Act::Approve => shop.end(who, TransferState::ClientApproved, &mut self.waiting),
            Act::Reject => shop.end(who, TransferState::ClientRejected, &mut self.waiting),
            Act::Cancel => shop.end(who, TransferState::ClientCancelled, &mut self.waiting),
            Act::Open => shop.reopen(who),
            Act::Delete => self.delete(who),
            act => unreachable!("{act:?} is not among the steps"),
        }
    }

    fn delete(&mut self, who: usize) -> Outcome {
        let Some(shop) = &mut self.shop else { return Outcome::DomainUnknown };
        if let Err(outcome) = shop.check_owner(who) {
            return outcome;
        }
        if shop.in_add_grace {
            self.shop = None;
            return Outcome::DomainDeleted;
        }
        shop.deleted = true;
        Outcome::DomainDeletePending
    }
}

impl Shop {
    fn request(&mut self, who: usize, waiting: &mut [u64; 3]) -> Outcome {
        if who == self.sponsor {
            return Outcome::AlreadySponsor;
        }
        if self.wrong >= 10 {
            return Outcome::AuthinfoLocked;
        }
        if !self.open {
            self.wrong += 1;
            return Outcome::AuthinfoWrong;
        }
        match self.asked_by {
            Some(asker) if asker == who => return Outcome::TransferOrdered,
            Some(_) => return Outcome::TransferPending,
            None => {}
        }
        if self.deleted {
            return Outcome::StatusProhibits;
        }
        self.asked_by = Some(who);
        self.latest = Some((who, self.sponsor, TransferState::Pending));
        waiting[self.sponsor] += 1;
        Outcome::TransferRequested
    }

    fn end(&mut self, who: usize, state: TransferState, waiting: &mut [u64; 3]) -> Outcome {
        let Some(gaining) = self.asked_by else { return Outcome::TransferNotPending };
        let losing = self.sponsor;
        let (ends, hears) =
            if state == TransferState::ClientCancelled { (gaining, losing) } else { (losing, gaining) };
        if who != ends {
            return Outcome::NotTransferParty;
        }
        waiting[hears] += 1;
        self.asked_by = None;
        self.latest = Some((gaining, losing, state));
        match state {
            TransferState::ClientCancelled => Outcome::TransferCancelled,
            TransferState::ClientRejected => Outcome::TransferRejected,
            _ => {
                (self.sponsor, self.open, self.wrong, self.in_add_grace) = (gaining, false, 0, false);
                Outcome::TransferApproved
            }
        }
    }

    fn reopen(&mut self, who: usize) -> Outcome {
        if let Err(outcome) = self.check_owner(who) {
            return outcome;
        }
        (self.open, self.wrong) = (true, 0);
        Outcome::DomainUpdated
    }

    fn check_owner(&self, who: usize) -> Result<(), Outcome> {
        if who != self.sponsor {
            return Err(Outcome::NotSponsor);
        }
        if self.deleted {
            return Err(Outcome::StatusProhibits);
        }
        if self.asked_by.is_some() {
            return Err(Outcome::PendingTransferProhibits);
        }
        Ok(())
    }
}

fn compare(world: &World, model: &Model) -> Result<(), TestCaseError> {
    let accounts = world.accounts();
    prop_assert_eq!(accounts.map(|actor| world.waiting(actor)), model.waiting);
    let view = world.query(&world.alpha, Info { name: name("shop.test"), proof: None });
    let Some(shop) = &model.shop else {
        prop_assert!(view.is_err(), "the domain is gone");
        return Ok(());
    };
    let domain = view.expect("the domain is there").answer.domain;
    prop_assert_eq!(domain.sponsor, accounts[shop.sponsor].id());
    prop_assert_eq!(domain.authinfo.is_some(), shop.open);
    prop_assert_eq!(domain.statuses.has(Status::PendingTransfer), shop.asked_by.is_some());
    prop_assert_eq!(domain.statuses.has(Status::PendingDelete), shop.deleted);

    let query = TransferQuery { name: name("shop.test"), proof: None };
    let found = world.query(accounts[shop.sponsor], query).ok().map(|done| done.answer.transfer);
    let clid = |who: usize| accounts[who].account.clid.to_string();
    let expected = shop.latest.map(|(gaining, losing, state)| (clid(gaining), clid(losing), state));
    prop_assert_eq!(found.map(|found| (found.gaining, found.losing, found.state)), expected);
    Ok(())
}
