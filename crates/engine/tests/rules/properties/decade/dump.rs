//! Everything that stands in a store, as text.

use std::{collections::BTreeSet, fmt::Debug};

use engine::{
    Actor,
    model::{AccountId, DomainName, Instant, ObjectId},
    ports::store::{Result, Snapshot},
};

use crate::fixture::{World, read, write};

/// All of it but the notices that were read.
pub(super) fn of(world: &World, names: Vec<DomainName>, ids: BTreeSet<ObjectId>) -> Vec<String> {
    let accounts = world.accounts().map(Actor::id);
    let mut dump = read(&world.engine, move |store| {
        let mut dump = Dump::default();
        dump.add_totals(store, &accounts)?;
        names.iter().try_for_each(|name| dump.add_domain(store, name))?;
        ids.iter().try_for_each(|id| dump.add_object(store, *id))?;
        Ok(dump.0)
    });
    accounts.into_iter().for_each(|account| dump.extend(notices(world, account)));
    dump
}

#[derive(Default)]
struct Dump(Vec<String>);

impl Dump {
    fn add(&mut self, what: impl Debug) {
        self.0.push(format!("{what:?}"));
    }

    fn add_totals(&mut self, store: &dyn Snapshot, accounts: &[AccountId]) -> Result<()> {
        // Ids count whatever was written, so that nothing can differ without them.
        self.add((store.count_domains()?, store.audit()?, store.last_operation()?));
        self.add(store.due_by(Instant::from_millis(i64::MAX), usize::MAX)?);
        self.add(store.accounts()?);
        accounts.iter().try_for_each(|account| {
            self.add(store.balance(*account)?);
            Ok(())
        })
    }

    fn add_domain(&mut self, store: &dyn Snapshot, name: &DomainName) -> Result<()> {
        let Some(domain) = store.domain(name)? else { return Ok(()) };
        self.add((&domain, domain.authinfo.as_ref().map(|digest| *digest.bytes())));
        self.add((store.domain_contacts(domain.id)?, store.domain_hosts(domain.id)?));
        Ok(())
    }

    fn add_object(&mut self, store: &dyn Snapshot, id: ObjectId) -> Result<()> {
        self.add((id, store.transfer(id)?, store.history_of(id)?, store.entries_of(id)?));
        Ok(())
    }
}

/// An account's queue from its head to its end.
fn notices(world: &World, account: AccountId) -> Vec<String> {
    let mut notices = Vec::new();
    while let Some(queue) = read(&world.engine, move |store| store.queue(account)) {
        let id = queue.head.id;
        notices.push(format!("{:?}", queue.head));
        write(&world.engine, move |store| store.remove_notice(account, id).map(drop));
    }
    notices
}
